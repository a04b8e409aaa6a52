package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
        Tree root = PageHead.of(file, bytes, "page");
        Map<String, Tree> entries = root.map(HEAD);
        return new CheckPage(
                MappingFile.needed(root, entries, "id").text(),
                PageHead.wording(MappingFile.needed(root, entries, "name")),
                PageHead.wording(MappingFile.needed(root, entries, "told")),
                Severity.of(MappingFile.needed(root, entries, "severity")),
                MappingFile.needed(root, entries, "datasets").texts());
    }
}
