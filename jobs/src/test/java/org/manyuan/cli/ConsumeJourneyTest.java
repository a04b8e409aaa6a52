package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.manyuan.Broker;

/** Topics through the command line, with a real broker: what counts afterwards, and that nothing is counted twice. */
@ExtendWith(Broker.Started.class)
class ConsumeJourneyTest {
    private static Broker broker;
    private static Desk desk;

    private String topic;
    private TopicDesk on;

    @BeforeAll
    static void startBroker() {
        broker = Broker.started();
        desk = TopicDesk.ofTheCounty(TopicDesk.settings(broker.servers(), "", 30));
    }

    @BeforeEach
    void nameTopic(TestInfo test) throws IOException {
        on = TopicDesk.of(test, desk, broker);
        topic = on.topic();
    }

    @Test
    void takesSeveralDatasetsOfSeveralPartitionsOnceAndAbortedOnesNever() {
        broker.makeTopic(topic, 3);
        String school = """
                {"school_code": "3137000091", "valid_from": "2001-09-01", "name": "主题学校"}""";
        // the school comes after and beside the rows that need it
        broker.sendTogether(
                List.of(
                        on.enrollment(0, "3137000091", 2031, 7, 100),
                        on.enrollment(0, "3137000091", 2031, 8, 90),
                        on.message(2, school, "school", "370305")),
                true);
        broker.sendTogether(List.of(on.enrollment(1, "3137000091", 2031, 9, 1)), false);
        broker.send(List.of(on.message(
                1,
                "{\"school_code\":\"3137000091\",\"school_year\":2031.0,\"stage\":\"J\",\"grade\":\"9\","
                        + "\"students\":8e1,\"classes\":null}",
                "enrollment",
                "370305")));

        Answer first = on.consume();
        assertThat(first.exit()).as(first.said()).isZero();
        // two partitions end with a transaction's mark, one begins with an aborted message and its mark
        assertThat(first.out())
                .contains("主题 " + topic + "：本次接收 4 条消息；滞后由 8 降为 0（以位点计）。", "全部接收", "370305")
                .contains(
                        "enrollment （分区 0）：共 2 行 = 接收 2 + 拒收 0 + 重复 0",
                        "enrollment （分区 1）：共 1 行 = 接收 1",
                        "school （分区 2）：共 1 行");
        assertThat(on.students(2031)).containsExactly(List.of("7", 100), List.of("8", 90), List.of("9", 80));
        assertThat(desk.rows(
                        "select distinct submitter, sheet, source_line from stg_enrollment where school_year = 2031"
                                + " order by 2, 3"))
                .containsExactly(List.of("370305", "0", 0L), List.of("370305", "0", 1L), List.of("370305", "1", 2L));

        Map<String, String> before = desk.standing();
        Answer again = on.consume();
        assertThat(again.exit()).as(again.said()).isZero();
        assertThat(again.out()).contains("本次接收 0 条消息；滞后由 0 降为 0");
        assertThat(desk.standing()).isEqualTo(before);

        broker.send(List.of(on.enrollment(2, "3137000091", 2031, 9, 81)));
        assertThat(on.consume("--json").json().at("/receipt/counts/0/accepted").asInt())
                .isEqualTo(1);
        assertThat(on.students(2031)).hasSize(4);
        assertThat(broker.messages(topic + ".dlq")).isEmpty();
    }

    @Test
    void whoIsForgottenMayStillStandInTheTopicAndThatIsSaid() {
        broker.makeTopic(topic, 1);
        broker.send(List.of(on.message(
                0,
                "{\"teacher_id\":\"T20049999\",\"school_year\":2023,\"school_code\":\"3137000001\"}",
                "teacher_roll",
                "370305")));
        assertThat(on.consume().exit()).isZero();

        Answer done = desk.run("forget", "--teacher", "T20049999", "--yes", "--lang", "zh");

        assertThat(done.exit()).as(done.said()).isZero();
        assertThat(done.out())
                .contains("已彻底删除 1 人", "主题及其 .dlq（死信）中可能仍在", topic)
                .doesNotContain("收件目录");
        assertThat(desk.count("select count(*) from stg_teacher_roll")).isZero();
    }

