package org.manyuan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right of one process to write to a workspace: a lock of the operating system, so it ends with the process. Who holds it stands
 * in a file of its own, because closing any second handle of a locked file would give the lock away.
 */
public final class WriterLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private WriterLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static WriterLock take(Workspace workspace, String command) {
        Path file = workspace.writerLock();
        if (!HELD_HERE.add(file)) {
            throw busy(workspace);
        }
        boolean taken = false;
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw busy(workspace);
            }
            Files.writeString(
                    workspace.writerNote(),
                    ProcessHandle.current().pid() + "\n" + command + "\n"
                            + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n");
            taken = true;
            return new WriterLock(file, channel);
        } catch (IOException cause) {
            throw new UncheckedIOException("The lock " + file + " cannot be taken: " + cause.getMessage(), cause);
        } finally {
            if (!taken) {
                HELD_HERE.remove(file);
            }
        }
    }

    private static WorkspaceBusy busy(Workspace workspace) {
        String[] note = {"", "", ""};
        try {
            String[] lines = Files.readString(workspace.writerNote()).split("\n");
            System.arraycopy(lines, 0, note, 0, Math.min(3, lines.length));
        } catch (NoSuchFileException notYetWritten) {
            return new WorkspaceBusy(workspace.root(), "?", "?", "?");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return new WorkspaceBusy(workspace.root(), note[0], note[1], note[2]);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException cause) {
            throw new UncheckedIOException("The lock " + file + " cannot be released: " + cause.getMessage(), cause);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
