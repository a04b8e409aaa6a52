package org.manyuan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyuan.Broker;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.MessageBinding;
import org.manyuan.contract.References;
import org.manyuan.store.SecretKey;
import org.manyuan.store.SourcePart;
import org.manyuan.store.StagingTable;
import org.manyuan.store.StoreFixture;
import org.manyuan.store.TopicAccess;
import org.manyuan.store.TopicRange;
import org.manyuan.store.TopicSpan;
import org.manyuan.store.Warehouse;
import org.manyuan.store.WarehouseWrite;
import org.manyuan.store.WriterLock;

/** Two partitions of a real broker, taken in splits: which message wins does not hang on where a split ends. */
@ExtendWith(Broker.Started.class)
class TopicSplitsTest {
    private static final Contract ENROLLMENT = Contracts.of("enrollment");
    private static final References KNOWN = References.builder("cn")
            .district("3703", "")
            .school("3137000001", "3703", "", "临淄一中", "")
            .build();

    private final Broker broker = Broker.started();
    private final StoreFixture fixture = StoreFixture.started();

    @ParameterizedTest(name = "splits of {0} offsets")
    @ValueSource(longs = {1, 2, 3, 4, 1_000_000})
    void theLastWordOfAPartitionCountsWhateverTheSplit(long splitOffsets) {
        String topic = "splits-" + splitOffsets;
        broker.makeTopic(topic, 2);
        send(topic);
        fixture.empty().workspace().createSecretKey();
        try (WriterLock lock = fixture.workspace().lockForWriting("test");
                Warehouse warehouse = fixture.warehouse();
                WarehouseWrite write = warehouse.write(lock)) {
            Intake intake = new Intake(fixture.spark(), write, KNOWN, SecretKey.of(fixture.workspace()));

            List<Intake.Taken> taken =
                    intake.take(List.of(part(topic, 0, 11, splitOffsets), part(topic, 1, 1, splitOffsets)));

            assertThat(taken)
                    .extracting(TopicSplitsTest::told)
                    .containsExactly(
                            "7 rows: 2 accepted, 1 rejected, 3 again, 1 in conflict",
                            "1 rows: 0 accepted, 0 rejected, 0 again, 1 in conflict");
            assertThat(taken.get(0).duplicates().firstLines()).containsExactly(0L, 1L, 3L);
            assertThat(lines(write.read(StagingTable.of(ENROLLMENT))
                            .selectExpr("concat_ws(' ', sheet, source_line, grade, students, submitter)")))
                    .containsExactlyInAnyOrder("0 5 7 3 370302", "0 10 8 5 370301");
            assertThat(lines(write.read(Intake.REJECTED).selectExpr("concat_ws(' ', sheet, source_line, code)")))
                    .containsExactlyInAnyOrder("0 4 NOT_JSON", "0 6 CONFLICTING_ROWS", "1 0 CONFLICTING_ROWS");
        }
    }

    /** Offsets 7 to 9 of the first partition are marks of transactions and a message that was aborted. */
    private void send(String topic) {
        broker.sendTogether(
                List.of(
                        row(topic, 0, 7, 1, "370302"),
                        row(topic, 0, 7, 2, "370302"),
                        Broker.message(topic, 0, "{}", Map.of("contract", "school")),
                        row(topic, 0, 8, 5, "370301"),
                        Broker.message(topic, 0, "not json", Map.of("contract", "enrollment")),
                        row(topic, 0, 7, 3, "370302"),
                        row(topic, 0, 9, 6, "370301")),
                true);
        broker.sendTogether(List.of(row(topic, 0, 7, 4, "370302")), false);
        broker.send(List.of(row(topic, 0, 8, 5, "370301"), row(topic, 1, 9, 7, "370301")));
    }

    private static ProducerRecord<byte[], byte[]> row(
            String topic, int partition, int grade, int students, String submitter) {
        String json =
                "{\"school_code\":\"3137000001\",\"school_year\":2031,\"stage\":\"J\",\"grade\":\"%d\",\"students\":%d}"
                        .formatted(grade, students);
        return Broker.message(topic, partition, json, Map.of("contract", "enrollment", "submitter", submitter));
    }

    private SourcePart part(String topic, int partition, long to, long splitOffsets) {
        TopicAccess access = new TopicAccess(broker.servers(), "", 10);
        TopicSpan span = new TopicSpan(topic, partition, 0, to);
        return new SourcePart(
                new TopicRange(access, span, ENROLLMENT.dataset(), splitOffsets),
                0,
                MessageBinding.of(ENROLLMENT),
                "R1",
                1,
                "");
    }

    private static String told(Intake.Taken taken) {
        return "%d rows: %d accepted, %d rejected, %d again, %d in conflict"
                .formatted(
                        taken.counts().rows(),
                        taken.accepted(),
                        taken.counts().rejected(),
                        taken.duplicates().rows(),
                        taken.conflicts().rows());
    }

    private static List<String> lines(Dataset<Row> one) {
        return one.collectAsList().stream().map(row -> row.getString(0)).toList();
    }
}
