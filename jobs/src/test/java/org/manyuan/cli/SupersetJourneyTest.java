package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboards on the real Apache Superset: from a released county to charts whose every figure is the public set's. */
class SupersetJourneyTest {
    private static final String ONE_FIGURE =
            "update serving.mart_gap_change set change = change %s 0.001 where change is not null"
                    + " and is_headline and base = 'founding' and group_code = 'LZ07' and school_year = 2024 and subject_zh = '总分'";

    @TempDir
    static Path temporary;

    private static Desk desk;
    private static SupersetDesk superset;
    private static Answer tooSlow;
    private static int port;

    @BeforeAll
    static void releaseACountyAndStart() throws IOException {
        superset = new SupersetDesk(temporary);
        desk = Desk.empty("");
        String inbox = desk.workspace().inbox().toString();
        assertThat(Answer.to("synth", inbox).exit()).isZero();
        assertThat(desk.run("ingest", inbox).exit())
                .as("some rows are wrong on purpose")
                .isEqualTo(3);
        Answer built = desk.run("build");
        assertThat(built.exit()).as(built.said()).isZero();
        Answer released = desk.run("release", "2025-autumn");
        assertThat(released.exit()).as(released.said()).isZero();
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        tooSlow = run("up", "--port", String.valueOf(port), "--wait", "0");
        Answer up = run("up", "--port", String.valueOf(port), "--wait", "600");
        assertThat(up.exit()).as(up.said()).isZero();
        assertThat(up.out()).contains("http://127.0.0.1:" + port).contains("账号 admin，密码");
    }

    @AfterAll
    static void stop() {
        Answer down = run("down");
        assertThat(down).isEqualTo(new Answer(0, "看板已停止。\n", ""));
        assertThat(run("check").exit()).as("nothing answers any more").isEqualTo(2);
    }

    @Test
    void everyFigureOfEveryChartIsThePublicSets() {
        Answer check = run("check");

        assertThat(check.exit()).as(check.said()).isZero();
        assertThat(check.out())
                .contains("各集团的差距、变化、区间与结论：7 行")
                .contains("20 张图", "同样的变化，按生源水平调整后：7 行", "各集团的得分、位次与区间：7 行");
    }

    @Test
    void aFigureThatIsNotThePublicSetsIsFound() {
        assertThat(change(ONE_FIGURE.formatted("+"))).as("rows changed").isEqualTo(1);
        try {
            Answer check = run("check");

            assertThat(check.exit()).as(check.said()).isEqualTo(4);
            assertThat(check.err())
                    .contains("charts/gap/table.yaml")
                    .contains("LZ07")
                    .contains("change: ");
        } finally {
            change(ONE_FIGURE.formatted("-"));
        }
    }

    @Test
    void anAssetThatNamesAColumnTheMartLacksIsRefusedAndNothingChanges(@TempDir Path folder) throws IOException {
        Path assets = copy(SupersetDesk.DASHBOARDS.resolve("assets"), folder.resolve("assets"));
        Path chart = assets.resolve("charts/gap/table.yaml");
        Files.writeString(chart, Files.readString(chart).replace("gap_zh,", "gap_chinese,"));

        Answer refused = superset.run(
                desk.workspace().root(),
                Map.of("MANYUAN_DASHBOARD_ASSETS", assets.toString()),
                "import",
                "--lang",
                "en");

        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.err())
                .contains("nothing was changed in Superset")
                .contains("charts/gap/table.yaml")
                .contains("there is no column mart_gap_change.gap_chinese");
        assertThat(run("check").exit()).isZero();
    }

    @Test
    void aPortInUseIsToldBeforeAnythingStarts(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("manyuan.yaml"), "");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Answer up = superset.run(
                    folder, Map.of(), "up", "--lang", "en", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(up.exit()).isEqualTo(2);
            assertThat(up.err()).contains("Port " + taken.getLocalPort() + " is in use; nothing was started");
        }
    }

    @Test
    void aServerThatDoesNotComeUpInTimeIsEndedAndSaysWhatItLogged() {
        assertThat(tooSlow.exit()).isEqualTo(1);
        assertThat(tooSlow.err()).contains("Superset 在 0 秒内没有启动，已停止。日志最后几行：");
    }

    @Test
    void aSecondUpAndASecondImportAreHarmless() {
        Answer up = run("up", "--port", String.valueOf(port));

        assertThat(up.exit()).isZero();
        assertThat(up.out()).contains("看板已经在运行").contains(String.valueOf(port));
        assertThat(run("import")).isEqualTo(new Answer(0, "看板已导入。\n", ""));
    }

    @Test
    void thePagesArePicturedWithoutAnError(@TempDir Path folder) throws IOException {
        boolean isThere = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "chromium")));
        String message = "SKIPPED: pictures of the dashboards; install chromium and fonts-noto-cjk to test them";
        if (!isThere) {
            System.out.println(message);
            assertThat(System.getenv("MANYUAN_BROWSER")).as(message).isNotEqualTo("required");
        }
        assumeTrue(isThere, message);

        Answer pictured = run("screenshots", "--folder", folder.toString());

        assertThat(pictured.exit()).as(pictured.said()).isZero();
        for (String page : List.of("gap", "assessment")) {
            assertThat(Files.size(folder.resolve(page + ".png"))).as(page).isBetween(50_000L, 1_000_000L);
        }
    }

    private static Answer run(String... words) {
        return superset.run(desk.workspace().root(), Map.of(), words);
    }

    private static int change(String sql) {
        return desk.store().database().inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
        return to;
    }
}
