package org.manyuan.job;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.manyuan.domain.Receipt;
import org.manyuan.domain.Standing;
import org.manyuan.store.ReceiptFolder;
import org.manyuan.store.Receipts;
import org.manyuan.store.Withdrawals;
import org.manyuan.store.Workspace;

/** {@code receipt}: what was answered to a file, at any later time. Starts no Spark. */
public final class ShowReceipts {
    private static final int NAMED = 3;

    private ShowReceipts() {}

    /**
     * A receipt and the workbook with its rejected rows.
     *
     * @param workbook empty where no row was rejected, where it was swept, or where a killed command never wrote it
     * @param isOfTopic whether it is of messages, of which there is no workbook
     * @param withdrawals every time that it was taken back, the first one first
     * @param standing how many of its rows count now, one a dataset
     */
    public record Shown(
            Receipt receipt,
            Optional<Path> workbook,
            boolean isOfTopic,
            List<Withdrawals.Withdrawal> withdrawals,
            List<Standing> standing) {
        private Shown standing(List<Standing> now) {
            return new Shown(receipt, workbook, isOfTopic, withdrawals, now);
        }
    }

    /**
     * The last receipts, newest first.
     *
     * @param total how many there are in all
     */
    public record Newest(List<Receipt> receipts, long total) {}

    /**
     * One receipt.
     *
     * @param id whole, or its part before the hyphen
     * @throws UsageException where there is none of that id
     */
    public static Shown of(Workspace workspace, String id) {
        ReceiptFolder folder = ReceiptFolder.of(workspace);
        Shown shown = OpenWorkspace.at(workspace)
                .database()
                .inTransaction(connection -> {
                    Optional<Receipt> found = Receipts.find(connection, id);
                    return found.isEmpty()
                            ? Optional.<Shown>empty()
                            : Optional.of(shown(connection, found.get(), folder));
                })
                .orElseThrow(() -> unknown(id, newest(workspace, NAMED).receipts()));
        return shown.standing(Standings.of(workspace, List.of(shown.receipt()))
                .getOrDefault(shown.receipt().submissionId(), List.of()));
    }

    private static Shown shown(Connection connection, Receipt receipt, ReceiptFolder folder) throws SQLException {
        String id = receipt.submissionId();
        return new Shown(
                receipt,
                folder.workbook(id),
                Receipts.isOfTopic(connection, id),
                Withdrawals.of(connection, id),
                List.of());
    }

    /**
     * The last receipts, at most so many.
     *
     * @throws UsageException where that is none at all
     */
    public static Newest newest(Workspace workspace, int most) {
        if (most < 1) {
            throw new UsageException("--last 应为正整数。", "--last must be above 0.");
        }
        return OpenWorkspace.at(workspace)
                .database()
                .inTransaction(connection -> new Newest(Receipts.newest(connection, most), Receipts.count(connection)));
    }

    private static UsageException unknown(String id, List<Receipt> last) {
        if (last.isEmpty()) {
            return new UsageException(
                    "没有编号为 " + id + " 的回执：本工作区还没有报送过文件。请用 manyuan ingest 报送，或用 -w 指明工作区。",
                    "There is no receipt " + id
                            + ": nothing was handed in to this workspace yet. Hand in with manyuan ingest, or name the workspace with -w.");
        }
        String ids = last.stream().map(Receipt::submissionId).collect(Collectors.joining(", "));
        return new UsageException(
                "没有编号为 " + id + " 的回执。最近的回执：" + ids.replace(", ", "、") + "；运行 manyuan receipt 可列出全部。",
                "There is no receipt " + id + ". The last ones: " + ids + "; manyuan receipt lists them.");
    }
}
