package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyuan.contract.References;

class SourceReadTest {
    static final String SECRET = "the-secret-of-this-workspace";
    static final String CONTENT = """
            exam,student,class,score,mean,day,boards
            E1,1001,3,87.5,1.25,2024-06-01,yes
            filtered,1002,3,87.5,,,
            E1,1003,,A+,,,

            "E,1",1004,12,999,,,no
            E1,1005,,,,,
            """;

    final StoreFixture fixture = StoreFixture.started();

    @TempDir
    Path folder;

    FileKey key;

    @BeforeEach
    void writeKey() throws IOException {
        fixture.empty();
        key = new FileKey(Files.writeString(folder.resolve("key"), SECRET).toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 40, 1 << 20})
    void linesBecomeTypedRowsWhateverTheSplit(long splitBytes) throws IOException {
        try (SourceRead read = read(part("score.csv", CONTENT, splitBytes, false))) {
            List<Row> rows = read.rows().orderBy("source_line", "student_key").collectAsList();

            assertThat(rows.stream().map(SourceReadTest::withoutKey).toList())
                    .containsExactly(
                            "E1|3|87.500|1.25|2024-06-01|true|reported|S1|7|null|3|370305||2|null|score.csv",
                            "null|null|null|null|null|null|null|S1|7|null|3|370305||4|TYPE:score;REQUIRED:mean|score.csv",
                            "E,1|12|999.000|null|null|false|reported|S1|7|null|3|370305||6|null|score.csv",
                            "E,1|12|999.000|null|null|false|reported|S1|7|null|3|370305||6|null|score.csv",
                            "E1|null|null|null|null|null|reported|S1|7|null|3|370305||7|null|score.csv");
            assertThat(rows.get(0).<String>getAs("student_key")).hasSize(26).doesNotContain("1001");
            assertThat(rows.get(1).<String>getAs("student_key")).isNull();
        }
    }

    @Test
    void countsAreExactHoweverOftenTheRowsAreRead() throws IOException {
        SourcePart first = part("score.csv", CONTENT, 30, false);
        SourcePart second = part("more.csv", "h\nE2,1,1,bad,,,\nE2,2,1,bad,,,\n", 1, true);
        try (SourceRead read = read(first, second)) {
            read.rows().limit(1).collectAsList();
            read.rows().write().format("noop").mode("overwrite").save();
            assertThat(read.counts()).isEqualTo(read.counts());
            read.rows().write().format("noop").mode("overwrite").save();

            assertThat(read.counts())
                    .extracting(SourceCounts::lines, SourceCounts::filtered, SourceCounts::rows, SourceCounts::rejected)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(5L, 1L, 5L, 1L),
                            org.assertj.core.groups.Tuple.tuple(2L, 0L, 3L, 2L));
            assertThat(read.counts().get(1).problems())
                    .containsOnlyKeys("TYPE:score", "REQUIRED:mean")
                    .containsEntry("TYPE:score", new SourceCounts.Occurrences(2, List.of(2L, 3L)));
            assertThat(read.counts().get(1).accepted()).isEqualTo(1);
        }
    }

    @Test
    void rootRowsComeOnceAFileAndTheMappingsDayIsOnEveryRow() throws IOException {
        try (SourceRead read = read(part("score.csv", CONTENT, 1, true))) {
            Dataset<Row> rows = read.rows();

            assertThat(rows.where("exam_code = 'root'")
                            .selectExpr("source_line", "origin", "source_on")
                            .collectAsList())
                    .hasToString("[[0,synthetic,2019-06-01]]");
            assertThat(rows.where("source_on = date'2019-06-01'").count()).isEqualTo(6);
        }
    }

    @Test
    void batchesHoldMoreLinesThanOneAndALastWideLine() throws IOException {
        StringBuilder content = new StringBuilder("h\n");
        for (int i = 0; i < 10_000; i++) {
            content.append("E,")
                    .append(i)
                    .append(",1,")
                    .append(i % 3 == 0 ? "999" : i % 7 == 0 ? "bad" : "5")
                    .append(",,,\n");
        }
        try (SourceRead read = read(part("score.csv", content.toString(), 1 << 16, false))) {
            assertThat(read.rows()
                            .where("rejects is null")
                            .selectExpr("sum(score)", "count(*)", "count(distinct source_line)")
                            .collectAsList())
                    .hasToString("[[6689902.000,12382,9048]]");
        }
    }

    @Test
    void theKeyShowsInNoPlanOptionOrStoredTable() throws IOException {
        try (SourceRead read = read(part("score.csv", CONTENT, 30, false));
                WriterLock lock = fixture.workspace().lockForWriting("ingest");
                Warehouse warehouse = fixture.warehouse();
                WarehouseWrite write = warehouse.write(lock)) {
            Dataset<Row> rows = read.rows();
            String plans = rows.queryExecution().toString()
                    + rows.queryExecution()
                            .explainString(org.apache.spark.sql.execution.ExplainMode.fromString("formatted"))
                    + rows.queryExecution().logical().toJSON()
                    + rows.queryExecution().executedPlan().toJSON();
            assertThat(plans)
                    .contains("source rows of score")
                    .doesNotContain(SECRET)
                    .doesNotContain(key.file());

            StagingTable table = StagingTable.of(SmallContract.SCORES);
            write.append(table, rows.where("rejects is null"));
            write.commit(connection -> null);

            assertThat(warehouse.read(table).columns())
                    .containsExactly(table.schema().fieldNames());
            assertThat(warehouse.read(table).count()).isEqualTo(4);
            assertThat(read.counts().get(0).accepted()).isEqualTo(4);
        }
    }

    private SourceRead read(SourcePart... parts) {
        return new SourceRead(
                fixture.spark(), List.of(parts), References.builder("cn").build(), key);
    }

    private SourcePart part(String name, String content, long splitBytes, boolean hasRoot) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        SourceText text = SourceFile.recognise(file, folder, null, ',', splitBytes)
                .texts()
                .get(0);
        return new SourcePart(text, text.header().line(), new SmallBinding(hasRoot), "S1", 7, "370305");
    }

    private static String withoutKey(Row row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            if (i != row.fieldIndex("student_key")) {
                text.append(text.isEmpty() ? "" : "|").append(row.get(i));
            }
        }
        return text.toString();
    }
}
