package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.store.FigureYardstick;
import org.manyuan.synthesis.LargeProvince;

/** The province of the measurement, small: Manyuan and DuckDB agree on every figure of the metrics that both compute. */
class LargeProvinceJourneyTest {
    private static final LargeProvince PROVINCE = new LargeProvince(24_000, 6);

    @TempDir
    Path results;

    @Test
    void aBuildAndTheScriptComeToTheSameFigures() throws IOException {
        Desk desk = Desk.empty("");
        List<Path> files = new ArrayList<>();
        PROVINCE.registers()
                .forEach((name, text) -> files.add(
                        desk.bytes(PROVINCE.provinceCode() + "/" + name, text.getBytes(StandardCharsets.UTF_8))));
        for (int district = 0; district < PROVINCE.districts(); district++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PROVINCE.write(district, false, bytes);
            files.add(desk.bytes(
                    PROVINCE.districtCodes().get(district) + "/exam_score.csv", bytes.toByteArray()));
        }
        Answer handedIn = desk.ingest("en", files.toArray(Path[]::new));
        System.out.println(handedIn.out().lines().limit(30).collect(java.util.stream.Collectors.joining("\n")));
        Answer built = desk.run("build", "--lang", "en");
        System.out.println(built);
        Path figures = results.resolve("figures.parquet");
        FigureYardstick yardstick =
                new FigureYardstick(desk.workspace(), desk.store().database(), "city");
        yardstick.run(figures, 2, "1GB");
        FigureYardstick.Compared compared = yardstick.compare(figures);
        System.out.println(compared.figures());
        assertThat(compared.differences()).isEmpty();
    }
}
