package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release from the command line: made once, never changed, the same bytes for the same data, and nothing where it cannot be made. */
class ReleaseJourneyTest {
    private static final String CSV_OF_A_TABLE = "select * from rel_metric_value order by all";

    private Desk desk;

    @BeforeEach
    void aCountyHandsIn() {
        desk = Desk.empty("");
    }

    @Test
    void nothingBuiltIsNothingToRelease() {
        desk.ingest("en", SmallCounty.put(desk));

        Answer answer = desk.run("release", "2025-autumn", "--lang", "en");

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err())
                .contains("Nothing was built yet, so there is nothing to release; run manyuan build first.");
        assertThat(releases()).isZero();
    }

    @Test
    void figuresThatAreOlderThanTheFilesAreNotReleased() {
        built();
        desk.ingest("en", SmallCounty.scores(desk, "exam_score-J9-2023.csv", 4, ""));

        Answer answer = desk.run("release", "2025-autumn", "--lang", "en");

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("stg_exam_score", "its figures are stale; run manyuan build first");
        assertThat(releases()).isZero();
    }

    @Test
    void aNameThatExistsIsNotReleasedAgain() {
        built();
        assertThat(desk.run("release", "2025-autumn").exit()).isZero();
        List<List<Object>> before = control();

        Answer answer = desk.run("release", "2025-autumn", "--lang", "zh");

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("发布“2025-autumn”已存在，不能覆盖");
        assertThat(control()).isEqualTo(before);
    }

    @Test
    void aNameWithAFolderInItIsNoName() {
        built();

        assertThat(desk.run("release", "../r", "--lang", "en").err()).contains("cannot name a release");
        assertThat(desk.run("release", "a b", "--lang", "en").exit()).isEqualTo(2);
    }

    @Test
    void twoReleasesOfTheSameDataHaveTheSamePublicBytesAndTwoExportsToo(@TempDir Path folder) throws IOException {
        built();
        desk.run("release", "one");
        desk.run("build");
        desk.run("release", "two");

        assertThat(digest("one")).hasSize(64).isEqualTo(digest("two"));
        assertThat(desk.run("query", "--release", "one", "--format", "csv", CSV_OF_A_TABLE)
                        .out())
                .isEqualTo(desk.run("query", "--release", "two", "--format", "csv", CSV_OF_A_TABLE)
                        .said());
        for (String name : List.of("a", "b")) {
            assertThat(desk.run(
                                    "export",
                                    "--release",
                                    "one",
                                    folder.resolve(name).toString())
                            .exit())
                    .isZero();
        }
        try (Stream<Path> files = Files.list(folder.resolve("a"))) {
            List<Path> written = files.toList();
            assertThat(written).hasSize(17);
            for (Path file : written) {
                assertThat(file).hasSameBinaryContentAs(folder.resolve("b").resolve(file.getFileName()));
            }
        }
    }

    @Test
    void whatWasReleasedStaysWhenTheFiguresMove() {
        built();
        desk.run("release", "june");
        String june = desk.run("query", "--release", "june", "--format", "csv", CSV_OF_A_TABLE)
                .out();
        desk.ingest("en", SmallCounty.scores(desk, "exam_score-J9-2023.csv", 4, ""));
        desk.run("build");
        assertThat(desk.run("release", "december").exit()).isZero();

        assertThat(desk.run("query", "--release", "june", "--format", "csv", CSV_OF_A_TABLE)
                        .out())
                .isEqualTo(june)
                .isNotEqualTo(desk.run("query", "--release", "december", "--format", "csv", CSV_OF_A_TABLE)
                        .said());
        assertThat(served("select release from serving.release")).isEqualTo("december");
        assertThat(served("select count(*) from serving.rel_metric_value"))
                .isEqualTo(desk.run(
                                "query",
                                "--release",
                                "december",
                                "--format",
                                "csv",
                                "select count(*) from rel_metric_value")
                        .said()
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aReleaseThatFailsHalfwayChangesNothingThatIsPublic() {
        built();
        desk.run("release", "june");
        List<List<Object>> before = control();
        String rows = served("select count(*) from serving.rel_metric_value");
        sql("alter table serving.rel_policy_check rename column evidence to proof");

        Answer answer = desk.run("release", "december", "--lang", "en");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("serving.rel_policy_check", "proof");
        assertThat(control()).isEqualTo(before);
        assertThat(served("select release from serving.release")).isEqualTo("june");
        assertThat(served("select count(*) from serving.rel_metric_value")).isEqualTo(rows);
        sql("alter table serving.rel_policy_check rename column proof to evidence");
        assertThat(desk.run("release", "december").exit())
                .as("and it can be done again")
                .isZero();
    }

    @Test
    void aReleaseAnswersForItsPublicTablesOnly() {
        built();
        desk.run("release", "june");

        Answer live = desk.run("query", "--release", "june", "--lang", "en", "select count(*) from stg_exam_score");
        Answer unknown = desk.run("query", "--release", "july", "--lang", "en", "select 1");

        assertThat(live.exit()).isEqualTo(2);
        assertThat(live.err()).contains("does not exist", "rel_metric_value", "mart_gap_band");
        assertThat(unknown.err()).contains("There is no release july; there are: june.");
        assertThat(desk.run("query", "select count(*) from rel_metric_value").exit())
                .as("and the live tables do not hold the released ones")
                .isEqualTo(2);
    }

    @Test
    void anExportOverSomethingIsRefused(@TempDir Path folder) throws IOException {
        built();
        desk.run("release", "june");
        Files.writeString(folder.resolve("mine.txt"), "mine");

        Answer answer = desk.run("export", "--release", "june", folder.toString(), "--lang", "en");

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("holds something already");
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("mine.txt"));
    }

    private void built() {
        desk.ingest("en", SmallCounty.put(desk));
        Answer answer = desk.run("build");
        assertThat(answer.exit()).as(answer.said()).isZero();
    }

    private String digest(String release) {
        return served("select digest from control.release where release = '" + release + "'");
    }

    private long releases() {
        return Long.parseLong(served("select count(*) from control.release"));
    }

    private List<List<Object>> control() {
        return List.of(
                List.of(served("select string_agg(r::text, ';' order by release) from control.release r")),
                List.of(served("select string_agg(t::text, ';' order by t::text) from control.release_table t")));
    }

    private String served(String sql) {
        return desk.store().database().inTransaction(connection -> {
            try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        });
    }

    private void sql(String statement) {
        desk.store().database().inTransaction(connection -> {
            try (Statement run = connection.createStatement()) {
                return run.execute(statement);
            }
        });
    }
}
