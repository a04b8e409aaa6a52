package org.manyuan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.io.CloseableIterable;

/** The files of an Iceberg table on the disk, for who must be sure that none is left: a snapshot keeps them, or nobody does. */
final class LakeFiles {
    private LakeFiles() {}

    /** Every Parquet file in the table's folder, named by a snapshot or not. */
    static List<String> parquet(Table table) {
        return all(table).stream().filter(file -> file.endsWith(".parquet")).toList();
    }

    /** Forgets every snapshot but one, and every tag; the files stay where they are. */
    static void keepOnly(Table table, long head) {
        List<String> tags = table.refs().entrySet().stream()
                .filter(ref -> !ref.getKey().equals(SnapshotRef.MAIN_BRANCH))
                .map(java.util.Map.Entry::getKey)
                .toList();
        if (!tags.isEmpty()) {
            ManageSnapshots names = table.manageSnapshots();
            tags.forEach(tag -> {
                if (table.refs().get(tag).isTag()) {
                    names.removeTag(tag);
                } else {
                    names.removeBranch(tag);
                }
            });
            names.commit();
            table.refresh();
        }
        ExpireSnapshots expire = table.expireSnapshots().cleanExpiredFiles(false).retainLast(1);
        boolean any = false;
        for (Snapshot snapshot : table.snapshots()) {
            if (snapshot.snapshotId() != head) {
                expire.expireSnapshotId(snapshot.snapshotId());
                any = true;
            }
        }
        if (any) {
            expire.commit();
            table.refresh();
        }
    }

    /** Deletes every file in the table's folder that no snapshot and no version of its metadata names. */
    static void removeUnreachable(Table table) {
        Set<String> needed = reachable(table);
        for (String file : all(table)) {
            if (!needed.contains(file)) {
                try {
                    Files.deleteIfExists(Path.of(file));
                } catch (IOException cause) {
                    throw new UncheckedIOException("The file " + file + " cannot be deleted", cause);
                }
            }
        }
    }

    private static Set<String> reachable(Table table) {
        Set<String> files = new HashSet<>();
        TableMetadata metadata = ((BaseTable) table).operations().current();
        files.add(path(metadata.metadataFileLocation()));
        metadata.previousFiles().forEach(version -> files.add(path(version.file())));
        for (Snapshot snapshot : table.snapshots()) {
            files.add(path(snapshot.manifestListLocation()));
            for (ManifestFile manifest : snapshot.allManifests(table.io())) {
                if (files.add(path(manifest.path()))) {
                    try (CloseableIterable<String> paths = 
                            ManifestFiles.readPaths(manifest, table.io(), table.specs())) {
                        paths.forEach(file -> files.add(path(file)));
                    } catch (IOException cause) {
                        throw new UncheckedIOException("The manifest " + manifest.path() + " cannot be read", cause);
                    }
                }
            }
        }
        return files;
    }

    private static List<String> all(Table table) {
        Path folder = Path.of(path(table.location()));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        } catch (IOException cause) {
            throw new UncheckedIOException("The folder " + folder + " cannot be listed", cause);
        }
    }

    /** A location is a path; other writers put the scheme before it. */
    private static String path(String location) {
        String plain = location.startsWith("file:") ? location.replaceFirst("^file:/*", "/") : location;
        return Path.of(plain).normalize().toString();
    }
}
