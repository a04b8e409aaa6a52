package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyuan.Broker;

/**
 * Exactly once, whatever dies when: a process that consumes is killed before each of its steps, and at moments of no step. What it did
 * not commit does not count, what it committed is not taken again; after the next call every message is one row or one rejected row, and
 * every rejected one lies among the dead letters.
 */
@ExtendWith(Broker.Started.class)
class ConsumeKillTest {
    private static final String TOPIC = "killed";
    private static final int FIRST_YEAR = 2041;
    private static Broker broker;
    private static Desk desk;
    private static int batches;
    private static int kills;

    @BeforeAll
    static void startBroker() {
        broker = Broker.started();
        desk = Desk.empty(
                "kafka:\n  bootstrap_servers: \"" + broker.servers() + "\"\nspark:\n  master: \"local[2]\"\n");
        Answer answer = desk.ingest("zh", SmallCounty.put(desk));
        assertThat(answer.exit()).as(answer.said()).isZero();
        broker.makeTopic(TOPIC, 2);
    }

    @AfterAll
    static void allBatchesLieEndToEnd() {
        assertThat(kills).isPositive();
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
        assertThat(ranges).hasSize(2 * batches);
        for (int i = 1; i < ranges.size(); i++) {
            String[] before = ranges.get(i - 1).split(" ");
            String[] after = ranges.get(i).split(" ");
            assertThat(after[1]).isEqualTo(before[0].equals(after[0]) ? before[2] : "0");
        }
    }

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
    void whatWasNotCommittedDoesNotCountAndIsTakenAgain(String step) throws Exception {
        int year = send();
        Map<String, String> before = desk.standing();
        assertThat(killed(step, 0)).isEqualTo(137);
        assertThat(desk.standing()).as("heads and rows").isEqualTo(before);
        assertThat(consume().exit()).isEqualTo(ExitCode.DATA_REJECTED.number());
        assertOnce(year);
    }

    @ParameterizedTest(name = "killed after: {0}")
    @ValueSource(strings = "committed")
    void whatWasCommittedCountsAndIsNotTakenAgain(String step) throws Exception {
        int year = send();
        assertThat(killed(step, 0)).isEqualTo(137);
        assertOnce(year);
        assertThat(consume().exit()).isZero();
        assertOnce(year);
    }

    @ParameterizedTest(name = "killed {1} ms after: {0}")
    @CsvSource({"counting the messages, 400", "checking and writing enrollment, 900", "sending dead letters, 250"})
    void aKillInTheMiddleOfAStepChangesNothingOfThat(String step, int millis) throws Exception {
        int year = send();
        killed(step, millis);
        consume();
        assertOnce(year);
    }

    private static Answer consume() {
        return desk.run("consume", "--topic", TOPIC);
    }

    /** A batch of its own year: a new school, rows that need it, a correction, and four messages that nobody can take. */
    private static int send() {
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
        return year;
    }

    private static void assertOnce(int year) {
        int batch = year - FIRST_YEAR;
        assertThat(desk.rows("select grade, students from stg_enrollment where school_year = " + year + " order by 1"))
                .containsExactly(List.of("7", 2), List.of("8", 3));
        assertThat(desk.count("select count(*) from stg_school where school_code = '31370" + year + "1'"))
                .isEqualTo(1);
        assertThat(desk.rows("select code, count(*), count(distinct source_line) from rejected_row where file_name = '"
                        + TOPIC + "' group by 1 order by 1"))
                .containsExactly(
                        List.of("MEMBER_TYPE", batch + 1L, batch + 1L),
                        List.of("NOT_JSON", batch + 1L, batch + 1L),
                        List.of("UNKNOWN_CONTRACT", batch + 1L, batch + 1L),
                        List.of("UNKNOWN_SCHOOL", batch + 1L, batch + 1L));
        assertThat(broker.messages(TOPIC + ".dlq").stream()
                        .map(letter -> new String(letter.key(), StandardCharsets.UTF_8))
                        .collect(Collectors.toSet()))
                .hasSize(4 * (batch + 1));
    }

    /** Runs a consumer in a process of its own until the step, and kills it there or some time later; its exit code. */
    private static int killed(String step, int millis) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(word -> word.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledConsumer.class.getName(),
                desk.workspace().root().toString(),
                TOPIC,
                millis == 0 ? step : "never"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process child = builder.start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null && !line.startsWith("step " + step)) {
                line = said.readLine();
            }
            assertThat(line).as("the step was reached").isNotNull();
            if (millis > 0) {
                Thread.sleep(millis);
                child.destroyForcibly();
            }
            kills++;
            return child.waitFor();
        }
    }

    private static ProducerRecord<byte[], byte[]> message(int partition, String json, String contract) {
        return Broker.message(TOPIC, partition, json, Map.of("contract", contract, "submitter", "370305"));
    }

    private static String enrollment(String school, int year, int grade, int students) {
        return "{\"school_code\":\"%s\",\"school_year\":%d,\"stage\":\"J\",\"grade\":\"%d\",\"students\":%d}"
                .formatted(school, year, grade, students);
    }
}
