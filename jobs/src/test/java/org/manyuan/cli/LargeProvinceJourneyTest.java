package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.store.FigureYardstick;
import org.manyuan.store.LakeQuery;
import org.manyuan.synthesis.LargeProvince;

/** The province of the measurement, small: Manyuan and DuckDB agree on every figure of the metrics that both compute. */
class LargeProvinceJourneyTest {
    private static final LargeProvince PROVINCE = new LargeProvince(8_000, 2);

    @TempDir
    Path results;

    @Test
    void aBuildAndTheScriptComeToTheSameFiguresAlsoAfterACorrection() throws Exception {
        Desk desk = Desk.empty("");
        List<Path> files = new ArrayList<>();
        PROVINCE.registers()
                .forEach((name, text) -> files.add(
                        desk.bytes(PROVINCE.provinceCode() + "/" + name, text.getBytes(StandardCharsets.UTF_8))));
        files.add(sheet(desk, 0, false));
        files.add(sheet(desk, 1, false));
        Answer taken = desk.ingest("en", files.toArray(Path[]::new));
        assertThat(taken.exit()).as(taken.said()).isZero();
        desk.run("build");

        FigureYardstick yardstick =
                new FigureYardstick(desk.workspace(), desk.store().database(), "city");
        Path figures = results.resolve("figures.parquet");
        yardstick.run(figures, 2, "1GB");
        FigureYardstick.Compared first = yardstick.compare(figures);
        assertThat(first.differences()).isEmpty();
        assertThat(first.figures()).isGreaterThan(10_000);

        assertThat(yardstick
                        .compare(altered(figures, "GAP-01", "value = value * (1 + 2e-9)"))
                        .differences())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("GAP-01: 1, {'measure': mean_score, 'variant': ");
        assertThat(yardstick
                        .compare(altered(figures, "ENR-04", "school_year = 2121"))
                        .differences())
                .as("a figure that only one has")
                .hasSize(1)
                .first()
                .asString()
                .startsWith("ENR-04: 2, ");

        desk.ingest("en", sheet(desk, 0, true));
        yardstick.run(figures, 2, "1GB");
        assertThat(yardstick.compare(figures).differences())
                .as("the script reads what was handed in, the build has not")
                .isNotEmpty();
        Answer again = desk.run("build", "--json");
        assertThat(again.json().get("computed").asInt())
                .isLessThan(again.json().get("families").asInt());
        assertThat(yardstick.compare(figures).differences()).isEmpty();
        List<List<Object>> byNeed = figures(desk);
        desk.run("build", "--all");
        assertThat(figures(desk)).isEqualTo(byNeed);
    }

    private static List<List<Object>> figures(Desk desk) {
        try (LakeQuery lake = desk.lake()) {
            assertThat(lake.rows("select distinct part from metric_value order by 1"))
                    .as("one county was corrected, the other stayed")
                    .hasSizeGreaterThan(3);
            return lake.rows("select * from metric_value order by all");
        }
    }

    private static Path sheet(Desk desk, int district, boolean isCorrected) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PROVINCE.write(district, isCorrected, bytes);
        return desk.bytes(PROVINCE.districtCodes().get(district) + "/exam_score.csv", bytes.toByteArray());
    }

    /** The figures, with one of those that are meant changed. */
    private Path altered(Path figures, String metricId, String change) throws SQLException {
        Path altered = results.resolve("altered.parquet");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("create table figure as from '" + figures + "'");
            statement.execute("update figure set " + change
                    + " where rowid = (select min(rowid) from figure where metric_id = '" + metricId + "')");
            statement.execute("copy figure to '" + altered + "' (format parquet)");
        }
        return altered;
    }
}
