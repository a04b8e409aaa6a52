package org.manyuan.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.manyuan.domain.Receipt;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.Receipts;

/** What was handed in behind rows of the built tables. */
public final class SubmissionsBehind {
    /** The datasets that a built table is made of, and the columns by which their rows are found again. */
    private static final Map<String, List<Source>> SOURCES = Map.ofEntries(
            Map.entry(
                    "fct_school_exam",
                    List.of(
                            new Source("exam_score", "exam_code", "subject", "school_code"),
                            new Source("exam_summary", "exam_code", "subject", "school_code"))),
            Map.entry("fct_linked_exam", List.of(new Source("exam_score", "exam_code", "subject", "school_code"))),
            Map.entry(
                    "fct_enrollment",
                    List.of(new Source("enrollment", "school_code", "school_year", "stage", "grade"))),
            Map.entry("fct_class", List.of(new Source("class_roll", "school_code", "school_year", "stage", "grade"))),
            Map.entry("fct_exchange", List.of(new Source("teacher_exchange", "exchange_id"))),
            Map.entry("fct_teacher", List.of(new Source("teacher_roll", "school_code", "school_year"))),
            Map.entry("fct_resource", List.of(new Source("school_resource", "school_code", "school_year", "stage"))),
            Map.entry("fct_ledger", List.of(new Source("ledger", "entry_id"))),
            Map.entry("fct_activity", List.of(new Source("group_activity", "activity_id"))),
            Map.entry("fct_group_post", List.of(new Source("group_post", "group_code", "post"))),
            Map.entry("fct_flow", List.of(new Source("student_roll", "school_code", "school_year", "stage", "grade"))),
            Map.entry("brg_membership", List.of(new Source("group_membership", "group_code", "school_code"))),
            Map.entry("dim_exam_paper", List.of(new Source("exam_paper", "exam_code", "subject"))),
            Map.entry("dim_school", List.of(new Source("school", "school_code"))));

    private static final String SCORES = "exam_score";

    private final OpenWorkspace open;
    private final LakeQuery lake;

    SubmissionsBehind(OpenWorkspace open, LakeQuery lake) {
        this.open = open;
        this.lake = lake;
    }

    private record Source(String dataset, List<String> columns) {
        Source(String dataset, String... columns) {
            this(dataset, List.of(columns));
        }
    }

    /**
     * A submission behind a figure.
     *
     * @param rows of the dataset that it brought and that count
     */
    public record Behind(
            String submissionId, String fileName, String submitter, Instant receivedAt, String dataset, long rows) {}

    /** One row per submission and dataset, in the order they were handed in. */
    List<Behind> of(List<ExplainFigure.InputRow> rows) {
        Map<String, Set<List<Object>>> keys = new TreeMap<>();
        Map<String, Source> sources = new TreeMap<>();
        for (ExplainFigure.InputRow row : rows) {
            for (Source source : SOURCES.getOrDefault(row.table(), List.of())) {
                sources.put(source.dataset(), source);
                keys.computeIfAbsent(source.dataset(), any -> new LinkedHashSet<>())
                        .add(source.columns().stream().map(row.cells()::get).toList());
            }
        }
        List<Behind> behind = new ArrayList<>();
        sources.forEach((dataset, source) -> {
            if (lake.tables().contains("stg_" + dataset)) {
                behind.addAll(found(source, keys.get(dataset)));
            }
        });
        boolean isSummed = sources.containsKey(SCORES)
                && behind.stream()
                        .noneMatch(each -> Set.of(SCORES, "exam_summary").contains(each.dataset()));
        if (isSummed && lake.tables().contains("stg_" + SCORES)) {
            // a total that nobody handed in was summed from the subjects
            Source subjects = new Source(SCORES, "exam_code", "school_code");
            Set<List<Object>> papers = new LinkedHashSet<>();
            keys.get(SCORES).forEach(key -> papers.add(List.of(key.get(0), key.get(2))));
            behind.addAll(found(subjects, papers));
        }
        behind.sort(Comparator.comparing(Behind::submissionId).thenComparing(Behind::dataset));
        return behind;
    }

    private List<Behind> found(Source source, Set<List<Object>> keys) {
        String values = keys.stream()
                .map(key -> key.stream().map(SubmissionsBehind::literal).collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        String columns =
                source.columns().stream().map(name -> name + "::varchar").collect(Collectors.joining(", "));
        String names = String.join(", ", source.columns());
        return lake
                .rows("select submission_id, count(*) from current_" + source.dataset() + " where (" + columns
                        + ") in (select (" + names + ") from (values " + values + ") as k(" + names
                        + ")) group by 1 order by 1")
                .stream()
                .map(row -> behind((String) row.get(0), source.dataset(), ((Number) row.get(1)).longValue()))
                .toList();
    }

    private Behind behind(String submissionId, String dataset, long rows) {
        Receipt receipt = open.database()
                .inTransaction(connection -> Receipts.find(connection, submissionId))
                .orElseThrow();
        return new Behind(submissionId, receipt.fileName(), receipt.submitter(), receipt.receivedAt(), dataset, rows);
    }

    private static String literal(Object value) {
        return value == null ? "null" : "'" + value.toString().replace("'", "''") + "'";
    }
}
