package org.manyuan.store;

import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Whether the formulas of an .xls were ever computed. A program that only writes them leaves 0 in each, to be computed when the
 * workbook is opened; in the same record a true 0 may stand, so that one formula with another value tells that somebody computed them.
 */
final class OldFormulas {
    private OldFormulas() {}

    /** Whether there are formulas and all of them hold nothing but 0 and wait to be computed. */
    static boolean wereNeverComputed(POIFSFileSystem container) throws IOException {
        boolean isAny = false;
        try (InputStream workbook = container.createDocumentInputStream("Workbook")) {
            RecordFactoryInputStream records = new RecordFactoryInputStream(workbook, false);
            for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
                if (record instanceof FormulaRecord formula) {
                    if (!formula.isCalcOnLoad() || formula.hasCachedResultString() || formula.getValue() != 0) {
                        return false;
                    }
                    isAny = true;
                }
            }
        }
        return isAny;
    }
}
