package org.manyuan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.config.Settings;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.StoreFixture;
import org.manyuan.store.Workspace;

/** A clerk's desk: the one workspace of a test run with the real things behind it, emptied, and commands given as words. */
final class Desk {
    private final StoreFixture store;

    private Desk(StoreFixture store) {
        this.store = store;
    }

    /**
     * The desk with nothing on it.
     *
     * @param settings lines of manyuan.yaml; what they do not say is at its default
     */
    static Desk empty(String settings) {
        Desk desk = new Desk(StoreFixture.started().empty());
        Workspace workspace = desk.workspace();
        try {
            clear(workspace.inbox());
            clear(workspace.receipts());
            Files.writeString(workspace.settings(), settings.isEmpty() ? Settings.template() : settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        workspace.createSecretKey();
        return desk;
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> old = Files.walk(folder)) {
            for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }

    Workspace workspace() {
        return store.workspace();
    }

    StoreFixture store() {
        return store;
    }

    /** Runs a command on this workspace. */
    Answer run(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.add("--workspace");
        all.add(workspace().root().toString());
        return Answer.to(all.toArray(String[]::new));
    }

    /** Hands files in. */
    Answer ingest(String language, Path... files) {
        List<String> words = new ArrayList<>(List.of("ingest", "--lang", language));
        Arrays.stream(files).map(Path::toString).forEach(words::add);
        return run(words.toArray(String[]::new));
    }

    /** Puts a text into the inbox: {@code name} with its folder, cells by bars, one row a line. */
    Path put(String name, String rows) {
        return put(name, rows, StandardCharsets.UTF_8);
    }

    Path put(String name, String rows, Charset encoding) {
        String text = rows.strip()
                .lines()
                .map(line -> line.strip().replaceAll("\\s*\\|\\s*", ","))
                .collect(Collectors.joining("\n", "", "\n"));
        return bytes(name, text.getBytes(encoding));
    }

    Path bytes(String name, byte[] bytes) {
        try {
            Path file = workspace().inbox().resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What counts now, for many queries. */
    LakeQuery lake() {
        return LakeQuery.open(workspace(), store.database());
    }

    /** The answer to a query over what counts. */
    List<List<Object>> rows(String sql) {
        try (LakeQuery lake = lake()) {
            return lake.rows(sql);
        }
    }

    /** The one number that a query answers. */
    long count(String sql) {
        return ((Number) rows(sql).get(0).get(0)).longValue();
    }

    /** Head and rows of every table: equal before and after where nothing was changed. */
    Map<String, String> standing() {
        Map<String, String> standing = new TreeMap<>();
        try (var warehouse = store.warehouse();
                LakeQuery lake = lake()) {
            warehouse
                    .heads()
                    .forEach((table, head) -> standing.put(
                            table, head + " " + (lake.tables().contains(table) ? rows(lake, table) : "of a release")));
        }
        return standing;
    }

    private static Object rows(LakeQuery lake, String table) {
        return lake.rows("select count(*) from \"" + table + "\"").get(0).get(0);
    }
}
