package org.manyuan.job;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.manyuan.measure.Families;
import org.manyuan.measure.Family;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.LakeTable;

/**
 * What of the facts is other than at the last build.
 *
 * @param families of which a fact is
 * @param units of whose scores one is, and those that sat the papers of these
 */
record ChangedFacts(Set<Family> families, Set<String> units) {
    private static final String SCORES = "fct_school_exam";
    private static final List<String> OF_PAPERS = List.of(SCORES, "fct_linked_exam");

    /** The columns of a fact that say whose it is. */
    private static final Map<String, List<String>> ENDS = Map.of(
            "fct_enrollment", List.of("school_code"),
            "fct_class", List.of("school_code"),
            "fct_exchange", List.of("from_school_code", "to_school_code"),
            "fct_teacher", List.of("school_code"),
            "fct_resource", List.of("school_code"),
            "fct_ledger", List.of("school_code", "group_code", "authority_code"),
            "fct_activity", List.of("organiser_school_code", "group_code"),
            "fct_group_post", List.of("group_code"),
            "fct_flow", List.of("school_code"));

    /**
     * The two states of the tables of facts, by table.
     *
     * @param again the exams of whose facts alone some were made again; none where all were
     */
    record States(
            OpenWorkspace open,
            Map<String, LakeTable> before,
            Map<String, LakeTable> after,
            Map<String, Set<String>> again) {
        boolean isOther(String table) {
            return before.get(table).snapshot() != after.get(table).snapshot();
        }

        /** Rows that one of the two states of a table has more often than the other, as the values of some columns. */
        private String changed(String table, List<String> columns) {
            Set<String> exams = again.getOrDefault(table, Set.of());
            String which = exams.isEmpty() ? "" : " where exam_code in " + Quoted.list(exams);
            String one = "(from " + before.get(table).name() + which + ")";
            String other = "(from " + after.get(table).name() + which + ")";
            return "select distinct " + String.join(", ", columns) + " from ((" + one + " except all " + other
                    + ") union all (" + other + " except all " + one + "))";
        }
    }

    /** Compares the tables that this build has made again. */
    static ChangedFacts of(States states, Families families) {
        Set<Family> changed = new HashSet<>();
        Set<String> units = new TreeSet<>();
        Set<String> exams = new TreeSet<>();
        List<LakeTable> tables = Stream.concat(
                        Stream.concat(OF_PAPERS.stream(), ENDS.keySet().stream())
                                .filter(states::isOther)
                                .flatMap(table -> Stream.of(
                                        states.before().get(table),
                                        states.after().get(table))),
                        Stream.of(states.after().get(SCORES)))
                .distinct()
                .toList();
        try (LakeQuery lake =
                LakeQuery.open(states.open().workspace(), states.open().database(), tables)) {
            for (String table : OF_PAPERS) {
                for (List<Object> row : rows(lake, states, table, List.of("exam_code", "subject", "school_code"))) {
                    changed.addAll(families.ofPaper((String) row.get(0), (String) row.get(1)));
                    exams.add((String) row.get(0));
                    units.add((String) row.get(2));
                }
            }
            units.addAll(unitsOf(lake, states.after().get(SCORES), exams));
            ENDS.forEach((table, ends) -> rows(lake, states, table, ends)
                    .forEach(codes -> codes.forEach(code -> changed.addAll(families.ofCode((String) code)))));
        }
        return new ChangedFacts(changed, units);
    }

    private static List<List<Object>> rows(LakeQuery lake, States states, String table, List<String> columns) {
        return states.isOther(table) ? lake.rows(states.changed(table, columns)) : List.of();
    }

    private static List<String> unitsOf(LakeQuery lake, LakeTable scores, Collection<String> exams) {
        return exams.isEmpty()
                ? List.of()
                : lake
                        .rows("select distinct school_code from " + scores.name() + " where exam_code in "
                                + Quoted.list(exams))
                        .stream()
                        .map(row -> (String) row.get(0))
                        .toList();
    }
}
