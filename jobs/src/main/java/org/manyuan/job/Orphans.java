package org.manyuan.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.manyuan.contract.Column;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.Rule;
import org.manyuan.store.LakeQuery;

/**
 * Rows that count and refer to something that does not: scores of a school that nobody handed in, or of a paper.
 *
 * @param rows by dataset; datasets without such a row are absent
 */
record Orphans(Map<String, Long> rows) {
    private static final String PAPER = "exam_paper";

    /**
     * Counts them.
     *
     * @param parents the datasets that are referred to
     */
    static Orphans of(Set<String> parents, LakeQuery lake) {
        Map<String, Long> rows = new TreeMap<>();
        for (Contract contract : Contracts.all()) {
            List<String> lost = lost(contract, parents, lake);
            if (!lost.isEmpty()) {
                long count = ((Number) lake.rows("select count(*) from current_" + contract.dataset()
                                        + " as child where " + String.join(" or ", lost))
                                .get(0)
                                .get(0))
                        .longValue();
                if (count > 0) {
                    rows.put(contract.dataset(), count);
                }
            }
        }
        return new Orphans(rows);
    }

    /** Those that are not among the others, by dataset. */
    Orphans beyond(Orphans others) {
        Map<String, Long> more = new TreeMap<>();
        rows.forEach((dataset, count) -> {
            long before = others.rows.getOrDefault(dataset, 0L);
            if (count > before) {
                more.put(dataset, count - before);
            }
        });
        return new Orphans(more);
    }

    /** One condition per reference of a dataset to one of the parents. */
    private static List<String> lost(Contract contract, Set<String> parents, LakeQuery lake) {
        List<String> lost = new ArrayList<>();
        if (!lake.tables().contains("stg_" + contract.dataset())) {
            return lost;
        }
        for (Column column : contract.columns()) {
            if (column.reference() != null
                    && parents.contains(column.reference().dataset())) {
                lost.add("child." + column.storedName() + " not in (select "
                        + column.reference().column() + " from current_"
                        + column.reference().dataset() + ")");
            }
        }
        for (Rule rule : contract.rules()) {
            if (rule.kind() == Rule.Kind.ON_PAPER && parents.contains(PAPER)) {
                List<String> paper = rule.columns().subList(0, 2);
                lost.add(paper.stream().map(name -> "child." + name).collect(Collectors.joining(", ", "(", ")"))
                        + " not in (select (" + String.join(", ", paper) + ") from current_" + PAPER + ")");
            }
        }
        return lost;
    }
}
