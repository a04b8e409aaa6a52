package org.manyuan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** The example producer of jobs/README.md, which quotes it word for word; a test runs it. */
final class DistrictProducer {
    private DistrictProducer() {}

    static void send(String servers, String topic) {
        // example
        Properties client = new Properties();
        client.put("bootstrap.servers", servers);
        client.put("transactional.id", "district-370305"); // all of it arrives, or nothing
        try (var producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            String row = """
                    {"school_code": "3137000001", "school_year": 2040, "stage": "J", "grade": "7", "students": 400}""";
            // the row's key is the message's: corrections of a row stay in one partition, in order
            var message = new ProducerRecord<>(topic, "3137000001/2040/J/7", row);
            message.headers().add("contract", "enrollment;v=1.0.0".getBytes(UTF_8));
            message.headers().add("submitter", "370305".getBytes(UTF_8));
            producer.send(message);
            producer.commitTransaction();
        }
        // end
    }
}
