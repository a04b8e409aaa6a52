package org.manyuan.measure;

import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.SparkSession;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.record.RecordEncoder;

/** Addresses the rows of the fact tables to the families that need them. */
final class FamilyRows {
    private static final Encoder<TerritoryRow> ROW = RecordEncoder.of(TerritoryRow.class);

    private final Families families;

    FamilyRows(Families families) {
        this.families = families;
    }

    /** One row per fact and family that it is addressed to, and one per family. */
    Dataset<TerritoryRow> of(FactTables facts) {
        SparkSession spark = facts.of(SchoolExamFact.class).sparkSession();
        Dataset<TerritoryRow> asked = spark.createDataset(
                families.all().stream()
                        .map(family -> TerritoryRow.of(family, null))
                        .toList(),
                ROW);
        return facts.types().stream().map(type -> addressed(facts.of(type))).reduce(asked, Dataset::union);
    }

    private <T extends Record> Dataset<TerritoryRow> addressed(Dataset<T> facts) {
        Families to = families;
        return facts.flatMap(
                (FlatMapFunction<T, TerritoryRow>) fact -> to.of(fact).stream()
                        .map(family -> TerritoryRow.of(family, fact))
                        .iterator(),
                ROW);
    }
}
