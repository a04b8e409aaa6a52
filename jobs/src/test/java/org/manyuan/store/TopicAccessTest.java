package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.config.KafkaSettings;

/** Settings that cannot be used are told, and nothing that stands in the properties is. */
class TopicAccessTest {
    @TempDir
    private Path folder;

    @Test
    void withoutABrokerNothingIsOpened() {
        assertThatThrownBy(() -> access("", "").consumer())
                .isInstanceOf(TopicTrouble.class)
                .hasMessageContaining("No broker is set");
    }

    @Test
    void thePropertiesMayNameTheBroker() throws IOException {
        Files.writeString(folder.resolve("kafka.properties"), "bootstrap.servers=localhost:1\n");
        access("", "kafka.properties").consumer().close();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> access("localhost:1", "gone.properties").admin())
                .isInstanceOf(TopicTrouble.class)
                .hasMessageContaining(folder.resolve("gone.properties").toString());
    }

    @Test
    void aPropertyThatCannotBeUsedIsNamedAndItsValueIsNot() throws IOException {
        Files.writeString(folder.resolve("kafka.properties"), "security.protocol=hunter2\n");
        TopicAccess access = access("localhost:1", "kafka.properties");
        assertThatThrownBy(access::producer)
                .isInstanceOf(TopicTrouble.class)
                .hasNoCause()
                .satisfies(told -> assertThat(told.getMessage() + ((TopicTrouble) told).chinese())
                        .contains("security.protocol")
                        .doesNotContain("hunter2"));
        assertThat(access.toString()).doesNotContain("hunter2");
    }

    private TopicAccess access(String servers, String file) {
        return TopicAccess.of(new KafkaSettings(servers, file, 1), new Workspace(folder));
    }
}
