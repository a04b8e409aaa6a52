package org.manyuan.measure;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.manyuan.domain.LinkedExamFact;
import org.manyuan.domain.LinkedPupil;
import org.manyuan.metric.LinkedCohort;
import org.manyuan.record.RecordEncoder;
import scala.Tuple2;

/**
 * {@code fct_linked_exam}: one row per unit, exam, subject and earlier exam. The pupils of one exam and subject meet in one task of an
 * executor, in parallel over exams; nothing of them reaches the driver.
 */
public final class LinkedExamFacts {
    private LinkedExamFacts() {}

    public static Dataset<LinkedExamFact> of(Dataset<LinkedPupil> pupils) {
        return pupils.groupBy(col("examCode"), col("subject"))
                .as(Encoders.tuple(Encoders.STRING(), Encoders.STRING()), RecordEncoder.of(LinkedPupil.class))
                .flatMapGroups(
                        (FlatMapGroupsFunction<Tuple2<String, String>, LinkedPupil, LinkedExamFact>) (exam, rows) -> {
                            List<LinkedPupil> cohort = new ArrayList<>();
                            rows.forEachRemaining(cohort::add);
                            return LinkedCohort.of(cohort).iterator();
                        },
                        RecordEncoder.of(LinkedExamFact.class));
    }
}
