package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyuan.contract.Contract;

class WarehouseTest {
    final StoreFixture fixture = StoreFixture.started();

    @BeforeEach
    void empty() {
        fixture.empty();
    }

    @Test
    void rowsOfTwoTablesAndTheCallersOwnRowBecomeVisibleTogether() {
        try (WriterLock lock = fixture.workspace().lockForWriting("test");
                Warehouse warehouse = fixture.warehouse();
                WarehouseWrite write = warehouse.write(lock)) {
            write.append("stg_a", rows(0, 3));
            write.replace("dim_b", rows(0, 5));
            try (Warehouse reader = fixture.warehouse()) {
                assertThat(reader.has("stg_a")).isFalse();
                assertThatThrownBy(() -> reader.read("stg_a")).hasMessageContaining("no table stg_a yet");
            }

            long run = write.commit(connection -> {
                try (var insert = connection.prepareStatement(
                                "insert into control.run (command, started_at) values ('test', now()) returning run_id");
                        var id = insert.executeQuery()) {
                    id.next();
                    return id.getLong(1);
                }
            });

            assertThat(run).isPositive();
            assertThat(warehouse.read("stg_a").count()).isEqualTo(3);
        }
        try (Warehouse reader = fixture.warehouse()) {
            assertThat(reader.read("stg_a").count()).isEqualTo(3);
            assertThat(reader.read("dim_b").count()).isEqualTo(5);
        }
    }

    @Test
    void aReaderSeesWhatCountedWhenItOpened() {
        write("stg_a", rows(0, 3));
        try (Warehouse before = fixture.warehouse()) {
            write("stg_a", rows(3, 5));

            assertThat(before.read("stg_a").count()).isEqualTo(3);
            try (Warehouse after = fixture.warehouse()) {
                assertThat(after.read("stg_a").count()).isEqualTo(5);
            }
        }
    }

    @Test
    void replacingTakesNewColumnsAndLeavesOpenReadersTheOldOnes() {
        replace("dim_b", rows(0, 5));
        try (Warehouse before = fixture.warehouse()) {
            replace("dim_b", fixture.spark().sql("select 'x' name, array(1L, 2L) counts"));

            assertThat(before.read("dim_b").columns()).containsExactly("id");
            assertThat(before.read("dim_b").count()).isEqualTo(5);
            try (Warehouse after = fixture.warehouse()) {
                assertThat(after.read("dim_b").columns()).containsExactly("name", "counts");
                assertThat(after.read("dim_b").collectAsList()).hasSize(1);
            }
        }
    }

    @Test
    void aCrashBetweenWritingAndCommittingLeavesNothingAndIsSwept() throws IOException {
        write("stg_a", rows(0, 3));
        replace("dim_b", rows(0, 3));
        long filesBefore = dataFiles();
        try (WriterLock lock = fixture.workspace().lockForWriting("crashes");
                Warehouse warehouse = fixture.warehouse()) {
            WarehouseWrite crashed = warehouse.write(lock);
            crashed.append("stg_a", rows(3, 9));
            crashed.append("stg_new", rows(0, 2));
            crashed.replace("dim_b", rows(0, 7));
            assertThat(dataFiles()).isGreaterThan(filesBefore);
        }
        try (Warehouse reader = fixture.warehouse()) {
            assertThat(reader.read("stg_a").count()).isEqualTo(3);
            assertThat(reader.read("dim_b").count()).isEqualTo(3);
            assertThat(reader.has("stg_new")).isFalse();
        }

        write("stg_a", rows(9, 10));

        assertThat(dataFiles()).isEqualTo(filesBefore + 1);
        try (Warehouse reader = fixture.warehouse();
                LakeCatalog catalog = new LakeCatalog(fixture.workspace(), fixture.database())) {
            assertThat(ids(reader.read("stg_a"))).containsExactlyInAnyOrder(0L, 1L, 2L, 9L);
            assertThat(catalog.tables()).containsExactly("dim_b", "stg_a");
        }
    }

