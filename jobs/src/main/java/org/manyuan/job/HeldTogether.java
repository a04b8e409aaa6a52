package org.manyuan.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.Severity;
import org.manyuan.ingest.Findings;
import org.manyuan.ingest.RejectedCells;
import org.manyuan.store.SourceCounts;
import org.manyuan.store.SourcePart;
import org.manyuan.store.WarehouseWrite;

/**
 * The files of a call held against each other and against what counts: what was found, and which rows were taken out again for it. On
 * the driver are counts and first lines, never rows.
 */
final class HeldTogether {
    private static final List<String> LINE = List.of("submission_id", "sheet", "source_line");

    private final List<Found> found = new ArrayList<>();
    private final Map<List<String>, Long> takenOut = new HashMap<>();

    /**
     * What one check found in one sheet.
     *
     * @param column as the file writes it
     */
    record Found(
            String submissionId,
            String sheet,
            String dataset,
            String code,
            String column,
            Severity severity,
            SourceCounts.Occurrences seen) {}

    private HeldTogether() {}

    /** Makes the checks, and takes out of the tables again what an error is about. */
    static HeldTogether of(WarehouseWrite write, List<Intake.Taken> taken, Set<String> patches) {
        HeldTogether held = new HeldTogether();
        CrossChecks checks = new CrossChecks(write, taken, patches);
        Optional<Dataset<Row>> plan = checks.findings();
        if (plan.isPresent()) {
            Dataset<Row> findings = plan.get().localCheckpoint();
            Map<List<String>, SourcePart> parts = parts(taken);
            for (Row row : Findings.summary(findings).collectAsList()) {
                held.found.add(found(row, parts));
            }
            held.takeOut(write, checks, findings, parts);
        }
        return held;
    }

    /**
     * Makes the checks and tells the drafts; true where one that was not refused before is refused for what was found. Of several only
     * those are refused now of which most is wrong: what was found in the others may stand against these, and is asked again without
     * them.
     */
    static boolean refusesAny(List<ReceiptDraft> drafts, WarehouseWrite write, List<Intake.Taken> taken) {
        List<ReceiptDraft> open =
                drafts.stream().filter(draft -> !draft.refused()).toList();
        Set<String> patches = open.stream()
                .filter(ReceiptDraft::isPatch)
                .map(ReceiptDraft::submissionId)
                .collect(Collectors.toSet());
        HeldTogether held = of(write, taken, patches);
        open.forEach(draft -> draft.found(held));
        double worst =
                open.stream().mapToDouble(ReceiptDraft::rejectedShare).max().orElse(0);
        open.stream().filter(draft -> draft.rejectedShare() < worst).forEach(ReceiptDraft::spare);
        return worst > 0;
    }

    /** What was found in one file. */
    List<Found> of(String submissionId) {
        return found.stream()
                .filter(one -> one.submissionId().equals(submissionId))
                .toList();
    }

    /** How many rows of a sheet were taken out again. */
    long takenOut(String submissionId, String sheet, String dataset) {
        return takenOut.getOrDefault(List.of(submissionId, sheet, dataset), 0L);
    }

    private static Found found(Row row, Map<List<String>, SourcePart> parts) {
        String dataset = row.getAs("dataset");
        String submission = row.getAs("submission_id");
        String sheet = row.getAs("sheet");
        String code = row.getAs("code");
        SourcePart part = parts.get(List.of(submission, sheet, dataset));
        return new Found(
                submission,
                sheet,
                dataset,
                code,
                part.binding().headerOf(row.getAs("column_name")),
                severity(code, dataset),
                new SourceCounts.Occurrences(row.getAs("line_count"), row.getList(row.fieldIndex("first_lines"))));
    }

    /** What the dataset's own contract says; lines of a dataset that another one is held against are never taken out. */
    private static Severity severity(String check, String dataset) {
        return Contracts.of(dataset).checks().stream()
                .filter(terms -> terms.check().equals(check))
                .map(terms -> terms.severity())
                .findFirst()
                .orElse(Severity.WARNING);
    }

    private void takeOut(
            WarehouseWrite write, CrossChecks checks, Dataset<Row> findings, Map<List<String>, SourcePart> parts) {
        Map<String, List<Found>> errors = new TreeMap<>();
        found.stream().filter(one -> one.severity() == Severity.ERROR).forEach(one -> errors.computeIfAbsent(
                        one.dataset(), any -> new ArrayList<>())
                .add(one));
        errors.forEach((dataset, ones) -> {
            Dataset<Row> wrong = findings.where(col("dataset")
                    .equalTo(dataset)
                    .and(col("code")
                            .isin(ones.stream().map(Found::code).distinct().toArray())));
            // two checks may find one line
            Dataset<Row> lines = wrong.select(
                            LINE.stream().map(name -> col(name)).toArray(Column[]::new))
                    .distinct();
            Dataset<Row> gone = checks.handedIn(dataset).join(lines, LINE.toArray(String[]::new), "left_semi");
            for (Row row : gone.groupBy("submission_id", "sheet").count().collectAsList()) {
                takenOut.put(List.of(row.getString(0), row.getString(1), dataset), row.getLong(2));
            }
            write.remove(CountingRows.table(dataset), lines, LINE);
            write.append(Intake.REJECTED, RejectedCells.ofFindings(told(wrong, ones, parts)));
        });
    }

    /** With the file's name and its own header. */
    private static Dataset<Row> told(Dataset<Row> wrong, List<Found> ones, Map<List<String>, SourcePart> parts) {
        Map<String, String> names = new TreeMap<>();
        Map<String, String> headers = new TreeMap<>();
        for (Found one : ones) {
            SourcePart part = parts.get(List.of(one.submissionId(), one.sheet(), one.dataset()));
            names.put(one.submissionId(), part.text().fileName());
            headers.put(String.join("/", one.submissionId(), one.sheet(), one.code()), one.column());
        }
        return wrong.withColumn("file_name", element_at(literal(names), col("submission_id")))
                .withColumn(
                        "source_column",
                        element_at(literal(headers), concat_ws("/", col("submission_id"), col("sheet"), col("code"))));
    }

    private static Column literal(Map<String, String> entries) {
        return map(entries.entrySet().stream()
                .flatMap(entry -> Stream.of(lit(entry.getKey()), lit(entry.getValue())))
                .toArray(Column[]::new));
    }

    private static Map<List<String>, SourcePart> parts(List<Intake.Taken> taken) {
        Map<List<String>, SourcePart> parts = new HashMap<>();
        taken.forEach(each -> parts.put(
                List.of(
                        each.part().submissionId(),
                        each.part().text().sheet(),
                        each.part().binding().contract().dataset()),
                each.part()));
        return parts;
    }
}
