package org.manyuan.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.manyuan.domain.Receipt;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.Receipts;

/** What was handed in behind rows of the built tables. */
public final class SubmissionsBehind {
    private final OpenWorkspace open;
    private final LakeQuery lake;

    SubmissionsBehind(OpenWorkspace open, LakeQuery lake) {
        this.open = open;
        this.lake = lake;
    }

    /**
     * A submission behind a figure.
     *
     * @param rows of the dataset that it brought and that count
     */
    public record Behind(
            String submissionId, String fileName, String submitter, Instant receivedAt, String dataset, long rows) {}

    /** One row per submission and dataset, in the order they were handed in. */
    List<Behind> of(List<RowsBehind.StoredRow> rows) {
        RowsBehind behind = new RowsBehind(lake, rows);
        Set<RowsBehind.Key> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.addAll(behind.keysOf(row)));
        Map<String, Map<String, Long>> bySubmission = new TreeMap<>();
        for (RowsBehind.Key key : keys) {
            behind.submissions(key).forEach((submission, many) -> bySubmission
                    .computeIfAbsent(submission, any -> new TreeMap<>())
                    .merge(key.dataset(), many, Long::sum));
        }
        List<Behind> told = new ArrayList<>();
        bySubmission.forEach((submission, datasets) ->
                datasets.forEach((dataset, many) -> told.add(behind(submission, dataset, many))));
        return told;
    }

    private Behind behind(String submissionId, String dataset, long rows) {
        Receipt receipt = open.database()
                .inTransaction(connection -> Receipts.find(connection, submissionId))
                .orElseThrow();
        return new Behind(submissionId, receipt.fileName(), receipt.submitter(), receipt.receivedAt(), dataset, rows);
    }
}
