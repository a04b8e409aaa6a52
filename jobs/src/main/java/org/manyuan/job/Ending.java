package org.manyuan.job;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.manyuan.store.ReceiptFolder;
import org.manyuan.store.Warehouse;
import org.manyuan.store.WarehouseWrite;

/** What becomes of a hand-in that was read and checked: it counts, or it was only a check. */
interface Ending {
    /** A name for the receipt of a file, and its place in the order of submissions. */
    record Numbered(String id, long receivedNo) {}

    /** Whether this secret is the one that the workspace's persons were keyed with. */
    boolean hasTheKey(Connection connection) throws java.sql.SQLException;

    /** Runs the work, and keeps note of it where it is one that writes. */
    <T> T noted(Supplier<T> work);

    /** Numbers the next file. */
    Numbered number(String digest);

    /** Begins to write. */
    WarehouseWrite begin(Warehouse warehouse);

    /** Lets the rows that were written count, with their receipts. */
    void keep(WarehouseWrite write, List<ReceiptDraft> drafts);

    /** Keeps receipts of files of which there is no row. */
    void keep(List<ReceiptDraft> drafts);

    /** Where marked workbooks go; empty: nowhere. */
    Optional<ReceiptFolder> workbooks();
}
