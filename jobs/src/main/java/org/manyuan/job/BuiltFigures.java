package org.manyuan.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.LinkedExamFact;
import org.manyuan.domain.LinkedPupil;
import org.manyuan.measure.FactTables;
import org.manyuan.measure.Families;
import org.manyuan.measure.LinkedExamFacts;
import org.manyuan.measure.MetricValues;
import org.manyuan.measure.Registers;
import org.manyuan.metric.BuildTerms;
import org.manyuan.record.RecordRows;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.Warehouse;

/**
 * What a build has left, gone through again in part to see what a part takes: some metrics of all of its facts, or the facts of linked
 * pupils. The warehouse stays as it is.
 */
final class BuiltFigures {
    private static final String SINK = "noop";

    private final OpenWorkspace open;
    private final Warehouse warehouse;
    private final LakeQuery lake;
    private final LocalDate asOf;

    BuiltFigures(OpenWorkspace open, Warehouse warehouse, LakeQuery lake, LocalDate asOf) {
        this.open = open;
        this.warehouse = warehouse;
        this.lake = lake;
        this.asOf = asOf;
    }

    /** The figures of some metrics, from the facts to Parquet files. */
    void write(Set<String> metricIds, Path folder) {
        figures(metricIds).write().parquet(folder.toString());
    }

    /** The same to nowhere. */
    void compute(Set<String> metricIds) {
        figures(metricIds).write().format(SINK).mode("overwrite").save();
    }

    /** Pupils beside their earlier scores, to nowhere. */
    void link() {
        pupils().write().format(SINK).mode("overwrite").save();
    }

    /** The facts of linked pupils, to nowhere: {@link #link} and what is made of it. */
    void linkedFacts() {
        RecordRows.table(LinkedExamFacts.of(pupils()), LinkedExamFact.class)
                .write()
                .format(SINK)
                .mode("overwrite")
                .save();
    }

    private Dataset<LinkedPupil> pupils() {
        return new EarlierScores(
                        new CurrentTables(warehouse, lake),
                        lake.records("dim_exam", Exam.class, "true"),
                        lake.records("dim_exam_paper", ExamPaper.class, "true"),
                        lake)
                .pupils(Optional.empty());
    }

    private Dataset<Row> figures(Set<String> metricIds) {
        String level = open.settings().territoryLevel();
        Registers registers = FamilyInputs.registers(lake);
        FactTables facts = new FactTables();
        FamilyInputs.factTables().forEach((table, type) -> add(facts, table, type));
        Families families = FamilyInputs.families(lake, registers, level);
        BuildTerms terms = FigureTerms.of(open.settings(), asOf, registers.exams());
        return MetricValues.table(MetricValues.of(facts, families, level, terms, metricIds));
    }

    private <T extends Record> void add(FactTables facts, String table, Class<T> type) {
        facts.with(type, records(table, type));
    }

    private <T extends Record> Dataset<T> records(String table, Class<T> type) {
        return RecordRows.records(warehouse.read(table), type);
    }
}
