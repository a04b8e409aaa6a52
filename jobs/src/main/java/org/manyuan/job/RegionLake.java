package org.manyuan.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.RegionRules;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.LakeTable;
import org.manyuan.store.StagingTable;

/**
 * The relations of one region, for its policy rules and published figures: registers and events are few, so DuckDB answers, without a
 * plan.
 */
final class RegionLake implements AutoCloseable {
    /** What is looked at beside what was handed in; as this build has left it. */
    private static final List<String> BUILT = List.of(
            "dim_district", "dim_group", "dim_term", "dim_exam", "brg_membership", "fct_school_exam", "metric_value");

    /** Datasets whose rows are never asked for: scores lie there by the million. */
    private static final Set<String> NOT_ASKED = Set.of("exam_score", "student_id_link");

    private final LakeQuery lake;

    private RegionLake(LakeQuery lake) {
        this.lake = lake;
    }

    /**
     * Makes the relations.
     *
     * @param standing where a table stands
     * @param tables those that were handed in or built
     * @param settings words that the rules' file gives
     */
    static RegionLake of(
            OpenWorkspace open,
            Function<String, LakeTable> standing,
            Set<String> tables,
            String region,
            LocalDate asOf,
            Map<String, List<String>> settings) {
        List<Contract> datasets = Contracts.all().stream()
                .filter(contract -> !NOT_ASKED.contains(contract.dataset()))
                .toList();
        List<LakeTable> read = Stream.concat(
                        BUILT.stream(),
                        datasets.stream()
                                .map(contract -> StagingTable.of(contract).name())
                                .filter(tables::contains))
                .map(standing)
                .toList();
        RegionLake relations = new RegionLake(LakeQuery.current(open.workspace(), open.database(), read));
        datasets.stream()
                .filter(contract -> !tables.contains(StagingTable.of(contract).name()))
                .forEach(relations::keepNothing);
        relations.lake.keep("asked", "select " + Quoted.literal(region) + " as region_code");
        relations.lake.keep("build", "select date '" + asOf + "' as as_of");
        relations.lake.keep("setting", settings(settings));
        RegionRules.relations().forEach(relations.lake::keep);
        return relations;
    }

    /** Keeps the answer of a SELECT over the relations as one more of them. */
    void keep(String name, String select) {
        lake.keep(name, select);
    }

    /** The rows of a SELECT over the relations, by the names of their columns. */
    List<Map<String, Object>> rows(String select) {
        return lake.select(select);
    }

    /** The current rows of a dataset that nobody has handed in. */
    private void keepNothing(Contract contract) {
        String columns = Stream.concat(
                        contract.columns().stream()
                                .map(column -> "null::" + column.sqlType() + " as " + column.storedName()),
                        contract.has("origin") ? Stream.of() : Stream.of("null::varchar as origin"))
                .collect(Collectors.joining(", "));
        lake.keep("current_" + contract.dataset(), "select " + columns + " where false");
    }

    private static String settings(Map<String, List<String>> settings) {
        List<String> rows = new ArrayList<>();
        settings.forEach((name, values) ->
                values.forEach(value -> rows.add("(" + Quoted.literal(name) + ", " + Quoted.literal(value) + ")")));
        return rows.isEmpty()
                ? "select null::varchar as name, null::varchar as value where false"
                : "select * from (values " + String.join(", ", rows) + ") as setting(name, value)";
    }

    @Override
    public void close() {
        lake.close();
    }
}
