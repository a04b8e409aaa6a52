package org.manyuan.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.file.Path;
import java.util.Optional;
import org.manyuan.domain.Receipt;

/**
 * A receipt as machines read it.
 *
 * @param workbook path of the workbook with the rejected rows; null where there is none
 */
record ToldReceipt(@JsonUnwrapped Receipt receipt, String workbook) {
    static ToldReceipt of(Receipt receipt, Optional<Path> workbook) {
        return new ToldReceipt(receipt, workbook.map(Path::toString).orElse(null));
    }
}
