package org.manyuan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The one broker of a test run (KRaft), started by the first class that asks: an open listener, and one that wants TLS
 * and a login (SASL/PLAIN). The kit is Kafka's own and internal, so nothing else knows it.
 */
public final class Broker implements AutoCloseable {
    public static final String USER = "district";
    public static final String PASSWORD = "s3cret-of-a-test";
    /** A user whose password is what a variable of the environment says. */
    public static final String USER_OF_VARIABLE = "variable";

    public static final String VARIABLE = "LC_ALL";
    private static final String STORE_PASSWORD = "changeit";
    private static Broker only;

    private final KafkaClusterTestKit kit;
    private final Path keystore;

    private Broker() {
        try {
            keystore = Files.createTempDirectory("manyuan-broker").resolve("broker.p12");
            makeCertificate();
            TestKitNodes nodes = new TestKitNodes.Builder()
                    .setCombined(true)
                    .setNumBrokerNodes(1)
                    .setNumControllerNodes(1)
                    .build();
            KafkaClusterTestKit.Builder builder = new KafkaClusterTestKit.Builder(nodes);
            Map<String, String> config = new HashMap<>();
            config.put("offsets.topic.replication.factor", "1");
            config.put("transaction.state.log.replication.factor", "1");
            config.put("transaction.state.log.min.isr", "1");
            config.put("transaction.state.log.num.partitions", "2");
            config.put("auto.create.topics.enable", "false");
            config.put("listeners", "EXTERNAL://localhost:0,CONTROLLER://localhost:0,LOGIN://localhost:0");
            config.put("listener.security.protocol.map", "EXTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT,LOGIN:SASL_SSL");
            config.put("listener.name.login.sasl.enabled.mechanisms", "PLAIN");
            config.put(
                    "listener.name.login.plain.sasl.jaas.config",
                    "org.apache.kafka.common.security.plain.PlainLoginModule required user_%s=\"%s\" user_%s=\"%s\";"
                            .formatted(USER, PASSWORD, USER_OF_VARIABLE, System.getenv(VARIABLE)));
            config.put("listener.name.login.ssl.keystore.type", "PKCS12");
            config.put("listener.name.login.ssl.keystore.location", keystore.toString());
            config.put("listener.name.login.ssl.keystore.password", STORE_PASSWORD);
            config.put("listener.name.login.ssl.key.password", STORE_PASSWORD);
            config.forEach(builder::setConfigProp);
            kit = builder.build();
            kit.format();
            kit.startup();
            kit.waitForReadyBrokers();
        } catch (Exception cause) {
            throw new IllegalStateException("The broker of the tests does not start", cause);
        }
    }

    /** The broker; the test's class asks for it with {@code @ExtendWith(Broker.Started.class)}. */
    public static Broker started() {
        return only;
    }

    /** Starts the broker before the first class that asks and ends it after the last test: its threads would keep the JVM. */
    public static final class Started implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            only = context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(Broker.class, asked -> new Broker(), Broker.class);
        }
    }

    /** Address of the open listener. */
    public String servers() {
        return kit.bootstrapServers();
    }

    /** Address of the listener that wants TLS and a login. */
    public String loginServers() {
        return "localhost:" + kit.brokers().values().iterator().next().boundPort(ListenerName.normalised("LOGIN"));
    }

    /** Lines of a client's properties for {@link #loginServers}. */
    public String loginProperties(String user, String password) {
        return """
                security.protocol=SASL_SSL
                sasl.mechanism=PLAIN
                sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="%s" password="%s";
                ssl.truststore.type=PKCS12
                ssl.truststore.location=%s
                ssl.truststore.password=%s
                """.formatted(user, password, keystore, STORE_PASSWORD);
    }

    public void makeTopic(String topic, int partitions) {
        admin(admin -> admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                .all()
                .get());
    }

    public void addPartitions(String topic, int partitions) {
        admin(admin -> admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions)))
                .all()
                .get());
    }

    public void deleteTopic(String topic) {
        admin(admin -> admin.deleteTopics(List.of(topic)).all().get());
    }

    /** What retention does: everything before the offset is gone. */
    public void deleteBefore(String topic, int partition, long offset) {
        admin(admin -> admin.deleteRecords(
                        Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(offset)))
                .all()
                .get());
    }

    /** A message as a producer hands it over: headers by name, in UTF-8. */
    public static ProducerRecord<byte[], byte[]> message(
            String topic, int partition, String json, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                topic, partition, null, json == null ? null : json.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    /** Sends without a transaction and waits. */
    public void send(List<ProducerRecord<byte[], byte[]>> messages) {
        try (KafkaProducer<byte[], byte[]> producer = producer(Optional.empty())) {
            messages.forEach(producer::send);
            producer.flush();
        }
    }

    /** Sends in one transaction, which ends well or is aborted. */
    public void sendTogether(List<ProducerRecord<byte[], byte[]>> messages, boolean endsWell) {
        try (KafkaProducer<byte[], byte[]> producer = producer(Optional.of("tx-" + System.nanoTime()))) {
            producer.initTransactions();
            producer.beginTransaction();
            messages.forEach(producer::send);
            producer.flush();
            if (endsWell) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    /** A producer; with a name its sends are transactions. */
    public KafkaProducer<byte[], byte[]> producer(Optional<String> transactional) {
        Map<String, Object> config = new HashMap<>(Map.of("bootstrap.servers", servers()));
        transactional.ifPresent(name -> config.put("transactional.id", name));
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Every committed message of a topic, partition by partition; none where there is no such topic. */
    public List<ConsumerRecord<byte[], byte[]>> messages(String topic) {
        Map<String, Object> config = Map.of("bootstrap.servers", servers(), "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            if (!consumer.listTopics().containsKey(topic)) {
                return List.of();
            }
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
            return all;
        }
    }

    /** A header of a message as text; empty where there is none. */
    public static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private interface Asked {
        Object of(Admin admin) throws ExecutionException, InterruptedException;
    }

    private void admin(Asked asked) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            asked.of(admin);
        } catch (ExecutionException | InterruptedException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private void makeCertificate() throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keystore.toString(),
                        "-storepass",
                        STORE_PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    @Override
    public void close() throws Exception {
        kit.close();
        Files.deleteIfExists(keystore);
        Files.deleteIfExists(keystore.getParent());
    }
}
