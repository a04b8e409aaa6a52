package org.manyuan.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.manyuan.domain.Receipt;
import org.manyuan.domain.Standing;
import org.manyuan.store.Withdrawals;

/**
 * A receipt as machines read it.
 *
 * @param workbook path of the workbook with the rejected rows; null where there is none
 * @param withdrawals every time that it was taken back; left out where it never was
 * @param standing how many rows of an earlier receipt count now; left out of a new one, whose counts say it
 */
record ToldReceipt(
        @JsonUnwrapped Receipt receipt,
        String workbook,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Withdrawals.Withdrawal> withdrawals,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Standing> standing) {
    static ToldReceipt of(Receipt receipt, Optional<Path> workbook) {
        return of(receipt, workbook, List.of(), List.of());
    }

    static ToldReceipt of(
            Receipt receipt,
            Optional<Path> workbook,
            List<Withdrawals.Withdrawal> withdrawals,
            List<Standing> standing) {
        return new ToldReceipt(receipt, workbook.map(Path::toString).orElse(null), withdrawals, standing);
    }
}
