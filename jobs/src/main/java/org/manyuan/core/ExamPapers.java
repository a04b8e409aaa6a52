package org.manyuan.core;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.ExamPaper;
import org.manyuan.record.RecordRows;

/** {@code dim_exam_paper}: one row per exam and subject. */
public final class ExamPapers {
    private ExamPapers() {}

    /** The current rows of {@code stg_exam_paper}, as they are. */
    public static Dataset<ExamPaper> of(Dataset<Row> paper) {
        return RecordRows.records(paper, ExamPaper.class);
    }
}
