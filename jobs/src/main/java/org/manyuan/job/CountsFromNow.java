package org.manyuan.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.manyuan.store.CountedSubmissions;
import org.manyuan.store.ReceiptFolder;
import org.manyuan.store.Receipts;
import org.manyuan.store.SecretKey;
import org.manyuan.store.Warehouse;
import org.manyuan.store.WarehouseWrite;
import org.manyuan.store.WriterLock;

/** Rows and receipts become visible in one transaction. */
record CountsFromNow(OpenWorkspace open, WriterLock lock) implements Ending {
    @Override
    public boolean hasTheKey(Connection connection) throws SQLException {
        return SecretKey.of(open.workspace()).isTheWorkspaces(connection);
    }

    @Override
    public <T> T noted(Supplier<T> work) {
        return Noted.run(open.database(), "ingest", work);
    }

    @Override
    public Numbered number(String digest) {
        long no = open.database().inTransaction(Receipts::nextReceivedNo);
        return new Numbered("R%06d-%s".formatted(no, digest.substring(0, 8)), no);
    }

    @Override
    public WarehouseWrite begin(Warehouse warehouse) {
        return warehouse.write(lock);
    }

    @Override
    public void keep(WarehouseWrite write, List<ReceiptDraft> drafts) {
        write.commit(connection -> {
            insert(connection, drafts);
            return null;
        });
    }

    @Override
    public void keep(List<ReceiptDraft> drafts) {
        open.database().inTransaction(connection -> {
            insert(connection, drafts);
            return null;
        });
    }

    private static void insert(Connection connection, List<ReceiptDraft> drafts) throws SQLException {
        for (ReceiptDraft draft : drafts) {
            Receipts.insert(connection, draft.receipt(), draft.meaning());
            if (draft.isPatch()) {
                CountedSubmissions.patches(connection, draft.submissionId());
            }
        }
    }

    @Override
    public Optional<ReceiptFolder> workbooks() {
        return Optional.of(ReceiptFolder.of(open.workspace()));
    }
}