    @Test
    void whatAFailedCommitWroteIsTakenBackAtOnce() throws IOException {
        write("stg_a", rows(0, 3));
        long filesBefore = dataFiles();

        assertThatThrownBy(() -> {
                    try (WriterLock lock = fixture.workspace().lockForWriting("fails");
                            Warehouse warehouse = fixture.warehouse();
                            WarehouseWrite write = warehouse.write(lock)) {
                        write.append("stg_a", rows(3, 9));
                        write.commit(connection -> {
                            throw new java.sql.SQLException("a receipt that does not add up");
                        });
                    }
                })
                .isInstanceOf(DatabaseUnreachable.class)
                .hasMessageContaining("does not add up");

        assertThat(dataFiles()).isEqualTo(filesBefore);
        try (Warehouse reader = fixture.warehouse()) {
            assertThat(reader.read("stg_a").count()).isEqualTo(3);
        }
    }

    @Test
    void aContractThatGainedAColumnWidensItsTable() {
        write("stg_a", rows(0, 1));
        write("stg_a", fixture.spark().sql("select 1L id, 'x' name"));

        try (Warehouse reader = fixture.warehouse()) {
            assertThat(reader.read("stg_a").orderBy("id").collectAsList().toString())
                    .isEqualTo("[[0,null], [1,x]]");
        }
    }

    @Test
    void aStagingTableHasTheContractsColumnsOnceThenWhereTheRowComesFrom() {
        Contract contract = SmallContract.SCORES;
        StagingTable table = StagingTable.of(contract);

        assertThat(table.name()).isEqualTo("stg_score");
        assertThat(table.schema().toDDL())
                .isEqualTo(
                        "exam_code STRING,student_key STRING,class_no INT,score DECIMAL(6,3),mean DOUBLE,held_on DATE,"
                                + "boards BOOLEAN,origin STRING,submission_id STRING,received_no BIGINT,source_on DATE,precedence INT,"
                                + "submitter STRING,sheet STRING,source_line BIGINT");
        try (Warehouse reader = fixture.warehouse()) {
            assertThat(reader.read(table).schema()).isEqualTo(table.schema());
            assertThat(reader.read(table).count()).isZero();
        }
    }

    @Test
    void thePasswordShowsNeitherInTheSettingsNorInAPlan() {
        write("stg_a", rows(0, 3));
        SparkSession spark = fixture.spark();
        String password = fixture.database().address().password();

        assertThat(spark.sql("set -v").collectAsList().toString()).doesNotContain(password);
        assertThat(spark.sql("set").collectAsList().toString())
                .doesNotContain(password)
                .contains("jdbc.password");
        try (Warehouse reader = fixture.warehouse()) {
            assertThat(reader.read("stg_a").queryExecution().toString()).doesNotContain(password);
        }
        assertThat(org.apache.spark.util.Utils.redact(
                                spark.sparkContext().getConf(),
                                scala.Predef.wrapRefArray(
                                                spark.sparkContext().getConf().getAll())
                                        .toSeq())
                        .toString())
                .doesNotContain(password);
    }

    private Dataset<Row> rows(long from, long to) {
        return fixture.spark().range(from, to).repartition(1).toDF();
    }

    private static List<Long> ids(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(row -> row.getLong(0)).toList();
    }

    private void write(String table, Dataset<Row> rows) {
        try (WriterLock lock = fixture.workspace().lockForWriting("test");
                Warehouse warehouse = fixture.warehouse();
                WarehouseWrite write = warehouse.write(lock)) {
            write.append(table, rows);
            write.commit(connection -> null);
        }
    }

    private void replace(String table, Dataset<Row> rows) {
        try (WriterLock lock = fixture.workspace().lockForWriting("test");
                Warehouse warehouse = fixture.warehouse();
                WarehouseWrite write = warehouse.write(lock)) {
            write.replace(table, rows);
            write.commit(connection -> null);
        }
    }

    private long dataFiles() throws IOException {
        try (Stream<Path> files = Files.walk(fixture.workspace().warehouse())) {
            return files.filter(file -> file.toString().endsWith(".parquet")).count();
        }
    }
}
