package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyuan.Broker;
import org.manyuan.store.LakeQuery;

/**
 * Exactly once, whatever dies when: a process that consumes is killed before each of its steps, and at moments of no step. What it did
 * not commit does not count, what it committed is not taken again; after the next call every message is one row or one rejected row, and
 * every rejected one lies among the dead letters.
 *
 * <p>Each process that is killed before a step is also the next call after the one before: it takes what that one did not commit, beside
 * a batch of its own, and must come farther. The last of them leaves all that the others can leave, and the call after it commits.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(Broker.Started.class)
class ConsumeKillTest {
    private static final String TOPIC = "killed";
    private static final int FIRST_YEAR = 2041;
    private static Broker broker;
    private static Desk desk;
    private static int batches;
    private static int kills;
    private static Map<String, String> untouched;
    private static SharedClasses classes;
    /** Starts while the one before dies. */
    private static Victim next;

    @BeforeAll
    static void startBroker(@TempDir Path folder) throws IOException, InterruptedException {
        broker = Broker.started();
        desk = TopicDesk.ofTheCounty(
                TopicDesk.settings(broker.servers(), "", 30) + "spark:\n  master: \"" + KilledConsumer.ENGINE + "\"\n");
        classes = SharedClasses.of(folder);
        Victim spared = Victim.start(classes, classes.archiving(), desk.workspace(), TOPIC);
        broker.makeTopic(TOPIC, 2);
        send();
        assertThat(spared.spared()).isZero();
        assertOnce();
        next = victim();
        untouched = desk.standing();
    }

    @AfterAll
    static void allBatchesLieEndToEnd() {
        next.close();
        assertThat(kills).isEqualTo(batches - 1);
        System.out.println("killed " + kills + " times");
        List<String> ranges = desk.store().database().inTransaction(connection -> {
            List<String> found = new ArrayList<>();
            try (var select = connection.prepareStatement("select partition_no, from_offset, to_offset"
                            + " from control.topic_batch where topic = 'killed' order by 1, 2");
                    var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getInt(1) + " " + row.getLong(2) + " " + row.getLong(3));
                }
            }
            return found;
        });
        long[] taken = {0, 0};
        for (String range : ranges) {
            String[] words = range.split(" ");
            int partition = Integer.parseInt(words[0]);
            assertThat(Long.parseLong(words[1])).as(range).isEqualTo(taken[partition]);
            taken[partition] = Long.parseLong(words[2]);
        }
        Answer lag = desk.run("consume", "--topic", TOPIC, "--lag", "--json");
        for (int partition = 0; partition < taken.length; partition++) {
            assertThat(lag.json().at("/" + partition + "/end").asLong()).isEqualTo(taken[partition]);
        }
    }

    @Order(1)
    @ParameterizedTest(name = "killed before: {0}")
    @ValueSource(
            strings = {
                "asking the broker about",
                "counting the messages",
                "checking and writing school",
                "checking and writing enrollment",
                "noting messages that name no contract",
                "rows are written",
                "sending dead letters",
                "dead letters are sent",
                "asking the broker again",
                "committing",
                "all stands in one transaction"
            })
    void whatWasNotCommittedDoesNotCount(String step) throws Exception {
        send();
        assertThat(killed(step, 0)).isEqualTo(137);
        assertThat(desk.standing()).as("heads and rows").isEqualTo(untouched);
    }

    @Order(2)
    @Test
    void theNextCallTakesAllOfItOnceAndWhatItCommittedIsNotTakenAgain() throws Exception {
        send();
        assertThat(killed("committed", 0)).isEqualTo(137);
        assertOnce();
        assertThat(consume().exit()).isZero();
        assertOnce();
    }

    @Order(3)
    @ParameterizedTest(name = "killed {1} ms after: {0}")
    @CsvSource({"counting the messages, 400", "checking and writing enrollment, 900", "sending dead letters, 250"})
    void aKillInTheMiddleOfAStepChangesNothingOfThat(String step, int millis) throws Exception {
        send();
        killed(step, millis);
        consume();
        assertOnce();
    }

    private static Answer consume() {
        return desk.run("consume", "--topic", TOPIC);
    }

    /** A batch of its own year: a new school, rows that need it, a correction, and four messages that nobody can take. */
    private static void send() {
        int year = FIRST_YEAR + batches++;
        String school = "31370" + year + "1";
        broker.sendTogether(
                List.of(
                        message(0, enrollment(school, year, 7, 1), "enrollment"),
                        message(0, enrollment(school, year, 7, 2), "enrollment"),
                        message(1, enrollment(school, year, 8, 3), "enrollment"),
                        message(1, enrollment("9990000000", year, 8, 3), "enrollment"),
                        message(0, "{\"school_code\":\"" + school + "\",\"valid_from\":\"2001-09-01\"}", "school"),
                        message(1, "{\"school_code\":1}", "school"),
                        message(0, "not json", "enrollment"),
                        message(1, "{}", "payroll")),
                true);
    }

    /** Every message of every batch is one row or one rejected row. */
    private static void assertOnce() {
        List<List<Object>> rows = new ArrayList<>();
        List<List<Object>> schools = new ArrayList<>();
        for (int year = FIRST_YEAR; year < FIRST_YEAR + batches; year++) {
            rows.add(List.of(year, "7", 2));
            rows.add(List.of(year, "8", 3));
            schools.add(List.of("31370" + year + "1", 1L));
        }
        try (LakeQuery lake = desk.lake()) {
            assertThat(lake.rows("select school_year, grade, students from stg_enrollment where school_year >= "
                            + FIRST_YEAR + " order by 1, 2"))
                    .isEqualTo(rows);
            assertThat(lake.rows("select school_code, count(*) from stg_school where school_code >= '31370" + FIRST_YEAR
                            + "' group by 1 order by 1"))
                    .isEqualTo(schools);
            long each = batches;
            assertThat(lake.rows(
                            "select code, count(*), count(distinct source_line) from rejected_row where file_name = '"
                                    + TOPIC + "' group by 1 order by 1"))
                    .containsExactly(
                            List.of("MEMBER_TYPE", each, each),
                            List.of("NOT_JSON", each, each),
                            List.of("UNKNOWN_CONTRACT", each, each),
                            List.of("UNKNOWN_SCHOOL", each, each));
        }
        assertThat(broker.messages(TOPIC + ".dlq").stream()
                        .map(letter -> new String(letter.key(), StandardCharsets.UTF_8))
                        .collect(Collectors.toSet()))
                .hasSize(4 * batches);
    }

    /** Runs the process that stands ready until the step, and kills it there or some time later; its exit code. */
    private static int killed(String step, int millis) throws IOException, InterruptedException {
        try (Victim victim = next) {
            next = victim();
            kills++;
            return victim.killed(step, millis);
        }
    }

    private static Victim victim() {
        return Victim.start(classes, classes.shared(), desk.workspace(), TOPIC);
    }

    private static ProducerRecord<byte[], byte[]> message(int partition, String json, String contract) {
        return Broker.message(TOPIC, partition, json, Map.of("contract", contract, "submitter", "370305"));
    }

    private static String enrollment(String school, int year, int grade, int students) {
        return "{\"school_code\":\"%s\",\"school_year\":%d,\"stage\":\"J\",\"grade\":\"%d\",\"students\":%d}"
                .formatted(school, year, grade, students);
    }
}
