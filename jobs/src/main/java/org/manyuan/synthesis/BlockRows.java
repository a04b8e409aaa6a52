package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.MalformedYaml;

/** The rows of blocks. A dataset whose key is one text that a block leaves out has its rows numbered. */
final class BlockRows {
    private final Loops loops;
    private final Scope around;
    private final String district;
    private final Map<String, Integer> numbered = new HashMap<>();

    BlockRows(Loops loops, Scope around, String district) {
        this.loops = loops;
        this.around = around;
        this.district = district;
    }

    /**
     * The rows of a block by column.
     *
     * @throws MalformedYaml if nothing meets its conditions, since then it says something that is not meant
     */
    List<Map<String, String>> of(String dataset, RowBlock block) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Scope run : loops.rounds(block.runs(), Conditions.of(null), around)) {
            List<Scope> places = places(block, run);
            for (int n = 1; n <= places.size(); n++) {
                rows.add(row(
                        dataset,
                        block,
                        places.get(n - 1)
                                .with(Map.of("n", Integer.toString(n), "rows", Integer.toString(places.size())))));
            }
        }
        if (rows.isEmpty()) {
            throw block.place().wrong("nothing meets these conditions: the block makes no row");
        }
        return rows;
    }

    /** A scope a row of a run. */
    private List<Scope> places(RowBlock block, Scope run) {
        List<Scope> things = loops.rounds(block.each(), block.where(), run);
        List<Scope> places = new ArrayList<>();
        if (block.cycle() != null && !things.isEmpty()) {
            int total = CellPlan.whole(block.cycle(), block.place(), run.at(1, 1, 1, 1));
            for (int n = 0; n < total; n++) {
                places.add(things.get(n % things.size()).at(n + 1, total, n / things.size() + 1, total));
            }
            return places;
        }
        for (int thing = 1; thing <= things.size(); thing++) {
            Scope scope = things.get(thing - 1).at(thing, things.size(), 1, 1);
            int count = CellPlan.whole(block.count(), block.place(), scope);
            for (int i = 1; i <= count; i++) {
                places.add(things.get(thing - 1).at(thing, things.size(), i, count));
            }
        }
        return places;
    }

    private Map<String, String> row(String dataset, RowBlock block, Scope place) {
        Map<String, String> row = new LinkedHashMap<>();
        Map<String, String> named = new HashMap<>();
        Scope scope = place.with(named);
        block.cells().forEach((column, cell) -> {
            named.put("column", column);
            String text = cell.in(scope);
            row.put(column, text);
            named.put("row." + column, text);
        });
        List<String> key = Contracts.of(dataset).key();
        if (key.size() == 1 && !row.containsKey(key.get(0))) {
            row.put(key.get(0), district + "-" + numbered.merge(dataset, 1, Integer::sum));
        }
        return row;
    }
}
