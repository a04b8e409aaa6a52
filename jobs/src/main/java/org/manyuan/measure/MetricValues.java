package org.manyuan.measure;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.manyuan.domain.MetricValue;
import org.manyuan.metric.BuildTerms;
import org.manyuan.record.RecordEncoder;
import scala.Tuple3;

/**
 * {@code metric_value}: one row per figure. One shuffle brings every family of a territory (a series and subject of exams, or all
 * that is no score) together with the territory's units and groups, and one Java function per family computes all of its figures:
 * one job for all metrics, in parallel over families, nothing on the driver.
 */
public final class MetricValues {
    private MetricValues() {}

    /**
     * @param territoryLevel the setting {@code territory_level}
     * @return the figures of every territory, in no order; groups that lie in several territories have none
     *     ({@link Territories#groupsLeftOut})
     */
    public static Dataset<MetricValue> of(ConformedTables tables, String territoryLevel, BuildTerms terms) {
        Territories territories =
                new Territories(tables.districts(), tables.units(), tables.groups(), tables.spans(), territoryLevel);
        return new FamilyRows(tables, territories)
                .rows()
                .groupBy(col("territory"), col("series"), col("subject"))
                .as(
                        Encoders.tuple(Encoders.STRING(), Encoders.STRING(), Encoders.STRING()),
                        RecordEncoder.of(TerritoryRow.class))
                .flatMapGroups(
                        (FlatMapGroupsFunction<Tuple3<String, String, String>, TerritoryRow, MetricValue>)
                                (family, rows) -> new GatheredFamily(rows)
                                        .figures(family._1(), territoryLevel, family._2(), family._3(), terms)
                                        .iterator(),
                        RecordEncoder.of(MetricValue.class));
    }
}
