package org.manyuan.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.manyuan.config.Settings.LimitSettings;
import org.manyuan.contract.Wording;

/** A .zip of files to hand in. It is unpacked whole or not at all; archives inside it stay packed and are told by name. */
public record Archive(Path file, String fileName, LimitSettings limits) {
    private static final int DEEPEST = 16;
    private static final int LONGEST_NAME = 255;
    private static final Set<String> ARCHIVES = Set.of("zip", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz");

    /** What one program leaves beside the files of others. */
    private static final String RESOURCE_FORKS = "__MACOSX";

    /**
     * What came out.
     *
     * @param folder its files
     * @param nested where archives inside it would lie: they were not unpacked
     */
    public record Contents(Path folder, List<Path> nested) {}

    /**
     * Unpacks it.
     *
     * @param folder where a folder of its own is made for it; the caller deletes it
     * @param name what the files' folder is called
     * @param begun hears the name of each file before it is unpacked
     * @throws RefusedFile where a name leads out of it, two files have one name, it holds links, has a password, unpacks to too much,
     *     or is damaged
     */
    public Contents unpack(Path folder, String name, Consumer<String> begun) {
        Unpacking unpacking = new Unpacking(fileName, limits);
        try {
            Path root = OwnerOnly.folder(
                    OwnerOnly.folder(folder.resolve(UUID.randomUUID().toString()))
                            .resolve(name));
            ZipDirectory directory = ZipDirectory.of(file);
            if (!directory.isThere()) {
                throw refused(Refusal.DAMAGED_ARCHIVE, new Wording("找不到 zip 目录", "no directory of a .zip was found"));
            }
            if (directory.isLargerThan(limits.archiveEntries())) {
                throw refused(
                        Refusal.ZIP_BOMB,
                        Detail.overLimit(directory.entries(), limits.archiveEntries(), "个文件", "files"));
            }
            // an encoding in which every name can be read: the true one is found out by name
            try (ZipFile zip = ZipFile.builder()
                    .setPath(file)
                    .setCharset(StandardCharsets.ISO_8859_1)
                    .get()) {
                List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
                check(entries, zip, unpacking);
                List<Path> nested = new ArrayList<>();
                for (ZipArchiveEntry entry : entries) {
                    List<String> path = path(entry);
                    if (entry.isDirectory() || path.get(0).equals(RESOURCE_FORKS)) {
                        continue;
                    }
                    if (isArchive(path.get(path.size() - 1))) {
                        nested.add(root.resolve(String.join("/", path)));
                    } else {
                        begun.accept(Printable.of(path.get(path.size() - 1)));
                        copy(zip, entry, target(root, path), unpacking);
                    }
                }
                return new Contents(root, List.copyOf(nested));
            }
        } catch (IOException | IllegalArgumentException | UncheckedIOException damaged) {
            throw new RefusedFile(
                    Refusal.DAMAGED_ARCHIVE, fileName, "", 0, new Wording("无法解压", "it does not unpack"), damaged);
        }
    }

    /** All of it before anything is unpacked. */
    private void check(List<ZipArchiveEntry> entries, ZipFile zip, Unpacking unpacking) {
        if (entries.size() > limits.archiveEntries()) {
            throw refused(Refusal.ZIP_BOMB, Detail.overLimit(entries.size(), limits.archiveEntries(), "个文件", "files"));
        }
        Set<String> names = new HashSet<>();
        long stated = 0;
        for (ZipArchiveEntry entry : entries) {
            List<String> path = path(entry);
            String name = String.join("/", path);
            if (entry.isUnixSymlink()) {
                throw refused(Refusal.NO_PLAIN_FILE, name);
            }
            if (entry.isDirectory()) {
                continue;
            }
            if (!names.add(Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))) {
                throw refused(Refusal.ARCHIVE_DOUBLED, name);
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw refused(Refusal.ARCHIVE_LOCKED, name);
            }
            if (!zip.canReadEntryData(entry)) {
                throw refused(
                        Refusal.DAMAGED_ARCHIVE,
                        Detail.part(name, "压缩方法 " + entry.getMethod(), "packed by method " + entry.getMethod()));
            }
            unpacking.checkRatio(name, entry.getSize(), Math.max(1, entry.getCompressedSize()));
            stated += Math.max(0, entry.getSize());
        }
        if (stated > LimitSettings.megabytes(limits.unpackedMegabytes())) {
            throw refused(Refusal.ZIP_BOMB, Detail.moreThan(limits.unpackedMegabytes(), "MB", "MB"));
        }
    }

    private static boolean isArchive(String name) {
        return ARCHIVES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private void copy(ZipFile zip, ZipArchiveEntry entry, Path target, Unpacking unpacking) throws IOException {
        CRC32 sum = new CRC32();
        long read = 0;
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            byte[] window = new byte[1 << 16];
            for (int n = in.read(window); n > 0; n = in.read(window)) {
                unpacking.count(target.getFileName().toString(), read, n, entry.getCompressedSize());
                sum.update(window, 0, n);
                out.write(window, 0, n);
                read += n;
            }
        }
        if (sum.getValue() != entry.getCrc()) {
            throw refused(
                    Refusal.DAMAGED_ARCHIVE,
                    Detail.part(target.getFileName().toString(), "校验和不符", "its checksum does not fit"));
        }
    }

    private Path target(Path root, List<String> path) throws IOException {
        Path folder = root;
        for (String name : path.subList(0, path.size() - 1)) {
            folder = OwnerOnly.folder(folder.resolve(name));
        }
        return OwnerOnly.file(folder.resolve(path.get(path.size() - 1)));
    }

    /** The names on the way to a file; none of them leads anywhere else. */
    private List<String> path(ZipArchiveEntry entry) {
        String name = ArchiveName.of(entry);
        List<String> path = List.of(name.replaceFirst("/+$", "").split("/", -1));
        boolean isPlain = path.size() <= DEEPEST
                && path.stream()
                        .allMatch(each -> !each.isBlank()
                                && !each.equals(".")
                                && !each.equals("..")
                                && each.indexOf(':') < 0
                                && each.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                                && !Printable.hidesSomething(each));
        if (!isPlain) {
            throw refused(Refusal.ARCHIVE_NAME, name);
        }
        return path;
    }

    private RefusedFile refused(Refusal code, Wording detail) {
        return RefusedFile.whole(code, fileName, detail);
    }

    private RefusedFile refused(Refusal code, String detail) {
        return RefusedFile.whole(code, fileName, Printable.of(detail));
    }
}
