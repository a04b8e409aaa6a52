package org.manyuan.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.record.RecordCells;
import org.manyuan.store.LakeQuery;

/** Of rows of the built tables, what was handed in behind them: per key of a dataset how many rows of which submission count. */
final class RowsBehind {
    private static final String EXAM = "exam_code";
    private static final String SUBJECT = "subject";
    private static final String SCHOOL = "school_code";
    private static final String YEAR = "school_year";
    private static final String TOTAL = "total";

    private static final Source SCORES = new Source("exam_score", EXAM, SUBJECT, SCHOOL);
    private static final Source SUMMARIES = new Source("exam_summary", EXAM, SUBJECT, SCHOOL);

    /** A total that nobody handed in was summed from the subjects. */
    private static final Source SUBJECTS = new Source("exam_score", EXAM, SCHOOL);

    private static final Map<String, List<Source>> SOURCES = Map.ofEntries(
            Map.entry("fct_school_exam", List.of(SCORES, SUMMARIES)),
            Map.entry("fct_linked_exam", List.of(SCORES)),
            Map.entry("fct_enrollment", List.of(new Source("enrollment", SCHOOL, YEAR, "stage", "grade"))),
            Map.entry("fct_class", List.of(new Source("class_roll", SCHOOL, YEAR, "stage", "grade"))),
            Map.entry("fct_exchange", List.of(new Source("teacher_exchange", "exchange_id"))),
            Map.entry("fct_teacher", List.of(new Source("teacher_roll", SCHOOL, YEAR))),
            Map.entry("fct_resource", List.of(new Source("school_resource", SCHOOL, YEAR, "stage"))),
            Map.entry("fct_ledger", List.of(new Source("ledger", "entry_id"))),
            Map.entry("fct_activity", List.of(new Source("group_activity", "activity_id"))),
            Map.entry("fct_group_post", List.of(new Source("group_post", "group_code", "post"))),
            Map.entry("fct_flow", List.of(new Source("student_roll", SCHOOL, YEAR, "stage", "grade"))),
            Map.entry("brg_membership", List.of(new Source("group_membership", "group_code", SCHOOL))),
            Map.entry("dim_exam_paper", List.of(new Source("exam_paper", EXAM, SUBJECT))),
            Map.entry("dim_school", List.of(new Source("school", SCHOOL))));

    private final LakeQuery lake;
    private final Map<Key, Map<String, Long>> counted = new HashMap<>();

    /** Looks for what is behind these rows. */
    RowsBehind(LakeQuery lake, Collection<StoredRow> rows) {
        this.lake = lake;
        ask(rows.stream().flatMap(row -> keys(row).stream()));
        ask(rows.stream().filter(this::isSummed).map(row -> new Key(SUBJECTS, row)));
    }

    /** A row of a built table: where it stands, and its cells by column. */
    record StoredRow(String table, Map<String, Object> cells) {
        static StoredRow of(Record row) {
            return new StoredRow(FamilyInputs.table(row), RecordCells.columns(row));
        }
    }

    /** A dataset and the columns by which its rows are found again. */
    private record Source(String dataset, List<String> columns) {
        Source(String dataset, String... columns) {
            this(dataset, List.of(columns));
        }
    }

    /** Rows of a dataset that stand for the same. */
    record Key(Source source, List<String> values) {
        Key(Source source, StoredRow row) {
            this(
                    source,
                    source.columns().stream()
                            .map(column -> String.valueOf(row.cells().get(column)))
                            .toList());
        }

        String dataset() {
            return source.dataset();
        }
    }

    private static List<Key> keys(StoredRow row) {
        return SOURCES.getOrDefault(row.table(), List.of()).stream()
                .map(source -> new Key(source, row))
                .toList();
    }

    private boolean isSummed(StoredRow row) {
        return TOTAL.equals(row.cells().get(SUBJECT))
                && SOURCES.getOrDefault(row.table(), List.of()).contains(SCORES)
                && keys(row).stream().noneMatch(counted::containsKey);
    }

    /** The keys behind a row; where it is a total that was summed, that of its subjects. */
    Set<Key> keysOf(StoredRow row) {
        Set<Key> keys = new LinkedHashSet<>(keys(row));
        if (isSummed(row)) {
            keys.add(new Key(SUBJECTS, row));
        }
        return keys;
    }

    /** How many rows of each submission count under a key. */
    Map<String, Long> submissions(Key key) {
        return counted.getOrDefault(key, Map.of());
    }

    private void ask(Stream<Key> keys) {
        Map<Source, Set<List<String>>> bySource =
                keys.collect(Collectors.groupingBy(Key::source, Collectors.mapping(Key::values, Collectors.toSet())));
        bySource.forEach((source, values) -> {
            if (lake.tables().contains("stg_" + source.dataset())) {
                ask(source, values);
            }
        });
    }

    private void ask(Source source, Set<List<String>> asked) {
        String values = asked.stream()
                .map(key -> key.stream().map(RowsBehind::literal).collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        String names = String.join(", ", source.columns());
        String columns = source.columns().stream()
                .map(name -> "coalesce(" + name + "::varchar, 'null') as " + name)
                .collect(Collectors.joining(", "));
        String sql = "with k(" + names + ") as (values " + values + "), d as (select " + columns
                + ", submission_id from current_" + source.dataset() + ") select " + names
                + ", submission_id, count(*) from d semi join k using (" + names + ") group by all";
        int wide = source.columns().size();
        for (List<Object> row : lake.rows(sql)) {
            List<String> key = new ArrayList<>();
            row.subList(0, wide).forEach(cell -> key.add(cell.toString()));
            counted.computeIfAbsent(new Key(source, key), any -> new TreeMap<>())
                    .put((String) row.get(wide), ((Number) row.get(wide + 1)).longValue());
        }
    }

    private static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
