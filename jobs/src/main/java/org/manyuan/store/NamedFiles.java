package org.manyuan.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Files of the owner's that name a person: marked workbooks and uploads under {@code receipts/}, and what commands left in {@code tmp/}. */
public final class NamedFiles {
    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final int CHUNK = 1 << 20;

    private final List<byte[]> sought = new ArrayList<>();
    private int longest;

    /** @param numbers as they may stand in a file */
    public NamedFiles(Collection<String> numbers) {
        for (String number : numbers) {
            for (Charset encoding : ENCODINGS) {
                byte[] bytes = number.getBytes(encoding);
                sought.add(bytes);
                longest = Math.max(longest, bytes.length);
            }
        }
    }

    /** The files under {@code receipts/} that belong to one of these submissions or in which one of the numbers stands. */
    public List<Path> receipts(Workspace workspace, Set<String> submissions) {
        try (Stream<Path> all = Files.walk(workspace.receipts())) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> submissions.stream()
                                    .anyMatch(id -> file.getFileName().toString().contains(id))
                            || holds(file))
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException("The folder " + workspace.receipts() + " cannot be searched", cause);
        }
    }

    /** Deletes what no running command needs of the working folder. */
    public static void emptyTemporary(Workspace workspace) {
        TemporaryFolder.in(workspace).close();
        try {
            TemporaryFolder.delete(workspace.temporary().resolve("duckdb"));
        } catch (IOException cause) {
            throw new UncheckedIOException("The folder " + workspace.temporary() + " cannot be emptied", cause);
        }
    }

    private boolean holds(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                try (InputStream bytes = zip.getInputStream(entries.nextElement())) {
                    if (holds(bytes)) {
                        return true;
                    }
                }
            }
            return false;
        } catch (ZipException noZip) {
            try (InputStream bytes = Files.newInputStream(file)) {
                return holds(bytes);
            } catch (IOException cause) {
                throw new UncheckedIOException("The file " + file + " cannot be searched", cause);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("The file " + file + " cannot be searched", cause);
        }
    }

    private boolean holds(InputStream bytes) throws IOException {
        byte[] window = new byte[CHUNK + longest];
        int kept = 0;
        int read;
        while ((read = bytes.readNBytes(window, kept, CHUNK)) > 0) {
            int length = kept + read;
            for (byte[] each : sought) {
                if (stands(each, window, length)) {
                    return true;
                }
            }
            kept = Math.min(longest, length);
            System.arraycopy(window, length - kept, window, 0, kept);
        }
        return false;
    }

    private static boolean stands(byte[] word, byte[] in, int length) {
        for (int i = 0; i + word.length <= length; i++) {
            int j = 0;
            while (j < word.length && in[i + j] == word[j]) {
                j++;
            }
            if (j == word.length) {
                return true;
            }
        }
        return false;
    }
}
