package org.manyuan.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.manyuan.domain.District;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Unit;
import org.manyuan.record.RecordEncoder;

/** Where districts, units and groups are computed: a territory is what is computed together (DESIGN §3). */
public final class Territories {
    private final Dataset<Row> ofDistricts;
    private final Dataset<Row> ofUnits;
    private final Dataset<Row> ofMembers;

    /**
     * @param level the setting {@code territory_level}
     */
    public Territories(
            Dataset<District> districts,
            Dataset<Unit> units,
            Dataset<EducationGroup> groups,
            Dataset<MembershipSpan> spans,
            String level) {
        ofDistricts = districts
                .groupBy(lit("tree"))
                .as(Encoders.STRING(), RecordEncoder.of(District.class))
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, District, TerritoryOfDistrict>) (all, rows) -> {
                            List<District> tree = new ArrayList<>();
                            rows.forEachRemaining(tree::add);
                            TerritoryMap map = new TerritoryMap(tree, level);
                            return tree.stream()
                                    .map(District::districtCode)
                                    .map(code -> new TerritoryOfDistrict(code, map.of(code)))
                                    .iterator();
                        },
                        RecordEncoder.of(TerritoryOfDistrict.class))
                .select(col("districtCode").as("code"), col("territory"));
        ofUnits = units.select(col("schoolCode"), col("districtCode").as("lies_in"))
                .join(broadcast(ofDistricts), col("lies_in").equalTo(col("code")), "left")
                .select(
                        col("schoolCode").as("code"),
                        coalesce(col("territory"), col("lies_in")).as("territory"));
        ofMembers = spans.filter("knownTo IS NULL")
                .select(col("groupCode").as("group_code"), col("schoolCode"))
                .join(groups.select(col("groupCode")), col("group_code").equalTo(col("groupCode")), "left_semi")
                .join(ofUnits, col("schoolCode").equalTo(col("code")), "inner")
                .groupBy("group_code")
                .agg(sort_array(collect_set("territory")).as("territories"));
    }

    /** One row per district: code, territory. */
    Dataset<Row> ofDistricts() {
        return ofDistricts;
    }

    /** One row per unit: code, territory. */
    Dataset<Row> ofUnits() {
        return ofUnits;
    }

    /** One row per group whose units, past and present, lie in one territory: code, territory. */
    Dataset<Row> ofGroups() {
        return ofMembers
                .filter(size(col("territories")).equalTo(1))
                .select(
                        col("group_code").as("code"),
                        element_at(col("territories"), 1).as("territory"));
    }

    /**
     * Groups whose units lie in several territories: no figure is made of them.
     *
     * @return one row per such group: group_code, territories (array of codes, ascending)
     */
    public Dataset<Row> groupsLeftOut() {
        return ofMembers.filter(size(col("territories")).gt(1));
    }
}
