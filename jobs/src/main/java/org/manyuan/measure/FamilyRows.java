package org.manyuan.measure;

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
                .map(type -> addressed(facts.of(type), families))
                .reduce(asked, Dataset::union);
    }

    private static <T extends Record> Dataset<TerritoryRow> addressed(Dataset<T> facts, Broadcast<Families> families) {
        return facts.flatMap(
                (FlatMapFunction<T, TerritoryRow>) fact -> families.value().of(fact).stream()
                        .map(family -> TerritoryRow.of(family, fact))
                        .iterator(),
                ROW);
    }
}
