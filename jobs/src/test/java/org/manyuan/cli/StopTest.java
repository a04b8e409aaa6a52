package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.store.EmbeddedPostgres;
import org.manyuan.store.Workspace;

/** The life of a workspace's own server: started by the first command that needs it, found by the next, ended by stop. */
class StopTest {
    @TempDir
    private Path temporary;

    @AfterEach
    void end() {
        new EmbeddedPostgres(new Workspace(temporary.resolve("county"))).stop();
    }

    @Test
    void endsTheServerThatTheFirstCommandStarted() throws IOException {
        Path folder = temporary.resolve("county");
        assertThat(Answer.to("init", folder.toString()).exit()).isZero();
        assertThat(run("stop")).as("nothing runs yet").isEqualTo(new Answer(0, "数据库服务没有在运行。\n", ""));

        Answer tables = run("query", "show tables", "--format", "csv");
        assertThat(tables.exit()).as(tables.said()).isZero();
        long first = server(folder);
        assertThat(run("status").exit()).isZero();
        assertThat(server(folder)).as("stays up and is found").isEqualTo(first);

        assertThat(run("stop").out()).isEqualTo("数据库服务已停止。\n");
        assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(run("stop", "--json").json().get("stopped").asBoolean()).isFalse();
    }

    private Answer run(String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "-w";
        all[words.length + 1] = temporary.resolve("county").toString();
        return Answer.to(all);
    }

    private static long server(Path folder) throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("postgres/pgdata/postmaster.pid"))
                .get(0)
                .strip());
    }
}
