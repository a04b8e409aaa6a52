package org.manyuan.measure;

import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.TeacherFact;
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
        Families to = families;
        Dataset<TerritoryRow> asked = facts.scores()
                .sparkSession()
                .createDataset(to.all().stream().map(TerritoryRow::of).toList(), ROW);
        return Stream.of(
                        asked,
                        facts.scores().flatMap((FlatMapFunction<SchoolExamFact, TerritoryRow>)
                                fact -> rows(fact, to::of, TerritoryRow::of), ROW),
                        facts.enrollment().flatMap((FlatMapFunction<EnrollmentFact, TerritoryRow>)
                                fact -> rows(fact, to.ofUnit(EnrollmentFact::schoolCode), TerritoryRow::of), ROW),
                        facts.exchanges().flatMap((FlatMapFunction<ExchangeSpell, TerritoryRow>)
                                fact -> rows(fact, to::of, TerritoryRow::of), ROW),
                        facts.teachers().flatMap((FlatMapFunction<TeacherFact, TerritoryRow>)
                                fact -> rows(fact, to.ofUnit(TeacherFact::schoolCode), TerritoryRow::of), ROW),
                        facts.resources().flatMap((FlatMapFunction<ResourceFact, TerritoryRow>)
                                fact -> rows(fact, to.ofUnit(ResourceFact::schoolCode), TerritoryRow::of), ROW),
                        facts.classes().flatMap((FlatMapFunction<ClassFact, TerritoryRow>)
                                fact -> rows(fact, to.ofUnit(ClassFact::schoolCode), TerritoryRow::of), ROW))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    private static <T> Iterator<TerritoryRow> rows(
            T fact, Function<T, List<Family>> to, BiFunction<Family, T, TerritoryRow> row) {
        return to.apply(fact).stream().map(family -> row.apply(family, fact)).iterator();
    }
}
