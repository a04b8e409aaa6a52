package org.manyuan.store;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.manyuan.config.KafkaSettings;

/**
 * How a Kafka client is opened, wherever it runs. What travels to executors is the name of the properties file, never what stands in
 * it; an executor on another machine finds the file under the same path.
 *
 * @param bootstrapServers empty where the properties file says it
 * @param propertiesFile absolute; empty where there is none
 * @param timeoutSeconds longest wait for a broker that says nothing
 */
public record TopicAccess(String bootstrapServers, String propertiesFile, int timeoutSeconds) implements Serializable {
    private static final String SERVERS = "bootstrap.servers";
    /** A message that a topic holds must fit into its dead letters, reason headers included. */
    private static final int LARGEST_REQUEST = 256 << 20;

    /** The access that a workspace's settings describe. */
    public static TopicAccess of(KafkaSettings settings, Workspace workspace) {
        String file = settings.propertiesFile().isBlank()
                ? ""
                : workspace.root().resolve(settings.propertiesFile()).toString();
        return new TopicAccess(settings.bootstrapServers(), file, settings.timeoutSeconds());
    }

    Duration timeout() {
        return Duration.ofSeconds(timeoutSeconds);
    }

    /** A client for what a topic is. */
    Admin admin() {
        return opened(common(), Admin::create);
    }

    /** A consumer that nobody else balances, that commits nothing and never jumps. */
    KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> config = common();
        config.put("enable.auto.commit", "false");
        config.put("isolation.level", "read_committed");
        config.put("auto.offset.reset", "none");
        config.put("allow.auto.create.topics", "false");
        config.put("check.crcs", "true");
        config.remove("group.id");
        config.remove("group.instance.id");
        return opened(
                config, map -> new KafkaConsumer<>(map, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /** A producer that waits for all replicas and sends nothing twice while it lives. */
    KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> config = common();
        config.put("acks", "all");
        config.put("enable.idempotence", "true");
        config.put("compression.type", "zstd");
        config.put("max.request.size", LARGEST_REQUEST);
        config.put("buffer.memory", LARGEST_REQUEST);
        config.put("linger.ms", 5);
        config.put("delivery.timeout.ms", millis() + 5);
        config.put("max.block.ms", millis());
        config.remove("transactional.id");
        return opened(config, map -> new KafkaProducer<>(map, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    private <C> C opened(Map<String, Object> config, Function<Map<String, Object>, C> open) {
        try {
            return open.apply(config);
        } catch (KafkaException | IllegalArgumentException unusable) {
            throw TopicTrouble.of(this, "", unusable);
        }
    }

    private Map<String, Object> common() {
        Map<String, Object> config = new HashMap<>();
        // a file of the client may take a password from the environment: ${env:NAME}
        config.put("config.providers", "env");
        config.put("config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider");
        fromFile().forEach((name, value) -> config.put((String) name, value));
        if (!bootstrapServers.isBlank()) {
            config.put(SERVERS, bootstrapServers);
        }
        if (!config.containsKey(SERVERS)) {
            throw TopicTrouble.toDecide(
                    "没有设置 Kafka 服务器；请在 manyuan.yaml 的 kafka.bootstrap_servers 中填写。",
                    "No broker is set; name it in manyuan.yaml under kafka.bootstrap_servers.");
        }
        config.put("client.id", "manyuan");
        config.put("request.timeout.ms", millis());
        config.put("default.api.timeout.ms", millis());
        config.put("enable.metrics.push", "false");
        config.remove("key.serializer");
        config.remove("value.serializer");
        config.remove("key.deserializer");
        config.remove("value.deserializer");
        config.remove("interceptor.classes");
        return config;
    }

    private Properties fromFile() {
        Properties properties = new Properties();
        if (!propertiesFile.isEmpty()) {
            try (Reader reader = Files.newBufferedReader(Path.of(propertiesFile), StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw TopicTrouble.toDecide(
                        "无法读取 Kafka 属性文件 " + propertiesFile + "；请检查 manyuan.yaml 的 kafka.properties_file 与文件权限。",
                        "The Kafka properties " + propertiesFile
                                + " cannot be read; check kafka.properties_file in manyuan.yaml and the file's permissions.");
            }
        }
        return properties;
    }

    private int millis() {
        return Math.toIntExact(timeout().toMillis());
    }
}