    @Test
    void poisonOfEachKindGoesToTheDeadLettersWithItsBytesAndItsReason() {
        broker.makeTopic(topic, 2);
        byte[] noUtf8 = {'{', '"', (byte) 0xFF, '"', '}'};
        ProducerRecord<byte[], byte[]> undecodable = new ProducerRecord<>(topic, 0, null, noUtf8);
        undecodable.headers().add("contract", TopicDesk.ENROLLMENT.getBytes(StandardCharsets.UTF_8));
        List<ProducerRecord<byte[], byte[]>> sent = List.of(
                Broker.message(topic, 0, "{\"name\":\"张三丰\"}", Map.of()),
                on.message(0, "{}", "payroll", ""),
                on.message(0, "{}", "enrollment;v=9.0.0", ""),
                on.message(0, "{\"students\":", TopicDesk.ENROLLMENT, ""),
                on.message(0, "[1]", TopicDesk.ENROLLMENT, ""),
                undecodable,
                on.message(0, null, TopicDesk.ENROLLMENT, ""),
                on.message(
                        0, TopicDesk.row("3137000001", 2032, 7, "\"students\":{\"boys\":1}"), TopicDesk.ENROLLMENT, ""),
                on.message(0, TopicDesk.row("3137000001", 2032, 7, "\"students\":\"约三百\""), TopicDesk.ENROLLMENT, ""),
                on.message(0, TopicDesk.row("3137000001", 2032, 7, "\"张三丰\":1"), TopicDesk.ENROLLMENT, ""),
                on.message(0, TopicDesk.row("3137000001", 2032, 8, "\"students\":1"), TopicDesk.ENROLLMENT, "臨淄"),
                on.message(1, TopicDesk.row("3137009999", 2032, 7, "\"students\":1"), TopicDesk.ENROLLMENT, ""),
                on.message(
                        1,
                        TopicDesk.row("3137000001", 2032, 7, "\"students\":1,\"boarders\":2"),
                        TopicDesk.ENROLLMENT,
                        "370305"),
                on.message(1, TopicDesk.row("3137000001", 2032, 9, "\"students\":411"), TopicDesk.ENROLLMENT, "370305"),
                // a line of totals in a sheet; a message is always a row
                on.message(1, TopicDesk.row("合计", 2032, 7, "\"students\":700"), TopicDesk.ENROLLMENT, "370305"));
        broker.send(sent);

        Answer answer = on.consume("--lang", "en");

        assertThat(answer.exit()).as(answer.said()).isEqualTo(ExitCode.DATA_REJECTED.number());
        assertThat(answer.out())
                .contains("accepted in part", "14 rejected messages were sent to " + topic + ".dlq")
                .contains("(partition 0): 4 rows = 0 accepted + 4 rejected + 0 duplicate")
                .contains("enrollment (partition 0): 7 rows = 0 accepted + 7 rejected + 0 duplicate")
                .contains("enrollment (partition 1): 4 rows = 1 accepted + 3 rejected + 0 duplicate")
                .contains("students has another JSON type than the schema says");
        assertThat(answer.said()).doesNotContain("张三丰", "约三百", "臨淄");
        List<String> reasons = List.of(
                "0 0 NO_CONTRACT ",
                "0 1 UNKNOWN_CONTRACT ",
                "0 2 UNKNOWN_CONTRACT ",
                "0 3 NOT_JSON enrollment",
                "0 4 NOT_JSON enrollment",
                "0 5 NOT_UTF8 enrollment",
                "0 6 EMPTY_MESSAGE enrollment",
                "0 7 MEMBER_TYPE enrollment",
                "0 8 MEMBER_TYPE enrollment",
                "0 9 UNKNOWN_MEMBER enrollment",
                "0 10 BAD_SUBMITTER ",
                "1 0 UNKNOWN_SCHOOL enrollment",
                "1 1 PART_ABOVE_WHOLE enrollment",
                "1 3 UNKNOWN_SCHOOL enrollment");
        assertThat(broker.messages(topic + ".dlq"))
                .extracting(ConsumeJourneyTest::told)
                .containsExactlyInAnyOrderElementsOf(reasons);
        assertThat(desk.rows("select sheet || ' ' || source_line || ' ' || code || ' ' || dataset from rejected_row"
                        + " where file_name = '" + topic + "'"))
                .extracting(row -> row.get(0))
                .containsExactlyInAnyOrderElementsOf(reasons);
        for (ConsumerRecord<byte[], byte[]> letter : broker.messages(topic + ".dlq")) {
            int place = Integer.parseInt(Broker.header(letter, "x-source-offset"))
                    + (Broker.header(letter, "x-source-partition").equals("1") ? 11 : 0);
            assertThat(letter.value()).isEqualTo(sent.get(place).value());
            assertThat(new String(letter.key(), StandardCharsets.UTF_8))
                    .isEqualTo(topic + "/" + Broker.header(letter, "x-source-partition") + "/"
                            + Broker.header(letter, "x-source-offset"));
            assertThat(Broker.header(letter, "x-source-topic")).isEqualTo(topic);
        }
        assertThat(on.students(2032)).containsExactly(List.of("9", 411));
    }

