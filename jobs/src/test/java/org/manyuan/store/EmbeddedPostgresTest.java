package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path folder;

    Workspace workspace;
    EmbeddedPostgres postgres;

    @BeforeEach
    void create() {
        workspace = new Workspace(folder.resolve("满园 1")).create();
        postgres = new EmbeddedPostgres(workspace);
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void aServerThatItsCommandLeftBehindIsFoundAgainAndKeepsItsRows() throws Exception {
        Process killed = ChildJvm.start(PostgresStarter.class, workspace.root().toString());
        String url = ChildJvm.awaitLine(killed, "jdbc:").strip();
        killed.destroyForcibly().waitFor();

        Database found = Database.open(postgres.start());

        assertThat(found.address().url()).isEqualTo(url);
        assertThat(text(found, "select snapshot_id::text from control.head where table_name = 'stg_school'"))
                .isEqualTo("42");

        assertThat(postgres.stop()).isTrue();
        assertThat(postgres.running()).isEmpty();
        assertThat(postgres.stop()).isFalse();
        Database again = Database.open(postgres.start());
        assertThat(text(again, "select snapshot_id::text from control.head where table_name = 'stg_school'"))
                .isEqualTo("42");
        durableLocalAndShut(again);
    }

    private void durableLocalAndShut(Database database) throws Exception {
        assertThat(text(database, "show fsync")).isEqualTo("on");
        assertThat(text(database, "show synchronous_commit")).isEqualTo("on");
        assertThat(text(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(text(database, "show password_encryption")).isEqualTo("scram-sha-256");
        DatabaseAddress wrong = new DatabaseAddress(database.address().url(), "postgres", "not-the-password");
        assertThatThrownBy(() -> Database.open(wrong))
                .isInstanceOf(DatabaseUnreachable.class)
                .hasMessageContaining(database.address().url())
                .hasMessageNotContaining("not-the-password");
        assertThat(database.address().toString())
                .doesNotContain(database.address().password());
        assertThat(Files.readString(workspace.postgres().resolve("postgres.log")))
                .doesNotContain(database.address().password());
    }

    @Test
    void aFirstStartThatWasKilledHalfWayIsBegunAgain() throws Exception {
        Files.createDirectories(workspace.postgres().resolve("pgdata/base"));
        Files.writeString(workspace.postgres().resolve("pgdata/postgresql.conf"), "half");
        Files.writeString(workspace.postgres().resolve("initialising"), "");

        Database database = Database.open(postgres.start());

        assertThat(text(database, "select count(*)::text from control.head")).isEqualTo("0");
        assertThatThrownBy(() -> database.inTransaction(connection -> {
                    execute(connection, "insert into control.head values ('stg_school', 1)");
                    throw new IllegalStateException("after the first statement");
                }))
                .hasMessage("after the first statement");
        assertThat(text(database, "select count(*)::text from control.head")).isEqualTo("0");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Database database, String sql) {
        return database.inTransaction(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getString(1);
            }
        });
    }
}
