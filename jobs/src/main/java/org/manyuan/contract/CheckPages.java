package org.manyuan.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The pages of {@code schemas/checks}, by id. What their heads do not know is an error that names file and line. */
public final class CheckPages {
    private static final String ENDING = ".md";
    private static final Set<String> HEAD = Set.of("id", "name", "told", "severity", "datasets");
    private static final Map<String, CheckPage> STANDARD = load(CheckPages.class.getClassLoader());

    private CheckPages() {}

    /** All of them, by id. */
    public static List<CheckPage> all() {
        return List.copyOf(STANDARD.values());
    }

    /** The page of that id, where there is one. */
    public static Optional<CheckPage> find(String id) {
        return Optional.ofNullable(STANDARD.get(id));
    }

    private static Map<String, CheckPage> load(ClassLoader loader) {
        ClassPathFolder folder = new ClassPathFolder(loader, "schemas/checks");
        Map<String, CheckPage> read = new TreeMap<>();
        for (String name : folder.names(ENDING)) {
            if (name.equals("README.md")) {
                continue;
            }
            try (InputStream bytes = folder.open(name)) {
                CheckPage page = read("checks/" + name, bytes);
                if (!name.equals(page.id() + ENDING)) {
                    throw new MalformedYaml(
                            "checks/" + name, 2, "its id is " + page.id() + ", its file name says otherwise");
                }
                read.put(page.id(), page);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return read;
    }

    static CheckPage read(String file, InputStream bytes) throws IOException {
        Tree root = Tree.read(file, head(file, bytes));
        Map<String, Tree> entries = root.map(HEAD);
        return new CheckPage(
                MappingFile.needed(root, entries, "id").text(),
                wording(MappingFile.needed(root, entries, "name")),
                wording(MappingFile.needed(root, entries, "told")),
                Severity.of(MappingFile.needed(root, entries, "severity")),
                MappingFile.needed(root, entries, "datasets").texts());
    }

    /** The first line stays as a YAML document's start, so that line numbers are the file's. */
    private static InputStream head(String file, InputStream bytes) throws IOException {
        String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        int end = text.indexOf("\n---\n", 3);
        if (!text.startsWith("---\n") || end < 0) {
            throw new MalformedYaml(file, 1, "a page begins with its head between two lines of three dashes");
        }
        return new ByteArrayInputStream(text.substring(0, end + 1).getBytes(StandardCharsets.UTF_8));
    }

    private static Wording wording(Tree tree) {
        Map<String, Tree> entries = tree.map(Set.of("zh", "en"));
        return new Wording(
                MappingFile.needed(tree, entries, "zh").text(),
                MappingFile.needed(tree, entries, "en").text());
    }
}
