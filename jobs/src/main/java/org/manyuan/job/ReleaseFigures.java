package org.manyuan.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.manyuan.store.BuiltWith;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.LakeTable;
import org.manyuan.store.Release;
import org.manyuan.store.Releases;
import org.manyuan.store.Runs;
import org.manyuan.store.Serving;
import org.manyuan.store.ServingLoad;
import org.manyuan.store.Warehouse;
import org.manyuan.store.WarehouseWrite;
import org.manyuan.store.Workspace;
import org.manyuan.store.WriterLock;

/**
 * {@code release}: names what was built, so that it can be read again in December as it was signed in June. The frozen set is a snapshot
 * of every table; the public set is what disclosure lets through, in Parquet and in the serving database. All of it exists by one
 * transaction, or nothing of it.
 */
public final class ReleaseFigures {
    /** Goes into file names, so no folder, no space, nothing that a shell reads. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    private final OpenWorkspace open;
    private final Warehouse warehouse;
    private final WarehouseWrite write;
    private final Progress progress;

    private ReleaseFigures(OpenWorkspace open, Warehouse warehouse, WarehouseWrite write, Progress progress) {
        this.open = open;
        this.warehouse = warehouse;
        this.write = write;
        this.progress = progress;
    }

    /**
     * Releases what the last build made.
     *
     * @param name a new one, e.g. 2025-autumn
     * @throws UsageException where the name is taken or no name, nothing was built, or files were accepted since
     */
    public static Release in(Workspace workspace, String name, Progress progress) {
        if (!NAME.matcher(name).matches()) {
            throw new UsageException(
                    "发布名称“" + name + "”不可用：请用字母、数字、汉字、点、横线或下划线，以字母或数字开头，最长 64 字，例如 2025-autumn。",
                    "\"" + name
                            + "\" cannot name a release: use letters, digits, dots, hyphens or underscores, a letter or digit"
                            + " first, 64 at most, e.g. 2025-autumn.");
        }
        try (WriterLock lock = workspace.lockForWriting("release")) {
            OpenWorkspace open = OpenWorkspace.at(workspace);
            open.database().inTransaction(connection -> {
                checkIsNewAndFresh(connection, name);
                return null;
            });
            return Noted.run(open.database(), "release", () -> {
                try (Warehouse warehouse = open.warehouse();
                        WarehouseWrite write = warehouse.write(lock)) {
                    return new ReleaseFigures(open, warehouse, write, progress).run(name);
                }
            });
        }
    }

    private static void checkIsNewAndFresh(Connection connection, String name) throws SQLException {
        if (Releases.find(connection, name).isPresent()) {
            throw new UsageException(
                    "发布“" + name + "”已存在，不能覆盖；请换一个名称。已有发布：" + String.join("、", Releases.names(connection)) + "。",
                    "There is a release " + name
                            + " already, and a release never changes; take another name. Releases: "
                            + String.join(", ", Releases.names(connection)) + ".");
        }
        if (Runs.builtAt(connection).isEmpty()) {
            throw new UsageException(
                    "还没有计算过指标，没有可以发布的内容；请先运行 manyuan build。",
                    "Nothing was built yet, so there is nothing to release; run manyuan build first.");
        }
        List<String> notBuilt = Runs.notBuilt(connection);
        if (!notBuilt.isEmpty()) {
            throw new UsageException(
                    "上次计算之后又接收了新数据（" + String.join("、", notBuilt) + "），现有指标已过时；请先运行 manyuan build。",
                    "Files were accepted since the last build (" + String.join(", ", notBuilt)
                            + "), so its figures are stale; run manyuan build first.");
        }
    }

    private Release run(String name) {
        if (!warehouse.heads().keySet().containsAll(PublicSet.INPUTS)) {
            throw new UsageException(
                    "现有指标由较早的版本计算，缺少发布所需的内容；请重新运行 manyuan build。",
                    "The figures were built by an earlier version and lack what a release needs; run manyuan build again.");
        }
        progress.step("按公开规则处理指标", "what may be public");
        PublicSet publicSet = PublicSet.of(Set.copyOf(PublicSet.INPUTS), warehouse::read);
        progress.step("写入公开数据", "writing the public set");
        List<LakeTable> tables = publicSet.written(write);
        Map<String, Long> frozen = new TreeMap<>(warehouse.heads());
        tables.forEach(table -> frozen.remove(table.lakeTable()));
        frozen.forEach((table, snapshot) -> write.tag(new LakeTable(table, table, snapshot), name));
        tables.forEach(table -> write.tag(table, name));
        progress.step("装入展示数据库", "loading the serving database");
        Serving.migrate(open.database());
        try (LakeQuery rows = LakeQuery.open(open.workspace(), open.database(), tables)) {
            return write.commit(connection -> publish(connection, name, tables, frozen, rows));
        }
    }

    private static Release publish(
            Connection connection, String name, List<LakeTable> tables, Map<String, Long> frozen, LakeQuery rows)
            throws SQLException {
        ServingLoad load = ServingLoad.in(connection, rows);
        List<Release.PublicTable> loaded = new ArrayList<>();
        for (LakeTable table : tables) {
            loaded.add(load.replace(table));
        }
        Map<String, Object> spoken = rows.select(
                        "select max(as_of) as as_of, bool_or(origin = 'synthetic') as synthetic from rel_metric_value")
                .get(0);
        if (spoken.get("as_of") == null) {
            throw new UsageException(
                    "上次计算没有得到任何指标值，没有可以发布的内容。", "The last build made no figure, so there is nothing to release.");
        }
        Release release = new Release(
                name,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                (LocalDate) spoken.get("as_of"),
                digest(loaded),
                (Boolean) spoken.get("synthetic"),
                loaded);
        load.release(release);
        load.bureaus();
        Releases.insert(connection, release, frozen);
        BuiltWith.keep(connection, name);
        return release;
    }

    private static String digest(List<Release.PublicTable> tables) {
        String listed = tables.stream()
                .map(table -> table.digest() + "  " + table.at().name() + ".csv\n")
                .collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(listed.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
