package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    @TempDir
    Path folder;

    Workspace workspace;

    @BeforeEach
    void create() {
        workspace = new Workspace(folder.resolve("县 one")).create();
    }

    @Test
    void onlyTheOwnerCanReadReceiptsDatabaseAndKey() throws IOException {
        workspace.createSecretKey();

        assertThat(rights(workspace.root())).isEqualTo("rwx------");
        assertThat(rights(workspace.receipts())).isEqualTo("rwx------");
        assertThat(rights(workspace.postgres())).isEqualTo("rwx------");
        assertThat(rights(workspace.temporary())).isEqualTo("rwx------");
        assertThat(rights(workspace.secretKey())).isEqualTo("rw-------");
    }

    @Test
    void aKeyIsMadeOnceAndKept() throws IOException {
        String first = Files.readString(workspace.createSecretKey());

        assertThat(Files.readString(workspace.createSecretKey()))
                .isEqualTo(first)
                .hasSizeGreaterThan(40);
    }

    @Test
    void aSecondWriterOfTheSameProcessIsRefusedAndToldWhoHoldsTheLock() {
        try (WriterLock first = workspace.lockForWriting("ingest")) {
            assertThatThrownBy(() -> workspace.lockForWriting("build"))
                    .isInstanceOf(WorkspaceBusy.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("command ingest")
                    .hasMessageContaining("since 20");
        }
        workspace.lockForWriting("build").close();
    }

    @Test
    void aSecondWriterOfAnotherProcessIsRefusedUntilTheFirstIsKilled() throws Exception {
        Process other = ChildJvm.start(LockHolder.class, workspace.root().toString());
        try {
            ChildJvm.awaitLine(other, "locked");

            assertThatThrownBy(() -> workspace.lockForWriting("build"))
                    .isInstanceOf(WorkspaceBusy.class)
                    .hasMessageContaining("process " + other.pid())
                    .hasMessageContaining("command demo");
        } finally {
            other.destroyForcibly().waitFor();
        }

        workspace.lockForWriting("build").close();
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
