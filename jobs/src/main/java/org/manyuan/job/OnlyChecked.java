package org.manyuan.job;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.manyuan.store.ReceiptFolder;
import org.manyuan.store.Receipts;
import org.manyuan.store.SecretKey;
import org.manyuan.store.Warehouse;
import org.manyuan.store.WarehouseWrite;

/**
 * Nothing is kept: the rows lie in the command's temporary folder, the receipts are told and forgotten, and no number is used up.
 *
 * @param out where the clerk wants marked workbooks; empty: nowhere
 */
record OnlyChecked(OpenWorkspace open, Path scratch, Optional<Path> out, AtomicLong checked) implements Ending {
    OnlyChecked(OpenWorkspace open, Path scratch, Optional<Path> out) {
        this(open, scratch, out, new AtomicLong());
    }

    @Override
    public boolean hasTheKey(Connection connection) throws SQLException {
        return SecretKey.of(open.workspace()).fits(connection);
    }

    @Override
    public <T> T noted(Supplier<T> work) {
        return work.get();
    }

    /** The number that the file would have, had it been handed in, so that it counts as the newest among those that were. */
    @Override
    public Numbered number(String digest) {
        long place = checked.incrementAndGet();
        long no = open.database().inTransaction(Receipts::lastReceivedNo) + place;
        return new Numbered("CHECK-%06d-%s".formatted(place, digest.substring(0, 8)), no);
    }

    @Override
    public WarehouseWrite begin(Warehouse warehouse) {
        return warehouse.rehearse(scratch);
    }

    @Override
    public void keep(WarehouseWrite write, List<ReceiptDraft> drafts) {
        // a check keeps nothing
    }

    @Override
    public void keep(List<ReceiptDraft> drafts) {
        // a check keeps nothing
    }

    @Override
    public Optional<ReceiptFolder> workbooks() {
        return out.map(ReceiptFolder::new);
    }
}
