package org.manyuan.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.manyuan.domain.Receipt;
import org.manyuan.store.Withdrawals;

/**
 * A receipt as machines read it.
 *
 * @param workbook path of the workbook with the rejected rows; null where there is none
 * @param withdrawals every time that it was taken back; left out where it never was
 */
record ToldReceipt(
        @JsonUnwrapped Receipt receipt,
        String workbook,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Withdrawals.Withdrawal> withdrawals) {
    static ToldReceipt of(Receipt receipt, Optional<Path> workbook) {
        return of(receipt, workbook, List.of());
    }

    static ToldReceipt of(Receipt receipt, Optional<Path> workbook, List<Withdrawals.Withdrawal> withdrawals) {
        return new ToldReceipt(receipt, workbook.map(Path::toString).orElse(null), withdrawals);
    }
}