    @Test
    void aLaterMessageOfAPartitionCorrectsAnEarlierOneAndPartitionsThatDisagreeAreAConflict() {
        broker.makeTopic(topic, 2);
        broker.send(List.of(
                on.enrollment(0, "3137000001", 2033, 7, 1),
                on.enrollment(0, "3137000001", 2033, 7, 2),
                on.enrollment(0, "3137000001", 2033, 7, 3),
                on.enrollment(0, "3137000001", 2033, 8, 50),
                on.enrollment(1, "3137000001", 2033, 8, 50),
                on.enrollment(0, "3137000001", 2033, 9, 60),
                on.enrollment(1, "3137000001", 2033, 9, 61)));

        Answer answer = on.consume();

        assertThat(answer.exit()).as(answer.said()).isEqualTo(3);
        assertThat(answer.out())
                .contains(
                        "enrollment （分区 0）：共 5 行 = 接收 2 + 拒收 1 + 重复 2", "enrollment （分区 1）：共 2 行 = 接收 0 + 拒收 1 + 重复 1")
                .contains("CONFLICTING_ROWS");
        assertThat(on.students(2033)).containsExactly(List.of("7", 3), List.of("8", 50));
        assertThat(broker.messages(topic + ".dlq"))
                .extracting(ConsumeJourneyTest::told)
                .containsExactlyInAnyOrder("0 4 CONFLICTING_ROWS enrollment", "1 1 CONFLICTING_ROWS enrollment");
    }

    @Test
    void anOpenTransactionIsWaitedForAndShownInTheLag() {
        broker.makeTopic(topic, 1);
        broker.send(List.of(on.enrollment(0, "3137000001", 2034, 7, 1)));
        try (KafkaProducer<byte[], byte[]> producer = broker.producer(Optional.of("open-" + topic))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(on.enrollment(0, "3137000001", 2034, 8, 2));
            producer.flush();
            broker.send(List.of(on.enrollment(0, "3137000001", 2034, 9, 3)));

            Answer lag = desk.run("consume", "--topic", topic, "--lag", "--json");
            assertThat(lag.exit()).as(lag.said()).isZero();
            assertThat(lag.json().at("/0/lag").asInt()).isEqualTo(1);
            assertThat(lag.json().at("/0/open").asInt()).isEqualTo(2);
            assertThat(lag.json().at("/0/stored").isNull()).isTrue();
            assertThat(on.consume().out()).contains("本次接收 1 条消息");
            producer.commitTransaction();
        }
        assertThat(desk.run("consume", "--topic", topic, "--lag").out()).contains("滞后 3（以位点计）；未读取任何消息");
        assertThat(on.consume().out()).contains("本次接收 2 条消息");
        assertThat(on.students(2034)).hasSize(3);
    }

    @Test
    void aPartitionThatIsAddedIsTakenFromItsBeginning() {
        broker.makeTopic(topic, 1);
        broker.send(List.of(on.enrollment(0, "3137000001", 2037, 7, 1)));
        assertThat(on.consume().exit()).isZero();
        broker.addPartitions(topic, 2);
        broker.send(List.of(on.enrollment(1, "3137000001", 2037, 8, 1)));
        assertThat(on.consume().out()).contains("本次接收 1 条消息");
        assertThat(on.students(2037)).hasSize(2);
    }

    @Test
    void whatIsDeliveredAgainIsOneRowThatCountsAndTheRowsBesideItStay() {
        Path file = desk.put(SmallCounty.FOLDER + "enrollment-2038.csv", """
                学校代码     | 学年 | 学段 | 年级 | 学生数
                3137000001 | 2038 | J   | 8   | 4
                3137000001 | 2038 | J   | 9   | 5
                """);
        assertThat(desk.ingest("zh", file).exit()).isZero();
        broker.makeTopic(topic, 1);
        List<ProducerRecord<byte[], byte[]>> sent =
                List.of(on.enrollment(0, "3137000001", 2038, 7, 10), on.enrollment(0, "3137000001", 2038, 8, 11));
        broker.send(sent);
        broker.send(sent);
        assertThat(on.consume().out()).contains("共 4 行 = 接收 2 + 拒收 0 + 重复 2");
        broker.send(sent);
        assertThat(on.consume().out()).contains("共 2 行 = 接收 2 + 拒收 0 + 重复 0");

        assertThat(desk.run("build").exit()).isZero();
        assertThat(desk.rows("select grade, students from fct_enrollment where school_year = 2038 order by 1"))
                .containsExactly(List.of("7", 10L), List.of("8", 11L), List.of("9", 5L));
    }

    @Test
    void theExampleProducerIsTheOneOfTheReadmeAndWorks() throws IOException {
        broker.makeTopic(topic, 2);
        DistrictProducer.send(broker.servers(), topic);
        Answer answer = on.consume();
        assertThat(answer.exit()).as(answer.said()).isZero();
        assertThat(on.students(2040)).containsExactly(List.of("7", 400));

        String source = Files.readString(Path.of(System.getProperty("basedir", ""))
                .resolve("src/test/java/org/manyuan/cli/DistrictProducer.java"));
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("        // end\n"));
        assertThat(Files.readString(Path.of(System.getProperty("basedir", "")).resolve("README.md")))
                .contains(example.indent(-8));
    }

    private static String told(ConsumerRecord<byte[], byte[]> letter) {
        return String.join(
                " ",
                Broker.header(letter, "x-source-partition"),
                Broker.header(letter, "x-source-offset"),
                Broker.header(letter, "x-error-code"),
                Broker.header(letter, "x-contract"));
    }
}
