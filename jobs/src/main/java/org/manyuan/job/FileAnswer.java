package org.manyuan.job;

import java.util.List;
import java.util.Optional;
import org.manyuan.domain.Receipt;
import org.manyuan.store.SourcePart;

/**
 * What a file of a call is answered: an earlier receipt, or a draft and what the file holds.
 *
 * @param parts of an earlier one: only where its marked workbook is to be written anew
 * @param isNew whether the file is taken by this call; not so for one handed in before, and for a second copy
 */
record FileAnswer(
        String fileName,
        Optional<Receipt> earlier,
        Optional<ReceiptDraft> draft,
        List<SourcePart> parts,
        boolean isNew) {
    boolean lacksItsWorkbook() {
        return earlier.isPresent() && !parts.isEmpty();
    }

    /** The same answer to the same bytes under another name. */
    FileAnswer again() {
        return new FileAnswer(fileName, earlier, draft, List.of(), false);
    }

    Receipt receipt() {
        return earlier.map(Receipt::again).orElseGet(() -> {
            Receipt receipt = draft.orElseThrow().receipt();
            return isNew ? receipt : receipt.again();
        });
    }
}
