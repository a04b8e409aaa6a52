package org.manyuan.measure;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.metric.BuildTerms;
import org.manyuan.record.RecordEncoder;
import org.manyuan.record.RecordRows;
import scala.Tuple3;

/**
 * {@code metric_value}: one row per figure. One shuffle brings the facts of every family (a series and subject of exams, or all
 * of a territory that is no score) together, and one Java function per family computes all of its figures from them and from its part
 * of the registers: one job for all metrics, in parallel over families, nothing on the driver.
 */
public final class MetricValues {
    private MetricValues() {}

    /**
     * The figures of the families, and of their parts, that are asked for, in no order; groups that lie in several territories have none
     * ({@link Territories#groupsLeftOut}).
     *
     * @param level the setting {@code territory_level}
     */
    public static Dataset<FamilyFigure> of(FactTables tables, Families families, String level, BuildTerms terms) {
        return of(
                tables,
                families,
                level,
                (family, asking, facts) ->
                        facts.figures(family, asking.registers(family), level, terms, asking.asked(family)));
    }

    /** Of these figures those of some metrics, by id: what they alone take. */
    public static Dataset<FamilyFigure> of(
            FactTables tables, Families families, String level, BuildTerms terms, Set<String> metricIds) {
        return of(
                tables,
                families,
                level,
                (family, asking, facts) -> facts.figures(metricIds, family, asking.registers(family), level, terms));
    }

    /** What is made of the facts of a family, in a task. */
    private interface FiguresOfFamily extends Serializable {
        List<MetricValue> of(Family family, Families asking, FamilyFacts facts);
    }

    private static Dataset<FamilyFigure> of(
            FactTables tables, Families families, String level, FiguresOfFamily figures) {
        Broadcast<Families> all = JavaSparkContext.fromSparkContext(
                        tables.of(SchoolExamFact.class).sparkSession().sparkContext())
                .broadcast(families);
        return FamilyRows.of(tables, all)
                .groupBy(col("territory"), col("series"), col("subject"))
                .as(
                        Encoders.tuple(Encoders.STRING(), Encoders.STRING(), Encoders.STRING()),
                        RecordEncoder.of(TerritoryRow.class))
                .flatMapGroups(
                        (FlatMapGroupsFunction<Tuple3<String, String, String>, TerritoryRow, FamilyFigure>)
                                (key, rows) -> {
                                    Family family = new Family(key._1(), key._2(), key._3());
                                    FamilyFacts facts = new FamilyFacts();
                                    rows.forEachRemaining(row -> facts.add(row.fact()));
                                    Function<MetricValue, String> part = FamilyFacts.parts(
                                            family, all.value().registers(family), level);
                                    return figures.of(family, all.value(), facts).stream()
                                            .map(figure -> new FamilyFigure(
                                                    family.territory(), family.name(), part.apply(figure), figure))
                                            .iterator();
                                },
                        RecordEncoder.of(FamilyFigure.class));
    }

    /** The figures alone. */
    public static Dataset<MetricValue> figures(Dataset<FamilyFigure> rows) {
        return rows.select("figure.*").as(RecordEncoder.of(MetricValue.class));
    }

    /** {@code metric_value} as it is stored: a figure's columns, and last those by which it is computed again. */
    public static Dataset<Row> table(Dataset<FamilyFigure> rows) {
        Column[] columns = Stream.concat(
                        Arrays.stream(MetricValue.class.getRecordComponents())
                                .map(RecordComponent::getName)
                                .map(name -> col("figure." + name).as(RecordRows.columnName(name))),
                        Stream.of(col("territoryCode").as("territory_code"), col("family"), col("part")))
                .toArray(Column[]::new);
        return rows.select(columns);
    }
}
