package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.manyuan.Broker;

/** A broker or a topic that does not do what it should, through the command line: what is told, and that nothing is lost. */
@ExtendWith(Broker.Started.class)
class ConsumeTroubleJourneyTest {
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
    void messagesThatRetentionDeletedBeforeTheyWereTakenNeedADecision() {
        broker.makeTopic(topic, 1);
        broker.send(List.of(on.enrollment(0, "3137000001", 2035, 7, 1)));
        assertThat(on.consume().exit()).isZero();
        broker.send(List.of(on.enrollment(0, "3137000001", 2035, 8, 2), on.enrollment(0, "3137000001", 2035, 9, 3)));
        broker.deleteBefore(topic, 0, 2);
        Map<String, String> before = desk.standing();

        Answer chinese = on.consume();
        Answer english = on.consume("--lang", "en");

        assertThat(chinese.exit()).isEqualTo(1);
        assertThat(chinese.err()).contains("分区 0 中位点 1 至 1 的消息尚未接收就已被删除", "--from earliest");
        assertThat(english.err())
                .contains("partition 0: the messages 1 to 1 were deleted before they were taken", "--from latest");
        assertThat(desk.standing()).isEqualTo(before);
        assertThat(on.consume("--from", "earliest").out()).contains("本次接收 1 条消息");
        assertThat(on.students(2035)).containsExactly(List.of("7", 1), List.of("9", 3));
        // a decision is not needed, and does nothing, where the stored offset can be used
        assertThat(on.consume("--from", "earliest").out()).contains("本次接收 0 条消息");
    }

    @Test
    void aTopicMadeAgainUnderItsNameIsNoticedEvenWhereItIsLonger() {
        broker.makeTopic(topic, 1);
        broker.send(List.of(on.enrollment(0, "3137000001", 2036, 7, 1)));
        assertThat(on.consume().exit()).isZero();
        broker.deleteTopic(topic);
        broker.makeTopic(topic, 1);
        broker.send(List.of(
                on.enrollment(0, "3137000001", 2036, 8, 1),
                on.enrollment(0, "3137000001", 2036, 9, 1),
                on.enrollment(0, "3137000002", 2036, 7, 1)));

        Answer refused = on.consume();

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("分区 0 已接收到位点 1，但主题此后被删除并以同名重建");
        assertThat(on.students(2036)).hasSize(1);
        assertThat(on.consume("--from", "latest").out()).contains("本次接收 0 条消息");
        broker.send(List.of(on.enrollment(0, "3137000002", 2036, 8, 1)));
        assertThat(on.consume().out()).contains("本次接收 1 条消息");
        assertThat(on.students(2036)).hasSize(2);
    }

    @Test
    void aBrokerThatIsDownOrSilentIsToldAndTriedLater() throws IOException {
        Map<String, String> before = desk.standing();
        int unused;
        try (ServerSocket socket = new ServerSocket(0)) {
            unused = socket.getLocalPort();
        }
        Files.writeString(desk.workspace().settings(), TopicDesk.settings("localhost:" + unused, "", 3));
        assertTriedLater("localhost:" + unused);
        try (ServerSocket silent = new ServerSocket(0)) {
            String address = "localhost:" + silent.getLocalPort();
            Files.writeString(desk.workspace().settings(), TopicDesk.settings(address, "", 3));
            assertTriedLater(address);
        }
        assertThat(desk.standing()).isEqualTo(before);
    }

    @Test
    void aTopicThatIsNotThereAndOneOfDeadLettersAreTold() {
        Answer gone = on.consume();
        assertThat(gone.exit()).isEqualTo(1);
        assertThat(gone.err()).contains("没有主题 " + topic);
        Answer dead = desk.run("consume", "--topic", "t.dlq", "--lang", "en");
        assertThat(dead.exit()).isEqualTo(2);
        assertThat(dead.err()).contains("t.dlq holds dead letters");
        assertThat(desk.run("consume").exit()).isEqualTo(2);
    }

    @Test
    void tlsAndALoginComeFromAFileAndNoSecretIsEverTold() throws IOException {
        broker.makeTopic(topic, 1);
        broker.send(List.of(
                on.enrollment(0, "3137000001", 2039, 7, 1),
                on.message(0, "{\"grade\":1}", TopicDesk.ENROLLMENT, "370305")));
        Files.writeString(
                desk.workspace().settings(), TopicDesk.settings(broker.loginServers(), "kafka.properties", 20));
        var file = desk.workspace().root().resolve("kafka.properties");

        Files.writeString(file, broker.loginProperties(Broker.USER, "wrong-password"));
        Answer wrong = on.consume("--debug");
        assertThat(wrong.exit()).as(wrong.said()).isEqualTo(1);
        assertThat(wrong.err()).contains("Kafka 服务器拒绝登录", file.toString()).doesNotContain("wrong-password");

        Files.writeString(file, "security.protocol=nonsense-s3cret\nsasl.jaas.config=oops-s3cret\n");
        Answer malformed = on.consume("--debug");
        assertThat(malformed.exit()).isEqualTo(1);
        assertThat(malformed.err()).contains("Kafka 客户端无法工作").doesNotContain("s3cret");

        Files.writeString(file, broker.loginProperties(Broker.USER, Broker.PASSWORD));
        Answer right = on.consume("--debug");
        assertThat(right.exit()).as(right.said()).isEqualTo(3);
        assertThat(right.said()).doesNotContain(Broker.PASSWORD);
        assertThat(broker.messages(topic + ".dlq")).hasSize(1);
        assertThat(on.students(2039)).hasSize(1);

        Files.writeString(file, broker.loginProperties(Broker.USER_OF_VARIABLE, "${env:" + Broker.VARIABLE + "}"));
        broker.send(List.of(on.enrollment(0, "3137000001", 2039, 8, 1)));
        Answer byVariable = on.consume();
        assertThat(byVariable.exit()).as(byVariable.said()).isZero();
    }

    private void assertTriedLater(String address) {
        long began = System.nanoTime();
        Answer zh = on.consume();
        assertThat(zh.exit()).as(zh.said()).isEqualTo(75);
        assertThat(zh.err()).contains("Kafka 服务器 " + address + " 在 3 秒内没有应答", "没有改动任何数据");
        assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
    }
}
