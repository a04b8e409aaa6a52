package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.TestInfo;
import org.manyuan.Broker;

/** A topic beside a clerk's desk: its messages are rows of the small county, and commands are given for it as words. */
record TopicDesk(Desk desk, String topic) {
    static final String ENROLLMENT = "enrollment;v=1.0.0";

    /** A desk with these settings on which the small county lies. */
    static Desk ofTheCounty(String settings) {
        Desk desk = Desk.empty(settings);
        Answer answer = desk.ingest("zh", SmallCounty.put(desk));
        assertThat(answer.exit()).as(answer.said()).isZero();
        return desk;
    }

    /** The topic that is called as the test is, of a broker that the desk's settings name, whatever the test before wrote there. */
    static TopicDesk of(TestInfo test, Desk desk, Broker broker) throws IOException {
        Files.writeString(desk.workspace().settings(), settings(broker.servers(), "", 30));
        return new TopicDesk(desk, test.getTestMethod().orElseThrow().getName());
    }

    /** Lines of manyuan.yaml that say where topics come from. */
    static String settings(String servers, String file, int timeout) {
        return "kafka:\n  bootstrap_servers: \"%s\"\n  properties_file: \"%s\"\n  timeout_seconds: %d\n"
                .formatted(servers, file, timeout);
    }

    Answer consume(String... more) {
        List<String> words = new ArrayList<>(List.of("consume", "--topic", topic));
        words.addAll(List.of(more));
        return desk.run(words.toArray(String[]::new));
    }

    /** Grade and pupils of the rows of a school year that stand in the table. */
    List<List<Object>> students(int schoolYear) {
        return desk.rows(
                "select grade, students from stg_enrollment where school_year = " + schoolYear + " order by 1, 2");
    }

    ProducerRecord<byte[], byte[]> enrollment(int partition, String school, int year, int grade, int students) {
        return message(partition, row(school, year, grade, "\"students\":" + students), ENROLLMENT, "370305");
    }

    /** A message with its two headers; an empty submitter is none. */
    ProducerRecord<byte[], byte[]> message(int partition, String json, String contract, String submitter) {
        return Broker.message(
                topic,
                partition,
                json,
                submitter.isEmpty()
                        ? Map.of("contract", contract)
                        : Map.of("contract", contract, "submitter", submitter));
    }

    /** A row of enrollment with more members. */
    static String row(String school, int year, int grade, String more) {
        return "{\"school_code\":\"%s\",\"school_year\":%d,\"stage\":\"J\",\"grade\":\"%d\",%s}"
                .formatted(school, year, grade, more);
    }
}
