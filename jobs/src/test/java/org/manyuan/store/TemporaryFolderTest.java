package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
    @Test
    void aFolderGoesWithItsCommandAndThatOfADeadCommandWithTheNext(@TempDir Path root) throws IOException {
        Workspace workspace = new Workspace(root.resolve("w")).create();
        Path dead = Files.createDirectory(workspace.temporary().resolve("command-999999999-x"));
        Files.writeString(dead.resolve("text"), "left by a killed command");
        Path own;
        try (TemporaryFolder folder = TemporaryFolder.in(workspace);
                TemporaryFolder another = TemporaryFolder.in(workspace)) {
            own = Files.writeString(folder.path().resolve("text"), "x");
            assertThat(dead).doesNotExist();
            assertThat(own).exists();
            assertThat(another.path()).exists();
        }
        assertThat(own.getParent()).doesNotExist();
    }
}
