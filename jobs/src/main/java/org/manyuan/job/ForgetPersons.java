package org.manyuan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.manyuan.contract.PersonKey;
import org.manyuan.contract.Pseudonym;
import org.manyuan.store.Erasures;
import org.manyuan.store.LakeErasure;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.NamedFiles;
import org.manyuan.store.SecretKey;
import org.manyuan.store.SqlWork;
import org.manyuan.store.Warehouse;
import org.manyuan.store.WarehouseWrite;
import org.manyuan.store.Workspace;
import org.manyuan.store.WriterLock;

/**
 * {@code forget}: removes persons from every table, from every older snapshot, frozen sets of releases included, and from the files
 * under {@code receipts/} and {@code tmp/}. Public sets of releases hold nobody and stay. A killed run leaves the persons either
 * everywhere or in old files only; the next run ends what it began.
 */
public final class ForgetPersons {
    private final OpenWorkspace open;
    private final Warehouse warehouse;
    private final WarehouseWrite write;
    private final LakeErasure lake;

    private ForgetPersons(OpenWorkspace open, Warehouse warehouse, WarehouseWrite write, LakeErasure lake) {
        this.open = open;
        this.warehouse = warehouse;
        this.write = write;
        this.lake = lake;
    }

    /**
     * What was found, or what became of it.
     *
     * @param isDone false where nobody said yes: nothing was changed
     * @param persons how many of the numbers somebody has
     * @param linked how many further numbers go, because they are linked to one of these
     * @param rows by table: removed, or emptied of the person; 0: only older snapshots held them
     * @param handedIn files that named them, whose copies elsewhere still do
     * @param topics that carried a message about them, and still may, as may their dead letters
     * @param releases whose frozen inputs go
     * @param files of {@code receipts/} that go
     */
    public record Forgotten(
            boolean isDone,
            int persons,
            int linked,
            Map<String, Long> rows,
            List<String> handedIn,
            List<String> topics,
            Set<String> releases,
            int files) {}

    /**
     * Forgets.
     *
     * @param numbers as files write them
     * @param space whose numbers they are, one of {@link PersonKey#SPACES}: the same number means another person in each
     * @param isMeant false: only looks
     */
    public static Forgotten of(
            Workspace workspace, Collection<String> numbers, String space, boolean isMeant, Progress progress) {
        List<String> wanted = numbers.stream()
                .filter(PersonKey::isNumber)
                .map(PersonKey::form)
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            throw new UsageException("没有给出学籍号或教师编号。", "No number of a pupil or a teacher was given.");
        }
        try (WriterLock lock = workspace.lockForWriting("forget")) {
            OpenWorkspace open = OpenWorkspace.at(workspace);
            if (!open.database().inTransaction(SecretKey.of(workspace)::isTheWorkspaces)) {
                throw new UsageException(
                        "密钥与本工作区以前使用的不同，找不到这个人；请恢复原来的 " + workspace.secretKey() + "。",
                        "This is not the key that the workspace's pupils were keyed with, so nobody can be found; restore the former "
                                + workspace.secretKey() + ".");
            }
            return Noted.run(open.database(), isMeant ? "forget" : "forget (look)", () -> {
                try (Warehouse warehouse = open.warehouse();
                        WarehouseWrite write = warehouse.write(lock);
                        LakeErasure lake = LakeErasure.open(workspace, open.database())) {
                    return new ForgetPersons(open, warehouse, write, lake)
                            .run(wanted, space, new NamedFiles(spellings(numbers, wanted)), isMeant, progress);
                }
            });
        }
    }

    private Forgotten run(List<String> numbers, String space, NamedFiles named, boolean isMeant, Progress progress) {
        if (isMeant) {
            complete(progress);
            lake.removeUnreachable(open.workspace());
        }
        progress.step("查找", "looking");
        Map<String, Set<String>> keys = keys(numbers, space);
        Set<String> all = new HashSet<>();
        keys.values().forEach(all::addAll);
        Map<String, Set<String>> found = lake.found(all);
        Set<String> seen = new HashSet<>();
        found.values().forEach(seen::addAll);
        int persons = (int) keys.values().stream()
                .filter(each -> each.stream().anyMatch(seen::contains))
                .count();
        Map<String, Long> rows = new TreeMap<>();
        Set<String> submissions = new TreeSet<>();
        found.keySet().forEach(table -> {
            Long head = warehouse.heads().get(table);
            rows.put(table, head == null ? 0 : lake.rows(table, head, all));
            submissions.addAll(lake.submissions(table, all));
        });
        List<Path> files = named.receipts(open.workspace(), submissions);
        List<String> handedIn =
                open.database().inTransaction(connection -> Erasures.fileNames(connection, submissions));
        List<String> topics = open.database().inTransaction(connection -> Erasures.topics(connection, submissions));
        Set<String> releases =
                open.database().inTransaction(connection -> Erasures.releases(connection, found.keySet()));
        if (isMeant) {
            SqlWork<Long> noted =
                    connection -> Erasures.begin(connection, Instant.now(), persons, files.size(), rows, submissions);
            delete(files);
            NamedFiles.emptyTemporary(open.workspace());
            if (!found.isEmpty()) {
                progress.step("删除（" + found.size() + " 张表）", "erasing (" + found.size() + " tables)");
                erase(all, rows, noted);
            } else if (!files.isEmpty()) {
                open.database().inTransaction(noted);
            }
            complete(progress);
        }
        return new Forgotten(
                isMeant, persons, all.size() - keys.size(), rows, handedIn, topics, releases, files.size());
    }

    private void erase(Set<String> keys, Map<String, Long> rows, SqlWork<Long> noted) {
        for (String table : rows.keySet()) {
            if (warehouse.has(table)) {
                PersonColumns columns =
                        PersonColumns.of(table, lake.keyColumns().get(table));
                write.replace(table, columns.without(warehouse.read(table), keys));
            }
        }
        write.commit(noted);
    }

    /** Removes the older snapshots and files of every erasure that counts already: this run's, and one that was killed. */
    private void complete(Progress progress) {
        for (Erasures.Open erasure : open.database().inTransaction(Erasures::open)) {
            progress.step("清除旧文件", "removing old files");
            for (String table : erasure.tables()) {
                Long head = warehouse.heads().get(table);
                if (head != null) {
                    lake.keepOnly(table, head);
                }
            }
            open.database().inTransaction(connection -> {
                Erasures.finish(connection, erasure.erasureId(), Instant.now());
                return null;
            });
        }
    }

    /** The keys of each number, those of numbers that are linked to it now among them. */
    private Map<String, Set<String>> keys(List<String> numbers, String space) {
        Pseudonym pseudonym = SecretKey.of(open.workspace()).get();
        Map<String, Set<String>> keys = new HashMap<>();
        try (LakeQuery query = LakeQuery.open(open.workspace(), open.database())) {
            LinkedNumbers links = new LinkedNumbers(query);
            for (String number : numbers) {
                keys.put(number, links.of(PersonKey.of(space, number, pseudonym)));
            }
        }
        return keys;
    }

    /** How a number may stand in a file: as given, in its one form, and as clerks and their programs write that. */
    private static Set<String> spellings(Collection<String> numbers, List<String> forms) {
        Set<String> spellings = new HashSet<>();
        numbers.stream().map(String::strip).filter(each -> !each.isEmpty()).forEach(spellings::add);
        forms.forEach(form -> spellings.addAll(PersonKey.spellings(form)));
        return spellings;
    }

    private static void delete(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException cause) {
                throw new UncheckedIOException("The file " + file + " cannot be deleted", cause);
            }
        }
    }
}
