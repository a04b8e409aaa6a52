package org.manyuan.store;

import java.time.Instant;
import java.util.List;

/**
 * One row per file handed in, refused ones too: the receipt.
 *
 * @param submissionId what the clerk quotes
 * @param receivedNo order of submissions; the later one replaces the earlier
 * @param digest SHA-256 of the bytes in hexadecimal
 * @param submitter the folder's district, empty where there is none
 * @param datasets what the file became; empty where it was refused before that was known
 * @param receivedBy the account that handed it in
 * @param counts one a dataset and sheet
 */
public record Submission(
        String submissionId,
        long receivedNo,
        String digest,
        String fileName,
        String submitter,
        List<String> datasets,
        Outcome outcome,
        Instant receivedAt,
        String receivedBy,
        long bytes,
        List<Count> counts) {
    /** What became of a file. */
    public enum Outcome {
        ACCEPTED,
        ACCEPTED_WITH_REJECTS,
        REFUSED
    }

    /**
     * What one sheet (empty for a text) gave of one dataset. {@code rowsIn = accepted + rejected + duplicate}, else it cannot be
     * stored.
     *
     * @param lines lines with content after the header
     * @param filtered rows that a mapping left out
     */
    public record Count(
            String dataset,
            String sheet,
            long lines,
            long filtered,
            long rowsIn,
            long accepted,
            long rejected,
            long duplicate,
            List<Occurrence> problems) {}

    /**
     * How often one reason occurred in one column, and where first.
     *
     * @param column empty where it is about the whole file
     */
    public record Occurrence(String code, String column, long count, List<Long> firstLines) {}
}
