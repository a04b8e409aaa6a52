package org.manyuan.config;

/**
 * Where topics come from.
 *
 * @param bootstrapServers {@code host:port,…}; empty: what the properties file says
 * @param propertiesFile the Kafka client's properties (TLS, SASL), beside manyuan.yaml or absolute; empty: none
 * @param timeoutSeconds longest wait for a broker that says nothing
 */
public record KafkaSettings(String bootstrapServers, String propertiesFile, int timeoutSeconds) {}
