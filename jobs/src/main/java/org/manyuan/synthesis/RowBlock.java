package org.manyuan.synthesis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.manyuan.contract.Column;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.Tree;

/**
 * Rows of one dataset that are said in one go.
 *
 * @param runs loops whose every round is a run of its own: numbers begin anew, shares add to their total
 * @param each loops, the last one innermost; every round is a thing that the rows speak of
 * @param count rows of each thing
 * @param cycle rows of the run, going round its things; null: every thing has {@code count}
 * @param cells by column, in the order of the file: a cell may name those before it as row.column
 */
record RowBlock(
        Tree place,
        List<String> runs,
        List<String> each,
        Conditions where,
        CellPlan count,
        CellPlan cycle,
        Map<String, CellPlan> cells) {
    private static final Set<String> OWN = Set.of("for", "each", "where", "count", "cycle");

    /** A block; a key that is neither the language's nor a column of the dataset is an error that names its line. */
    static RowBlock of(Tree tree, String dataset, Map<String, CellPlan> defaults) {
        Map<String, Tree> keys = tree.map(allowed(dataset, OWN));
        return new RowBlock(
                tree,
                loops(keys.get("for")),
                loops(keys.get("each")),
                Conditions.of(keys.get("where")),
                keys.containsKey("count") ? CellPlan.of(keys.get("count")) : new CellPlan.Text(new RowText(tree, "1")),
                keys.containsKey("cycle") ? CellPlan.of(keys.get("cycle")) : null,
                cells(keys, OWN, defaults));
    }

    /** The columns of a dataset but for the origin, and some more keys. */
    static Set<String> allowed(String dataset, Set<String> own) {
        Set<String> allowed = new TreeSet<>(own);
        for (Column column : Contracts.of(dataset).columns()) {
            allowed.add(column.name());
        }
        allowed.remove("origin");
        return allowed;
    }

    /** The cells among the entries of a map, those that are not written by default. */
    static Map<String, CellPlan> cells(Map<String, Tree> entries, Set<String> own, Map<String, CellPlan> defaults) {
        Map<String, CellPlan> cells = new LinkedHashMap<>();
        entries.forEach((column, tree) -> {
            if (!own.contains(column)) {
                cells.put(column, CellPlan.of(tree));
            }
        });
        defaults.forEach(cells::putIfAbsent);
        return cells;
    }

    private static List<String> loops(Tree tree) {
        if (tree == null) {
            return List.of();
        }
        List<Tree> loops = tree.isList() ? tree.list() : List.of(tree);
        return loops.stream()
                .map(loop -> {
                    if (!Loops.KINDS.contains(loop.text())) {
                        throw loop.wrong("a loop is one of " + String.join(", ", new TreeSet<>(Loops.KINDS)));
                    }
                    return loop.text();
                })
                .toList();
    }
}
