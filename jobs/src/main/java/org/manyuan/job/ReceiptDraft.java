package org.manyuan.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.manyuan.contract.Binding;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.Problem;
import org.manyuan.contract.ProblemCode;
import org.manyuan.contract.Severity;
import org.manyuan.domain.Receipt;
import org.manyuan.store.RefusedFile;
import org.manyuan.store.SheetNotes;
import org.manyuan.store.SourceCounts;

/** The answer to one file while it is being written. */
final class ReceiptDraft {
    private final HandIn handIn;
    private final String digest;
    private final String meaning;
    private final long bytes;
    private final String submissionId;
    private final long receivedNo;
    private final Instant receivedAt;
    private final List<Receipt.Count> counts = new ArrayList<>();
    private final List<Receipt.Problem> problems = new ArrayList<>();
    private final List<Receipt.Problem> hints = new ArrayList<>();
    private final List<Receipt.Problem> warnings = new ArrayList<>();
    private final List<Receipt.Replaced> replaced = new ArrayList<>();
    private boolean refused;
    private double rejectedShare;
    private boolean patch;

    /**
     * @param meaning what the file's name says about its content, so that the same bytes are known again under another name
     */
    ReceiptDraft(
            HandIn handIn, String digest, String meaning, long bytes, Ending.Numbered numbered, Instant receivedAt) {
        this.handIn = handIn;
        this.digest = digest;
        this.meaning = meaning;
        this.bytes = bytes;
        this.receivedNo = numbered.receivedNo();
        this.receivedAt = receivedAt;
        this.submissionId = numbered.id();
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

    String meaning() {
        return meaning;
    }

    /** It replaces only the keys it holds. */
    void patches() {
        patch = true;
    }

    boolean isPatch() {
        return patch;
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
            problems.add(told("", sheet, problem, 1));
        }
    }

    /** What another file of the call says stands against it. */
    void refuse(Receipt.Problem problem) {
        refused = true;
        problems.add(problem);
    }

    /** Rows of another receipt that it takes the place of. */
    void replaces(Receipt.Replaced rows) {
        replaced.add(rows);
    }

    /** Something to be told that leaves its rows as they are. */
    void warn(Optional<Receipt.Problem> problem) {
        problem.ifPresent(warnings::add);
    }

    /** Headers that were not read: told, because a misspelt one is data that is missing. */
    void ignored(String sheet, String dataset, long line, List<String> headers) {
        for (String header : headers) {
            hints.add(told(dataset, sheet, new Problem(ProblemCode.IGNORED_COLUMN, header, line, ""), 1));
        }
    }

    /** A file that holds no rows, as its mapping says. */
    void noData(String reason) {
        hints.add(told("", "", new Problem(ProblemCode.NO_DATA, "", 0, reason), 1));
    }

    /** What a sheet does not show, or shows as a formula, and what became of it. */
    void noted(String sheet, String dataset, SheetNotes notes) {
        hints.addAll(SheetHints.of(sheet, dataset, notes));
    }

    /** A sheet of notes beside data, which was not read. */
    void skipped(String sheet) {
        hints.add(told("", sheet, new Problem(ProblemCode.NOTES_SHEET, sheet, 0, ""), 1));
    }

    static Receipt.Problem told(String dataset, String sheet, Problem problem, long occurrences) {
        return new Receipt.Problem(
                dataset,
                sheet,
                problem.code().name(),
                problem.column(),
                occurrences,
                problem.line() > 0 ? List.of(problem.line()) : List.of(),
                problem.chinese(),
                problem.english());
    }

    /** Sheets that were left out because nobody sees them. */
    void hiddenSheets(List<String> names) {
        for (String name : names) {
            Problem hint = new Problem(ProblemCode.HIDDEN_SHEET, name, 0, "");
            hints.add(new Receipt.Problem(
                    "", name, hint.code().name(), "", 1, List.of(), hint.chinese(), hint.english()));
        }
    }

    /** The share of wrong rows that it was refused for, the greatest of its sheets; 0 where it was not refused for its rows. */
    double rejectedShare() {
        return refused ? rejectedShare : 0;
    }

    /** It is judged again when the call is taken anew: what it was refused for may have been held against a file that is refused. */
    void spare() {
        refused = false;
    }

    /** Forgets what was counted, because the call is taken anew; a refusal stays. */
    void recountUnlessRefused() {
        if (!refused) {
            rejectedShare = 0;
            counts.clear();
            problems.clear();
            warnings.clear();
            replaced.clear();
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
        RowReasons reasons = RowReasons.of(taken);
        read.problems().forEach((reason, seen) -> problems.add(reasons.told(sheet, reason, seen)));
        if (read.lines() == 0 && read.filtered() == 0) {
            warnings.add(told(dataset, sheet, new Problem(ProblemCode.NO_ROWS, "", 0, ""), 1));
        }
        read.warned().forEach((reason, seen) -> warnings.add(RowWords.problem(dataset, sheet, reason, seen)));
        if (taken.conflicts().rows() > 0) {
            problems.add(RowWords.conflict(dataset, sheet, taken.conflicts()));
        }
        // against what was read: a mapping that collapses equal rows accepts few
        refuseIfTooMany(dataset, sheet, rejected, read.rows());
    }

    /** What the checks between files found in it: lines that are taken out again, and lines that stay and are told. */
    void found(HeldTogether held) {
        for (HeldTogether.Found found : held.of(submissionId)) {
            (found.severity() == Severity.ERROR ? problems : warnings)
                    .add(RowWords.problem(found.dataset(), found.sheet(), found.code(), found.column(), found.seen()));
        }
        counts.replaceAll(count -> {
            long out = held.takenOut(submissionId, count.sheet(), count.dataset());
            return new Receipt.Count(
                    count.dataset(),
                    count.sheet(),
                    count.lines(),
                    count.filtered(),
                    count.rows(),
                    count.accepted() - out,
                    count.rejected() + out,
                    count.duplicate());
        });
        for (Receipt.Count count : List.copyOf(counts)) {
            if (held.takenOut(submissionId, count.sheet(), count.dataset()) > 0) {
                refuseIfTooMany(count.dataset(), count.sheet(), count.rejected(), count.rows());
            }
        }
    }

    private void refuseIfTooMany(String dataset, String sheet, long rejected, long rows) {
        double most = Contracts.of(dataset).maxRejectShare();
        double share = (double) rejected / Math.max(1, rows);
        if (share > most) {
            refused = true;
            rejectedShare = Math.max(rejectedShare, share);
            problems.add(RowWords.tooMany(dataset, sheet, share, most));
        }
    }

    /** The receipt. Of a refused file nothing was taken, so every row of it is rejected. */
    Receipt receipt() {
        Receipt.Outcome outcome = refused
                ? Receipt.Outcome.REFUSED
                : problems.isEmpty() ? Receipt.Outcome.ACCEPTED : Receipt.Outcome.ACCEPTED_WITH_REJECTS;
        List<Receipt.Problem> told = new ArrayList<>(problems);
        told.addAll(hints);
        if (!refused) {
            // a file of which nothing was taken is to be mended first
            told.addAll(warnings);
        }
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
                refused ? List.of() : List.copyOf(replaced),
                false);
    }

    private static Receipt.Count nothingTaken(Receipt.Count count) {
        return new Receipt.Count(
                count.dataset(), count.sheet(), count.lines(), count.filtered(), count.rows(), 0, count.rows(), 0);
    }
}
