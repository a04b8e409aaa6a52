package org.manyuan.job;

import java.util.List;
import org.manyuan.contract.ReasonWords;
import org.manyuan.contract.Wording;
import org.manyuan.domain.Receipt;
import org.manyuan.ingest.RepeatedRows;
import org.manyuan.store.SourceCounts;

/** What a receipt says of rows that were turned back, each with its cure. */
final class RowWords {
    private RowWords() {}

    /** What is said of one reason that rows were rejected for. */
    static Receipt.Problem problem(String dataset, String sheet, String reason, SourceCounts.Occurrences seen) {
        int colon = reason.indexOf(':');
        return problem(dataset, sheet, reason.substring(0, colon), reason.substring(colon + 1), seen);
    }

    /** The same of a reason and its column. */
    static Receipt.Problem problem(
            String dataset, String sheet, String code, String column, SourceCounts.Occurrences seen) {
        Wording words = ReasonWords.of(code, column);
        return new Receipt.Problem(
                dataset, sheet, code, column, seen.count(), seen.firstLines(), words.zh(), words.en());
    }

    /** What is said of rows that say one key with other content. */
    static Receipt.Problem conflict(String dataset, String sheet, Intake.Repeats conflicts) {
        return new Receipt.Problem(
                dataset,
                sheet,
                RepeatedRows.CONFLICT_CODE,
                "",
                conflicts.rows(),
                conflicts.firstLines(),
                "同一主键出现多行且内容不同；请只保留正确的一行",
                "the same key stands on several lines with other content; keep the right one");
    }

    /** What is said of a file with too many wrong rows. */
    static Receipt.Problem tooMany(String dataset, String sheet, double share, double most) {
        return new Receipt.Problem(
                dataset,
                sheet,
                "TOO_MANY_REJECTS",
                "",
                1,
                List.of(),
                "错误行占 %.1f%%，超过允许的 %.1f%%；整个文件未接收，请更正后重新报送".formatted(100 * share, 100 * most),
                "%.1f %% of the rows are wrong, more than the %.1f %% that are borne; nothing of the file was taken, correct it and hand it in again"
                        .formatted(100 * share, 100 * most));
    }
}
