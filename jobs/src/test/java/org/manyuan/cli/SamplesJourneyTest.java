package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.manyuan.contract.Column;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.store.LakeQuery;

/** Every passing sample of every dataset, handed in by one county in one call: all of it is taken, and stands in its table. */
class SamplesJourneyTest {
    private static final Path SAMPLES = Path.of(System.getProperty("basedir", ""), "..", "schemas", "samples")
            .toAbsolutePath()
            .normalize();

    private static JsonNode receipts;
    private static LakeQuery lake;

    @BeforeAll
    static void handInEverySample() throws IOException {
        Desk desk = Desk.empty("");
        for (Contract contract : Contracts.all()) {
            try (Stream<Path> files =
                    Files.list(SAMPLES.resolve(contract.dataset()).resolve("pass"))) {
                files.forEach(file -> put(desk, contract.dataset(), file));
            }
        }
        Answer answer = desk.run("ingest", "--json", desk.workspace().inbox().toString());
        assertThat(answer.exit()).as(answer.said()).isZero();
        receipts = answer.json();
        lake = desk.lake();
    }

    @AfterAll
    static void close() {
        lake.close();
    }

    @Test
    void everyRowOfEverySampleIsTaken() {
        for (JsonNode receipt : receipts) {
            for (JsonNode count : receipt.get("counts")) {
                assertThat(count.get("accepted").asLong())
                        .as(receipt.get("file_name").asText())
                        .isPositive()
                        .isEqualTo(count.get("rows").asLong());
            }
        }
    }

    @Test
    void everyDatasetHasItsTableWithTheContractsColumnsAndRows() {
        Map<String, List<String>> columns = new TreeMap<>();
        lake.rows("select table_name, column_name from duckdb_columns() where not internal order by column_index")
                .forEach(row -> columns.computeIfAbsent(String.valueOf(row.get(0)), table -> new ArrayList<>())
                        .add(String.valueOf(row.get(1))));
        for (Contract contract : Contracts.all()) {
            String table = "stg_" + contract.dataset();
            assertThat(columns.get(table))
                    .as(table)
                    .containsSubsequence(
                            contract.columns().stream().map(Column::storedName).toList());
            assertThat(number("select count(*) from " + table + " where origin = 'reported'"))
                    .as(table)
                    .isPositive();
        }
        assertThat(Contracts.all()).hasSize(21);
    }

    @Test
    void oneKeySpaceHoldsAPupilsNumbersAndOneATeachers() {
        assertThat(number("select count(*) from stg_student_roll r join stg_student_id_link l"
                        + " on l.new_key = r.student_key where l.old_key <> l.new_key"))
                .as("the number that a link leads to is the roll's")
                .isEqualTo(4);
        assertThat(number("select count(distinct p.person_key) from stg_group_post p join stg_teacher_roll t"
                        + " on t.teacher_key = p.person_key"))
                .as("posts are held by teachers of the roll")
                .isEqualTo(4);
        assertThat(number("select count(*) from stg_ledger l join stg_teacher_roll young"
                        + " on young.teacher_key = l.person_key join stg_teacher_roll mentor"
                        + " on mentor.teacher_key = l.other_person_key"))
                .as("a mentor and whom he helps are on the roll")
                .isEqualTo(1);
    }

    private static void put(Desk desk, String dataset, Path file) {
        String name = file.getFileName().toString();
        try {
            desk.bytes("370991/" + (name.startsWith(dataset) ? name : dataset + "-" + name), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(String sql) {
        return ((Number) lake.rows(sql).get(0).get(0)).longValue();
    }
}
