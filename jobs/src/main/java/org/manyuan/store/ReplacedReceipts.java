package org.manyuan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.Receipt;

/** What receipts took the place of ({@code control.submission_replaced}). Works inside somebody's transaction. */
final class ReplacedReceipts {
    private ReplacedReceipts() {}

    static void insert(Connection connection, Receipt receipt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into control.submission_replaced"
                + " (submission_id, dataset, replaced_id, file_name, rows_out, held_again, gone)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
            for (Receipt.Replaced replaced : receipt.replaced()) {
                insert.setString(1, receipt.submissionId());
                insert.setString(2, replaced.dataset());
                insert.setString(3, replaced.submissionId());
                insert.setString(4, replaced.fileName());
                insert.setLong(5, replaced.rows());
                insert.setLong(6, replaced.heldAgain());
                insert.setLong(7, replaced.gone());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static List<Receipt.Replaced> of(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select dataset, replaced_id, file_name, rows_out,"
                + " held_again, gone from control.submission_replaced where submission_id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                List<Receipt.Replaced> replaced = new ArrayList<>();
                while (row.next()) {
                    replaced.add(new Receipt.Replaced(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6)));
                }
                return replaced;
            }
        }
    }
}
