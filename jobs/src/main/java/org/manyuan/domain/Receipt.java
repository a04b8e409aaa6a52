package org.manyuan.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The answer to one file handed in. Its counts add up: rows = accepted + rejected + duplicate. Holds no value of a person.
 *
 * @param submissionId names the receipt
 * @param receivedNo order of submissions: the later one replaces the earlier
 * @param digest SHA-256 of the file as handed in
 * @param submitter the folder's district; empty where there is none
 * @param counts one per dataset and sheet
 * @param problems one per dataset, sheet, reason and column
 * @param replaced one per dataset and receipt of which rows no longer count because of this file
 * @param repeated the very same file was handed in before, this is its receipt, nothing was changed
 */
public record Receipt(
        String submissionId,
        long receivedNo,
        String digest,
        String fileName,
        String submitter,
        Outcome outcome,
        Instant receivedAt,
        String receivedBy,
        long bytes,
        List<Count> counts,
        List<Problem> problems,
        List<Replaced> replaced,
        boolean repeated) {
    private static final Comparator<Problem> AS_TOLD = Comparator.<Problem>comparingInt(
                    problem -> problem.firstLines().isEmpty() ? 0 : 1)
            .thenComparing(Problem::dataset)
            .thenComparing(Problem::sheet)
            .thenComparingLong(problem ->
                    problem.firstLines().isEmpty() ? 0 : problem.firstLines().get(0))
            .thenComparing(Problem::code)
            .thenComparing(Problem::column);

    /** Told in one order whenever it is told: what is about the whole file, then by place. */
    public Receipt {
        problems = problems.stream().sorted(AS_TOLD).toList();
        replaced = replaced.stream()
                .sorted(Comparator.comparing(Replaced::dataset).thenComparing(Replaced::submissionId))
                .toList();
    }

    /** What became of the file. */
    public enum Outcome {
        ACCEPTED,
        ACCEPTED_WITH_REJECTS,
        REFUSED
    }

    /**
     * One row per dataset and sheet. A wide sheet gives several rows a line.
     *
     * @param sheet of a workbook; empty for a text
     * @param lines lines below the header
     * @param filtered rows that a mapping left out, and totals without a paper; they are in none of the others
     */
    public record Count(
            String dataset,
            String sheet,
            long lines,
            long filtered,
            long rows,
            long accepted,
            long rejected,
            long duplicate) {}

    /**
     * One row per dataset, sheet, reason and column.
     *
     * @param column of the source; empty where it is about the whole file
     * @param occurrences bad cells, or 1 for a whole file
     * @param firstLines the first lines it was seen on; empty where it is about the whole file
     * @param chinese what happened and what to do; so english
     */
    public record Problem(
            String dataset,
            String sheet,
            String code,
            String column,
            long occurrences,
            List<Long> firstLines,
            String chinese,
            String english) {}

    /**
     * Rows of another receipt that a file took the place of, when it came. rows = heldAgain + gone, and rows that make way for those of
     * a third receipt.
     *
     * @param submissionId of the receipt replaced
     * @param fileName of the file replaced
     * @param rows of it that no longer count
     * @param heldAgain keys of these that this file holds
     * @param gone keys of these that no file holds now
     */
    public record Replaced(
            String dataset, String submissionId, String fileName, long rows, long heldAgain, long gone) {}

    /** The same receipt, said to be that of a file handed in before. */
    public Receipt again() {
        return new Receipt(
                submissionId,
                receivedNo,
                digest,
                fileName,
                submitter,
                outcome,
                receivedAt,
                receivedBy,
                bytes,
                counts,
                problems,
                replaced,
                true);
    }

    /** Rows that were turned back; of a file that was refused for its rows, all of them. */
    public long rejectedRows() {
        return counts.stream().mapToLong(Count::rejected).sum();
    }

    /** Whether any row, or the whole file, was not taken. */
    public boolean hasRejects() {
        return outcome != Outcome.ACCEPTED;
    }
}
