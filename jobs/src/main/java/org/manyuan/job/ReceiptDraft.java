package org.manyuan.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.manyuan.contract.Binding;
import org.manyuan.contract.Problem;
import org.manyuan.contract.ProblemCode;
import org.manyuan.domain.Receipt;
import org.manyuan.ingest.RepeatedRows;
import org.manyuan.store.RefusedFile;
import org.manyuan.store.SourceCounts;

/** The answer to one file while it is being written. */
final class ReceiptDraft {
    private final HandIn handIn;
    private final String digest;
    private final long bytes;
    private final String submissionId;
    private final long receivedNo;
    private final Instant receivedAt;
    private final List<Receipt.Count> counts = new ArrayList<>();
    private final List<Receipt.Problem> problems = new ArrayList<>();
    private final List<Receipt.Problem> hints = new ArrayList<>();
    private boolean refused;

    ReceiptDraft(HandIn handIn, String digest, long bytes, long receivedNo, Instant receivedAt) {
        this.handIn = handIn;
        this.digest = digest;
        this.bytes = bytes;
        this.receivedNo = receivedNo;
        this.receivedAt = receivedAt;
        this.submissionId = "R%06d-%s".formatted(receivedNo, digest.substring(0, 8));
    }

    HandIn handIn() {
        return handIn;
    }

    String submissionId() {
        return submissionId;
    }

    long receivedNo() {
        return receivedNo;
    }

    boolean refused() {
        return refused;
    }

    /** The file could not even be read. */
    void refuse(RefusedFile refusal) {
        refused = true;
        problems.add(new Receipt.Problem(
                "",
                refusal.sheet(),
                refusal.code().name(),
                "",
                1,
                refusal.line() > 0 ? List.of(refusal.line()) : List.of(),
                refusal.chinese(),
                refusal.english()));
    }

    /** The header does not fit. */
    void refuse(String sheet, List<Problem> found) {
        refused = true;
        for (Problem problem : found) {
            problems.add(new Receipt.Problem(
                    "",
                    sheet,
                    problem.code().name(),
                    problem.column(),
                    1,
                    problem.line() > 0 ? List.of(problem.line()) : List.of(),
                    problem.chinese(),
                    problem.english()));
        }
    }

    /** Headers that were not read: told, because a misspelt one is data that is missing. */
    void ignored(String sheet, String dataset, long line, List<String> headers) {
        for (String header : headers) {
            Problem hint = new Problem(ProblemCode.IGNORED_COLUMN, header, 0, "");
            hints.add(new Receipt.Problem(
                    dataset, sheet, hint.code().name(), header, 1, List.of(line), hint.chinese(), hint.english()));
        }
    }

    /** Forgets what was counted, because the call is taken anew; a refusal stays. */
    void recountUnlessRefused() {
        if (!refused) {
            counts.clear();
            problems.clear();
        }
    }

    /** What became of one of its texts as one dataset. Refuses the file where more rows are wrong than the contract bears. */
    void count(Intake.Taken taken) {
        Binding binding = taken.part().binding();
        String dataset = binding.contract().dataset();
        String sheet = taken.part().text().sheet();
        SourceCounts read = taken.counts();
        long rejected = read.rejected() + taken.conflicts().rows();
        long duplicate = taken.duplicates().rows();
        counts.add(new Receipt.Count(
                dataset,
                sheet,
                read.lines(),
                read.filtered(),
                taken.accepted() + rejected + duplicate,
                taken.accepted(),
                rejected,
                duplicate));
        read.problems().forEach((reason, seen) -> problems.add(problem(dataset, sheet, reason, seen)));
        if (taken.conflicts().rows() > 0) {
            problems.add(conflict(dataset, sheet, taken.conflicts()));
        }
        // against what was read: a mapping that collapses equal rows accepts few
        double share = (double) rejected / Math.max(1, read.rows());
        if (share > binding.contract().maxRejectShare()) {
            refused = true;
            problems.add(tooMany(dataset, sheet, share, binding.contract().maxRejectShare()));
        }
    }

    /** What is said of one reason that rows were rejected for. */
    static Receipt.Problem problem(String dataset, String sheet, String reason, SourceCounts.Occurrences seen) {
        int colon = reason.indexOf(':');
        ProblemCode code = ProblemCode.valueOf(reason.substring(0, colon));
        String column = reason.substring(colon + 1);
        Map<String, String> words = Map.of("{column}", column, "{detail}", "");
        return new Receipt.Problem(
                dataset,
                sheet,
                code.name(),
                column,
                seen.count(),
                seen.firstLines(),
                filled(code.chinese(), words),
                filled(code.english(), words));
    }

    /** What is said of rows that say one key with other content. */
    static Receipt.Problem conflict(String dataset, String sheet, Intake.Repeats conflicts) {
        return new Receipt.Problem(
                dataset,
                sheet,
                RepeatedRows.CONFLICT_CODE,
                "",
                conflicts.rows(),
                conflicts.firstLines(),
                "同一主键出现多行且内容不同；请只保留正确的一行",
                "the same key stands on several lines with other content; keep the right one");
    }

    private static Receipt.Problem tooMany(String dataset, String sheet, double share, double most) {
        return new Receipt.Problem(
                dataset,
                sheet,
                "TOO_MANY_REJECTS",
                "",
                1,
                List.of(),
                "错误行占 %.1f%%，超过允许的 %.1f%%；整个文件未接收，请更正后重新报送".formatted(100 * share, 100 * most),
                "%.1f %% of the rows are wrong, more than the %.1f %% that are borne; nothing of the file was taken, correct it and hand it in again"
                        .formatted(100 * share, 100 * most));
    }

    private static String filled(String template, Map<String, String> words) {
        String told = template;
        for (Map.Entry<String, String> word : words.entrySet()) {
            told = told.replace(word.getKey(), word.getValue());
        }
        return told;
    }

    /** The receipt. Of a refused file nothing was taken, so every row of it is rejected. */
    Receipt receipt() {
        Receipt.Outcome outcome = refused
                ? Receipt.Outcome.REFUSED
                : problems.isEmpty() ? Receipt.Outcome.ACCEPTED : Receipt.Outcome.ACCEPTED_WITH_REJECTS;
        List<Receipt.Problem> told = new ArrayList<>(problems);
        told.addAll(hints);
        return new Receipt(
                submissionId,
                receivedNo,
                digest,
                handIn.name().fileName(),
                handIn.submitter(),
                outcome,
                receivedAt,
                System.getProperty("user.name"),
                bytes,
                refused ? counts.stream().map(ReceiptDraft::nothingTaken).toList() : List.copyOf(counts),
                List.copyOf(told),
                false);
    }

    private static Receipt.Count nothingTaken(Receipt.Count count) {
        return new Receipt.Count(
                count.dataset(), count.sheet(), count.lines(), count.filtered(), count.rows(), 0, count.rows(), 0);
    }
}
