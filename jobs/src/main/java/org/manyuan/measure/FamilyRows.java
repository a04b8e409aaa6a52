package org.manyuan.measure;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.SparkSession;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.record.RecordEncoder;

/** Addresses the rows of the fact tables to the families that need them. */
final class FamilyRows {
    private static final Encoder<TerritoryRow> ROW = RecordEncoder.of(TerritoryRow.class);

    private FamilyRows() {}

    /**
     * One row per fact and family that it is addressed to, and one per family.
     *
     * @param families once for all tasks: with the registers in them they are larger than many a task
     */
    static Dataset<TerritoryRow> of(FactTables facts, Broadcast<Families> families) {
        SparkSession spark = facts.of(SchoolExamFact.class).sparkSession();
        Dataset<TerritoryRow> asked = spark.createDataset(
                families.value().all().stream()
                        .map(family -> TerritoryRow.of(family, null))
                        .toList(),
                ROW);
        return facts.types().stream()
                .filter(families.value()::needs)
                .map(type -> addressed(facts, type, families))
                .reduce(asked, Dataset::union);
    }

    private static <T extends Record> Dataset<TerritoryRow> addressed(
            FactTables facts, Class<T> type, Broadcast<Families> families) {
        return needed(facts.of(type), type, families.value())
                .flatMap(
                        (FlatMapFunction<T, TerritoryRow>) fact -> families.value().of(fact).stream()
                                .map(family -> TerritoryRow.of(family, fact))
                                .iterator(),
                        ROW);
    }

    /** Of scores only the exams that families ask for, where not every family is asked for: the others are not read. */
    private static <T extends Record> Dataset<T> needed(Dataset<T> facts, Class<T> type, Families families) {
        return families.isOfScores(type) && !families.areAll()
                ? facts.filter(col("examCode").isin(families.examCodes().toArray()))
                : facts;
    }
}
