package org.manyuan.job;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manyuan.store.CountedSubmissions;
import org.manyuan.store.Database;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.Withdrawals;
import org.manyuan.store.Workspace;
import org.manyuan.store.WriterLock;

/**
 * {@code withdraw}: takes a submission back. Its rows stay as they were handed in, but count no more from then on, and what they had
 * replaced counts again; the same file may be handed in anew. Starts no Spark.
 */
public final class WithdrawSubmission {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private WithdrawSubmission() {}

    /**
     * What became of it.
     *
     * @param isDone false where rows would have lost what they refer to and nobody said to go on
     * @param orphans rows that count and lose what they refer to, by dataset
     */
    public record Withdrawn(
            String submissionId, String fileName, List<String> datasets, boolean isDone, Map<String, Long> orphans) {}

    /**
     * Takes it back.
     *
     * @param receipt id of the receipt, whole or its part before the hyphen
     * @param anyway even where rows lose what they refer to; they stay, and are left out of figures until it is handed in again
     * @throws UsageException where there is no such receipt, its file was refused, or it is taken back already
     */
    public static Withdrawn of(Workspace workspace, String receipt, Optional<String> reason, boolean anyway) {
        try (WriterLock lock = workspace.lockForWriting("withdraw")) {
            OpenWorkspace open = OpenWorkspace.at(workspace);
            Database database = open.database();
            Withdrawals.Submission submission = found(database, receipt);
            if (submission.isRefused()) {
                throw new UsageException(
                        submission.submissionId() + " 的文件当时未接收，没有任何数据，无需撤回。",
                        "The file of " + submission.submissionId()
                                + " was refused, so nothing of it counts and there is nothing to take back.");
            }
            inForce(database, submission).ifPresent(earlier -> {
                throw new UsageException(
                        submission.submissionId() + " 已于 " + local(earlier.withdrawnAt()) + " 由 "
                                + earlier.withdrawnBy() + " 撤回；要恢复请用 withdraw --undo。",
                        submission.submissionId() + " was taken back already, on " + local(earlier.withdrawnAt())
                                + " by " + earlier.withdrawnBy() + "; withdraw --undo lets it count again.");
            });
            Orphans orphans = orphans(open, submission);
            boolean isDone = anyway || orphans.rows().isEmpty();
            if (isDone) {
                Noted.run(
                        database,
                        "withdraw",
                        () -> database.inTransaction(connection -> {
                            Withdrawals.begin(connection, submission.submissionId(), Instant.now(), user(), reason);
                            return null;
                        }));
            }
            return new Withdrawn(
                    submission.submissionId(), submission.fileName(), submission.datasets(), isDone, orphans.rows());
        }
    }

    /**
     * Lets a submission that was taken back count again, as if handed in when it was.
     *
     * @throws UsageException where there is no such receipt, or it is not taken back
     */
    public static Withdrawn undo(Workspace workspace, String receipt) {
        try (WriterLock lock = workspace.lockForWriting("withdraw")) {
            Database database = OpenWorkspace.at(workspace).database();
            Withdrawals.Submission submission = found(database, receipt);
            if (inForce(database, submission).isEmpty()) {
                throw new UsageException(
                        submission.submissionId() + " 没有被撤回，无需恢复。",
                        submission.submissionId() + " is not taken back, so there is nothing to undo.");
            }
            Noted.run(
                    database,
                    "withdraw --undo",
                    () -> database.inTransaction(connection -> {
                        Withdrawals.undo(connection, submission.submissionId(), Instant.now(), user());
                        return null;
                    }));
            return new Withdrawn(
                    submission.submissionId(), submission.fileName(), submission.datasets(), true, Map.of());
        }
    }

    private static Withdrawals.Submission found(Database database, String receipt) {
        return database.inTransaction(connection -> Withdrawals.submission(connection, receipt))
                .orElseThrow(() -> new UsageException(
                        "没有编号为 " + receipt + " 的回执；回执编号如 R000012，见 manyuan receipt。",
                        "There is no receipt " + receipt + "; ids look like R000012, and manyuan receipt lists them."));
    }

    private static Optional<Withdrawals.Withdrawal> inForce(Database database, Withdrawals.Submission submission) {
        return database.inTransaction(connection -> Withdrawals.inForce(connection, submission.submissionId()));
    }

    private static Orphans orphans(OpenWorkspace open, Withdrawals.Submission submission) {
        CountedSubmissions now = open.database().inTransaction(CountedSubmissions::now);
        HashSet<String> parents = new HashSet<>(submission.datasets());
        try (LakeQuery before = LakeQuery.open(open.workspace(), open.database(), now);
                LakeQuery after =
                        LakeQuery.open(open.workspace(), open.database(), now.without(submission.submissionId()))) {
            return Orphans.of(parents, after).beyond(Orphans.of(parents, before));
        }
    }

    private static String user() {
        return System.getProperty("user.name");
    }

    private static String local(Instant instant) {
        return LOCAL.format(instant.atZone(ZoneId.systemDefault()));
    }
}
