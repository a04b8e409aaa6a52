package org.manyuan.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.manyuan.domain.Receipt;
import org.manyuan.job.ShowReceipts;
import org.manyuan.store.Withdrawals;

/**
 * A receipt as machines read it.
 *
 * @param workbook path of the workbook with the rejected rows; null where there is none
 * @param withdrawnAt since when it counts no more; null: it counts, or was handed in just now
 */
record ToldReceipt(@JsonUnwrapped Receipt receipt, String workbook, Instant withdrawnAt) {
    static ToldReceipt of(Receipt receipt, Optional<Path> workbook) {
        return new ToldReceipt(receipt, workbook.map(Path::toString).orElse(null), null);
    }

    static ToldReceipt of(ShowReceipts.Shown shown) {
        return new ToldReceipt(
                shown.receipt(),
                shown.workbook().map(Path::toString).orElse(null),
                shown.withdrawal().map(Withdrawals.Withdrawal::withdrawnAt).orElse(null));
    }
}
