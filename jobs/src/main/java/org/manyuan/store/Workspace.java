package org.manyuan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a workspace keeps what. Everything that can name a person or open a door (secret, receipts, database) is the owner's only.
 *
 * @param root absolute folder of the workspace
 */
public record Workspace(Path root) {
    public Workspace {
        root = root.toAbsolutePath().normalize();
    }

    /** The settings; a folder without this file is no workspace. */
    public Path settings() {
        return root.resolve("manyuan.yaml");
    }

    /** The secret that turns person numbers into keys. Without it the same pupil gets another key. */
    public Path secretKey() {
        return root.resolve("secret.key");
    }

    /** Mappings that are kept for every call; made by whoever keeps one. */
    public Path mappings() {
        return root.resolve("mappings");
    }

    /** What the clerk hands in: {@code <district_code>/<dataset>*.csv}. */
    public Path inbox() {
        return root.resolve("inbox");
    }

    /** Uploads and marked workbooks, kept {@code keep_days}. */
    public Path receipts() {
        return root.resolve("receipts");
    }

    /** Iceberg data and metadata. Their paths are absolute: a moved workspace cannot be read. */
    public Path warehouse() {
        return root.resolve("warehouse");
    }

    /** The embedded PostgreSQL: its program, its files, its password, its log. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** The dashboard server's passwords, state and log; made by the first command that needs them. */
    public Path dashboards() {
        return root.resolve("dashboards");
    }

    /** The yearly reports, a folder a release; made by the first command that writes one. */
    public Path reports() {
        return root.resolve("reports");
    }

    /** Texts made from workbooks and foreign encodings; holds person numbers, so each command empties what it put there. */
    public Path temporary() {
        return root.resolve("tmp");
    }

    Path writerLock() {
        return root.resolve("writer.lock");
    }

    Path writerNote() {
        return root.resolve("writer.txt");
    }

    /** True where {@code manyuan.yaml} lies. */
    public boolean exists() {
        return Files.isRegularFile(settings());
    }

    /** Makes the folders, readable by the owner only; what is there already stays. */
    public Workspace create() {
        try {
            OwnerOnly.folder(root);
            for (Path folder : new Path[] {inbox(), receipts(), warehouse(), postgres(), temporary()}) {
                OwnerOnly.folder(folder);
            }
            return this;
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The workspace folder " + root + " cannot be made: " + cause.getMessage(), cause);
        }
    }

    /** Makes {@code secret.key} with 256 random bits unless there is one. */
    public Path createSecretKey() {
        try {
            return OwnerOnly.secret(secretKey(), 32);
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The key file " + secretKey() + " cannot be written: " + cause.getMessage(), cause);
        }
    }

    /**
     * Takes the right to write, until closed or until the process ends in whatever way.
     *
     * @param command what the holder does, for the message that a second writer gets
     * @throws WorkspaceBusy if another command holds it
     */
    public WriterLock lockForWriting(String command) {
        return WriterLock.take(this, command);
    }
}
