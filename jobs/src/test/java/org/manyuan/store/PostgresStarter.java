package org.manyuan.store;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;

/** A command that starts the server, writes a row and is then killed. */
final class PostgresStarter {
    private PostgresStarter() {}

    public static void main(String[] args) throws InterruptedException {
        Database database = Database.open(new EmbeddedPostgres(new Workspace(Path.of(args[0]))).start());
        database.inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("insert into control.head values ('stg_school', 42)");
            }
        });
        System.out.println(database.address().url());
        Thread.sleep(Duration.ofMinutes(1).toMillis());
    }
}
