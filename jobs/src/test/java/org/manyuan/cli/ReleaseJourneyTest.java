package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.LakeTable;
import org.manyuan.store.PublicDigest;
import org.manyuan.store.Release;
import org.manyuan.store.Warehouse;
import org.manyuan.store.WarehouseWrite;
import org.manyuan.store.WriterLock;

/**
 * A release from the command line: made once, never changed, the same bytes for the same data, and nothing where it cannot be made. One
 * county is released as june before all; what moves its figures comes last.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleaseJourneyTest {
    private static final int LAST = Integer.MAX_VALUE;
    private static final String CSV_OF_A_TABLE = "select * from rel_metric_value order by all";

    private static Desk desk;
    private static Answer tooEarly;

    @BeforeAll
    static void aCountyIsReleased() {
        desk = Desk.empty("");
        desk.ingest("en", SmallCounty.put(desk));
        tooEarly = desk.run("release", "june", "--lang", "en");
        assertThat(desk.run("build").exit()).isZero();
        Answer released = desk.run("release", "june");
        assertThat(released.exit()).as(released.said()).isZero();
    }

    @Test
    void nothingBuiltIsNothingToRelease() {
        assertThat(tooEarly.exit()).isEqualTo(2);
        assertThat(tooEarly.err())
                .contains("Nothing was built yet, so there is nothing to release; run manyuan build first.");
    }

    @Test
    void aNameThatExistsIsNotReleasedAgain() {
        List<String> before = control();

        Answer answer = desk.run("release", "june", "--lang", "zh");

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("发布“june”已存在，不能覆盖");
        assertThat(control()).isEqualTo(before);
    }

    @Test
    void aNameWithAFolderInItIsNoName() {
        assertThat(desk.run("release", "../r", "--lang", "en").err()).contains("cannot name a release");
        assertThat(desk.run("release", "a b", "--lang", "en").exit()).isEqualTo(2);
    }

    @Test
    void aReleaseThatFailsHalfwayChangesNothingThatIsPublic() {
        List<String> before = control();
        String rows = served("select count(*) from serving.rel_metric_value");
        sql("alter table serving.rel_policy_check rename column evidence to proof");

        Answer answer = desk.run("release", "broken", "--lang", "en");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("serving.rel_policy_check", "proof");
        assertThat(control()).isEqualTo(before);
        assertThat(served("select release from serving.release"))
                .isEqualTo(before.get(0).contains("again") ? "again" : "june");
        assertThat(served("select count(*) from serving.rel_metric_value")).isEqualTo(rows);
        sql("alter table serving.rel_policy_check rename column proof to evidence");
    }

    @Test
    void aReleaseAnswersForItsPublicTablesOnly() {
        Answer live = desk.run("query", "--release", "june", "--lang", "en", "select count(*) from stg_exam_score");
        Answer unknown = desk.run("query", "--release", "july", "--lang", "en", "select 1");

        assertThat(live.exit()).isEqualTo(2);
        assertThat(live.err()).contains("does not exist", "rel_metric_value", "mart_gap_band");
        assertThat(unknown.err()).contains("There is no release july; there are: ", "june");
        assertThat(desk.run("query", "select count(*) from rel_metric_value").exit())
                .as("and the live tables do not hold the released ones")
                .isEqualTo(2);
    }

    @Test
    void anExportOverSomethingIsRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        Answer answer = desk.run("export", "--release", "june", folder.toString(), "--lang", "en");

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("holds something already");
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("mine.txt"));
    }

    @Test
    @Order(LAST - 1)
    void twoReleasesOfTheSameDataHaveTheSamePublicBytesAndTwoExportsToo(@TempDir Path folder) throws IOException {
        desk.run("build");
        assertThat(desk.run("release", "again").exit())
                .as("also after one that failed")
                .isZero();

        assertThat(digest("june")).hasSize(64).isEqualTo(digest("again"));
        assertThat(csv("june")).isEqualTo(csv("again")).hasLineCount(Math.toIntExact(rows("june")) + 1);
        for (String name : List.of("a", "b")) {
            assertThat(desk.run(
                                    "export",
                                    "--release",
                                    "june",
                                    folder.resolve(name).toString())
                            .exit())
                    .isZero();
        }
        try (Stream<Path> files = Files.list(folder.resolve("a"))) {
            List<Path> written = files.toList();
            assertThat(written).hasSize(20);
            for (Path file : written) {
                assertThat(file).hasSameBinaryContentAs(folder.resolve("b").resolve(file.getFileName()));
            }
        }
    }

    @Test
    @Order(LAST)
    void aReleaseThatKnewNoRanksIsVerifiedWithoutThem() {
        sql("delete from control.release_table where release = 'june' and table_name like '%assessment_rank'");
        scoresAsBeforeThePlaces();

        Answer verified = desk.run("verify", "june");

        assertThat(verified.exit()).as(verified.said()).isZero();
        assertThat(verified.out()).doesNotContain("assessment_rank");
    }

    @Test
    @Order(LAST)
    void figuresOlderThanTheFilesAreNotReleasedAndWhatWasReleasedStays() {
        String june = csv("june");
        desk.ingest("en", SmallCounty.scores(desk, "exam_score-J9-2023.csv", 4, ""));
        List<String> before = control();

        Answer stale = desk.run("release", "december", "--lang", "en");

        assertThat(stale.exit()).isEqualTo(2);
        assertThat(stale.err()).contains("stg_exam_score", "its figures are stale; run manyuan build first");
        assertThat(control()).isEqualTo(before);

        desk.run("build");
        assertThat(desk.run("release", "december").exit()).isZero();

        assertThat(csv("june")).isEqualTo(june).isNotEqualTo(csv("december"));
        assertThat(served("select release from serving.release")).isEqualTo("december");
        assertThat(served("select count(*) from serving.rel_metric_value")).isEqualTo(Long.toString(rows("december")));
    }

    /** The table of scores as an earlier version released it: without the columns that came with the places. */
    private static void scoresAsBeforeThePlaces() {
        LakeTable then = new LakeTable("mart_assessment", "mart_assessment_then", 0);
        try (WriterLock lock = desk.workspace().lockForWriting("release");
                Warehouse warehouse = desk.store().warehouse();
                WarehouseWrite write = warehouse.write(lock)) {
            Dataset<Row> rows = warehouse.read(LakeTable.ofPublic("mart_assessment"));
            Column[] columns = Arrays.stream(rows.columns())
                    .takeWhile(name -> !name.equals("score_marks_zh"))
                    .map(functions::col)
                    .toArray(Column[]::new);
            write.replace(then.lakeTable(), rows.select(columns));
            LakeTable written = write.written(then.name(), then.lakeTable());
            write.commit(connection -> null);
            Release.PublicTable told = told(written);
            sql("update control.release_table set lake_table = '%s', snapshot_id = %d, digest = '%s'"
                            .formatted(written.lakeTable(), written.snapshot(), told.digest())
                    + " where release = 'june' and table_name = 'mart_assessment'");
        }
    }

    private static Release.PublicTable told(LakeTable table) {
        try (LakeQuery rows = LakeQuery.open(desk.workspace(), desk.store().database(), List.of(table))) {
            return PublicDigest.of(table, rows);
        }
    }

    private static String csv(String release) {
        return desk.run("query", "--release", release, "--format", "csv", CSV_OF_A_TABLE)
                .out();
    }

    private static long rows(String release) {
        return Long.parseLong(served("select rows from control.release_table where table_name = 'rel_metric_value'"
                + " and release = '" + release + "'"));
    }

    private static String digest(String release) {
        return served("select digest from control.release where release = '" + release + "'");
    }

    private static List<String> control() {
        return List.of(
                served("select string_agg(r::text, ';' order by release) from control.release r"),
                served("select string_agg(t::text, ';' order by t::text) from control.release_table t"));
    }

    private static String served(String sql) {
        return desk.store().database().inTransaction(connection -> {
            try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        });
    }

    private static void sql(String statement) {
        desk.store().database().inTransaction(connection -> {
            try (Statement run = connection.createStatement()) {
                return run.execute(statement);
            }
        });
    }
}
