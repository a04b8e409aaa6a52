package org.manyuan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The PostgreSQL that a workspace brings along. The first command that needs it starts it, and it outlives that command; the next one
 * finds it by its pid file. It listens on loopback only, asks for a generated password (scram) and writes through to the disk.
 */
public final class EmbeddedPostgres {
    private static final String SUPERUSER = "postgres";
    private static final String DATABASE = "manyuan";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Lines of postmaster.pid. */
    private static final int PID = 0;

    private static final int PORT = 3;
    private static final int STATUS = 7;

    private final Path home;

    public EmbeddedPostgres(Workspace workspace) {
        this.home = workspace.postgres();
    }

    /** The running server, started if it does not run. */
    public synchronized DatabaseAddress start() {
        try (FileChannel channel = FileChannel.open(
                        home.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock onlyOneStarts = channel.lock()) {
            Optional<DatabaseAddress> running = running();
            return running.isPresent() ? running.get() : startNew();
        } catch (IOException | SQLException cause) {
            throw new IllegalStateException(
                    "The embedded PostgreSQL of " + home + " does not start: " + cause.getMessage() + ". Its log is "
                            + log() + ".",
                    cause);
        }
    }

    /** The address of the server if one runs, without starting it. */
    public Optional<DatabaseAddress> running() {
        return pidFile()
                .filter(lines ->
                        lines.size() > STATUS && lines.get(STATUS).strip().equals("ready"))
                .filter(lines -> process(lines).isPresent())
                .map(lines -> address(Integer.parseInt(lines.get(PORT).strip())));
    }

    /** Ends the server in order and waits for it; false if none ran. */
    public boolean stop() {
        Optional<ProcessHandle> server = pidFile().flatMap(EmbeddedPostgres::process);
        if (server.isEmpty()) {
            return false;
        }
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every open dashboard
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(server.get().pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            server.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (IOException | ExecutionException | TimeoutException cause) {
            throw new IllegalStateException(
                    "The embedded PostgreSQL (process " + server.get().pid() + ") does not end. Its log is " + log()
                            + ".",
                    cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private DatabaseAddress startNew() throws IOException, SQLException {
        Path halfMade = home.resolve("initialising");
        if (Files.exists(halfMade)) {
            TemporaryFolder.delete(files());
        }
        boolean isNew = !Files.exists(files());
        if (isNew) {
            Files.writeString(
                    halfMade,
                    "The first start did not end: pgdata beside this file is incomplete and may be deleted.\n");
        }
        Path password = OwnerOnly.secret(home.resolve("password"), 24);
        ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(log().toFile());
        // not closed on purpose, and without its shutdown hook: the server stays when this command ends
        var server = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setDataDirectory(files())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(
                        OwnerOnly.folder(home.resolve("pgbin")).toFile())
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", password.toString())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "64MB")
                .setConnectConfig("password", Files.readString(password).strip())
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start();
        if (isNew) {
            createDatabase(server.getPort());
            Files.delete(halfMade);
        }
        return address(server.getPort());
    }

    private void createDatabase(int port) throws SQLException {
        DatabaseAddress address = address(port);
        String maintenance = address.url().replace("/" + DATABASE, "/postgres");
        try (Connection connection = DriverManager.getConnection(maintenance, SUPERUSER, address.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database manyuan");
        }
    }

    private DatabaseAddress address(int port) {
        try {
            String password = Files.readString(home.resolve("password")).strip();
            return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, SUPERUSER, password);
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The password file in " + home + " cannot be read: " + cause.getMessage(), cause);
        }
    }

    private Optional<List<String>> pidFile() {
        Path file = files().resolve("postmaster.pid");
        try {
            return Files.exists(file) ? Optional.of(Files.readAllLines(file)) : Optional.empty();
        } catch (IOException cause) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + cause.getMessage(), cause);
        }
    }

    /** The live process of a pid file; after a reboot the number may belong to another program. */
    private static Optional<ProcessHandle> process(List<String> pidFile) {
        return ProcessHandle.of(Long.parseLong(pidFile.get(PID).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(c -> c.endsWith("postgres"))
                        .orElse(true));
    }

    private Path files() {
        return home.resolve("pgdata");
    }

    private Path log() {
        return home.resolve("postgres.log");
    }
}
