package org.manyuan.store;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.iceberg.Table;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LakeQueryTest {
    static final StoreFixture fixture = StoreFixture.started();
    static final SparkSession spark = fixture.spark();

    @BeforeAll
    static void writeTables() {
        fixture.empty();
        try (WriterLock lock = fixture.workspace().lockForWriting("test");
                Warehouse warehouse = fixture.warehouse();
                WarehouseWrite write = warehouse.write(lock)) {
            write.append(
                    "dim_school",
                    spark.sql("select '001' school_code, '临淄一中, \"东\"' name, 900 students"
                                    + " union all select '002', null, 1200")
                            .coalesce(1));
            write.append(
                    "fct_all",
                    spark.sql(
                            "select cast(1.5 as double) d, cast(2.25 as decimal(6,3)) dec, date'2024-09-01' day,"
                                    + " true flag, array(1, 2) bins, array(3L, null) counts, 7L n, timestamp'2024-01-02 03:04:05' at"));
            write.append(
                    "stg_empty",
                    spark.sql("select 'x' a, 1L n, array(1) bins, cast(1 as decimal(6,3)) dec where false"));
            write.commit(connection -> null);
        }
    }

    @Test
    void answersComeAsTableCsvAndJson() throws IOException {
        String sql = "select school_code, name, students from dim_school order by school_code";

        assertThat(answer(sql, ResultFormat.CSV))
                .isEqualTo("school_code,name,students\r\n001,\"临淄一中, \"\"东\"\"\",900\r\n002,,1200\r\n");
        assertThat(answer(sql, ResultFormat.JSON)).isEqualTo("""
                        [
                        {"school_code":"001","name":"临淄一中, \\"东\\"","students":900},
                        {"school_code":"002","name":null,"students":1200}
                        ]
                        """);
        assertThat(answer(sql, ResultFormat.TABLE)).isEqualTo("""
                        school_code  name            students
                        ───────────  ──────────────  ────────
                        001          临淄一中, "东"       900
                        002                              1200
                        """);
    }

    @Test
    void everyTypeOfTheWarehouseCanBeRead() throws IOException {
        assertThat(answer("select * from fct_all", ResultFormat.JSON)).isEqualTo("""
                        [
                        {"d":1.5,"dec":2.250,"day":"2024-09-01","flag":true,"bins":[1,2],"counts":[3,null],"n":7,"at":"2024-01-02T03:04:05Z"}
                        ]
                        """);
        assertThat(answer("select * from stg_empty", ResultFormat.CSV)).isEqualTo("a,n,bins,dec\r\n");
        assertThat(answer("select * from stg_empty", ResultFormat.JSON)).isEqualTo("[]\n");
    }

    @Test
    void onlyWhatCountsIsSeenAndOlderRowsOfAWidenedTableStay() throws IOException {
        write("dim_town", "select '001' code, 900 students", connection -> null);
        assertThatThrownBy(() -> write("dim_town", "select '003' code, '镇' township", connection -> {
                    throw new java.sql.SQLException("not this time");
                }))
                .hasMessageContaining("not this time");
        assertThat(answer("select count(*) c from dim_town", ResultFormat.CSV)).isEqualTo("c\r\n1\r\n");

        write("dim_town", "select '003' code, '镇' township", connection -> null);

        assertThat(answer("select code, students, township from dim_town order by 1", ResultFormat.CSV))
                .isEqualTo("code,students,township\r\n001,900,\r\n003,,镇\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with s as (from dim_school) select count(*) from s",
                "from dim_school;",
                "describe dim_school",
                "show tables"
            })
    void whatOnlyReadsIsAllowed(String sql) throws IOException {
        assertThat(answer(sql, ResultFormat.CSV)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop view dim_school                        | Only one SELECT",
                "insert into dim_school values ('1','2',3)   | Only one SELECT",
                "select 1; select 2                          | Only one SELECT",
                "''                                          | Only one SELECT",
                "copy dim_school to 'x.csv'                  | Only one SELECT",
                "set enable_external_access = true           | Only one SELECT",
                "attach 'x.db'                               | Only one SELECT",
                "selec 1                                     | syntax error at or near",
                "select * from dim_scool                     | Tables: dim_",
                "select nothing from dim_school              | nothing",
            })
    void anythingElseIsRefusedWithAReason(String sql, String reason) {
        assertThatThrownBy(() -> answer(sql, ResultFormat.CSV))
                .isInstanceOf(QueryRefused.class)
                .hasMessageContaining(reason);
    }

    @Test
    void noOtherFileOfTheMachineCanBeRead() throws IOException {
        Path secret = Files.writeString(fixture.workspace().root().resolve("secret.txt"), "hidden");
        Path uncommitted = null;
        try (var files = Files.walk(fixture.workspace().warehouse())) {
            uncommitted = files.filter(f -> f.toString().endsWith("metadata.json"))
                    .findFirst()
                    .orElseThrow();
        }
        for (String sql : List.of(
                "select * from read_text('" + secret + "')",
                "select * from '" + secret + "'",
                "select * from read_json('" + uncommitted + "')",
                "select * from glob('" + fixture.workspace().root() + "/*')")) {
            assertThatThrownBy(() -> answer(sql, ResultFormat.CSV))
                    .isInstanceOf(QueryRefused.class)
                    .hasMessageNotContaining("hidden");
        }
    }

    @Test
    void aPlaceThatIsOverwrittenIsTextHoweverItLooksAndTheOthersStay() throws IOException {
        write(write -> write.replace(
                "dim_placed",
                spark.sql("select * from values ('010000', '', 1), ('010000', '010100', 2), ('010000', '010200', 3),"
                        + " ('020000', '020100', 4) as t(place, part, n)"),
                List.of("place", "part")));
        write(write -> write.change(
                "dim_placed",
                spark.sql("select '010000' place, '010100' part, 5 n"),
                col("place").equalTo("010000").and(col("part").isin("", "010100", "010900"))));

        assertThat(answer("select * from dim_placed order by n", ResultFormat.CSV))
                .isEqualTo("place,part,n\r\n010000,010200,3\r\n020000,020100,4\r\n010000,010100,5\r\n");
        assertThat(answer("select n from dim_placed where place = '020000'", ResultFormat.CSV))
                .isEqualTo("n\r\n4\r\n");
    }

    @Test
    void aSnapshotWithDeletedRowsBesideItsFilesIsRefused() {
        write("dim_cut", "select explode(sequence(1, 9)) id", connection -> null);
        String table = Warehouse.sparkName("dim_cut");
        spark.sql("alter table " + table + " set tblproperties ('write.delete.mode' = 'merge-on-read')");
        spark.sql("delete from " + table + " where id = 3");

        try (LakeCatalog catalog = new LakeCatalog(fixture.workspace(), fixture.database())) {
            Table cut = catalog.load("dim_cut");
            assertThatThrownBy(() ->
                            LakeView.of("dim_cut", cut, cut.currentSnapshot().snapshotId()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("of table dim_cut has delete files");
        }
    }

    private static void write(String table, String sql, SqlWork<?> work) {
        write(write -> write.append(table, spark.sql(sql).coalesce(1)), work);
    }

    private static void write(Consumer<WarehouseWrite> writing) {
        write(writing, connection -> null);
    }

    private static void write(Consumer<WarehouseWrite> writing, SqlWork<?> work) {
        try (WriterLock lock = fixture.workspace().lockForWriting("test");
                Warehouse warehouse = fixture.warehouse();
                WarehouseWrite write = warehouse.write(lock)) {
            writing.accept(write);
            write.commit(work);
        }
    }

    private String answer(String sql, ResultFormat format) throws IOException {
        try (LakeQuery query = LakeQuery.open(fixture.workspace(), fixture.database())) {
            StringBuilder out = new StringBuilder();
            query.run(sql, format, out);
            return out.toString();
        }
    }
}
