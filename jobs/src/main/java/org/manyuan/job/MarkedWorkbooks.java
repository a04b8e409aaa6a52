package org.manyuan.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.Receipt;
import org.manyuan.store.MarkedWorkbook;
import org.manyuan.store.ReceiptFolder;
import org.manyuan.store.RejectedLine;
import org.manyuan.store.SourcePart;

/**
 * The marked workbooks of one call: written into its temporary folder while its rejected rows can be read, put into their place once
 * everything counts.
 */
final class MarkedWorkbooks {
    private final Path scratch;
    private final int keptDays;
    private final Map<String, Path> finished = new LinkedHashMap<>();

    MarkedWorkbooks(Path scratch, int keptDays) {
        this.scratch = scratch;
        this.keptDays = keptDays;
    }

    boolean has(String receipt) {
        return finished.containsKey(receipt);
    }

    /**
     * Writes one. Not where no line of it is wrong: it was refused for what another file of the call says.
     *
     * @param parts what the file was read as
     * @param rejected rows of {@code rejected_row}, this receipt's among them
     */
    void write(Receipt receipt, List<SourcePart> parts, Dataset<Row> rejected) {
        List<RejectedLine> lines = lines(rejected, receipt.submissionId());
        if (lines.isEmpty()) {
            return;
        }
        Path file = scratch.resolve("marked-" + receipt.submissionId() + ".xlsx");
        MarkedWorkbook.write(file, receipt, parts, lines, keptDays);
        finished.put(receipt.submissionId(), file);
    }

    /** Puts them all into their place. */
    void deliver(ReceiptFolder folder) {
        finished.forEach(folder::keep);
        finished.clear();
    }

    /** One more line than a workbook shows, so that it can say that there are more. */
    private static List<RejectedLine> lines(Dataset<Row> rejected, String submission) {
        List<RejectedLine> lines = new ArrayList<>();
        for (Row row : rejected.where(col("submission_id").equalTo(submission))
                .groupBy("sheet", "source_line")
                .agg(sort_array(collect_set(struct("dataset", "source_column", "code")))
                        .as("cells"))
                .orderBy("sheet", "source_line")
                .limit(MarkedWorkbook.MOST_LINES + 1)
                .collectAsList()) {
            List<RejectedLine.BadCell> cells = new ArrayList<>();
            for (Row cell : row.<Row>getList(2)) {
                cells.add(new RejectedLine.BadCell(cell.getString(0), cell.getString(1), cell.getString(2)));
            }
            lines.add(new RejectedLine(row.getString(0), row.getLong(1), List.copyOf(cells)));
        }
        return lines;
    }
}
