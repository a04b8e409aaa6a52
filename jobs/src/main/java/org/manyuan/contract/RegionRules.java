package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The policy rules of regions, {@code schemas/rules}, and the relations that they speak of. */
public final class RegionRules {
    private static final Pattern RELATION = Pattern.compile("(?m)^-- relation (\\w+):.*$");

    private RegionRules() {}

    /** All of them, in the order of the files, read once. */
    public static List<RegionRule> all() {
        return Held.ALL;
    }

    /** A rule by its id; empty where no region has it. */
    public static Optional<RegionRule> of(String id) {
        return all().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The relations by their names, each a SELECT; one may use those before it. */
    public static Map<String, String> relations() {
        return Held.RELATIONS;
    }

    /** Whether a row of a relation stands there once for each group that it is in, with the same {@code row_key}. */
    public static boolean standsOnceForEachGroup(String relation) {
        return relations().getOrDefault(relation, "").contains(" as row_key");
    }

    /** Reads one file strictly; SQL that it names is looked for in {@code schemas/rules}. */
    public static List<RegionRule> read(String file, InputStream bytes) {
        return read(Tree.read(file, bytes), folder(RegionRules.class.getClassLoader()), relations());
    }

    static List<RegionRule> load(ClassLoader loader, Map<String, String> relations) {
        ClassPathFolder folder = folder(loader);
        List<RegionRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String name : folder.names(".yaml")) {
            try (InputStream bytes = folder.open(name)) {
                Tree root = Tree.read("rules/" + name, bytes);
                if (RegionRuleFile.isOne(root)) {
                    read(root, folder, relations).stream()
                            .filter(rule -> isNew(root, ids, rule.id()))
                            .forEach(rules::add);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(rules);
    }

    private static List<RegionRule> read(Tree root, ClassPathFolder folder, Map<String, String> relations) {
        List<String> statements = folder.names(".sql");
        return new RegionRuleFile(relations, file -> statements.contains(file) ? text(folder, file) : null).read(root);
    }

    private static boolean isNew(Tree root, Set<String> ids, String id) {
        if (!ids.add(id)) {
            throw root.wrong("rule " + id + " stands in another file too; give each rule its own id");
        }
        return true;
    }

    private static ClassPathFolder folder(ClassLoader loader) {
        return new ClassPathFolder(loader, "schemas/rules");
    }

    /** The parts of a file of relations: each begins with a line {@code -- relation NAME: what a row of it is}. */
    static Map<String, String> relations(String text) {
        Map<String, String> relations = new LinkedHashMap<>();
        Matcher head = RELATION.matcher(text);
        String name = null;
        int begin = 0;
        while (head.find()) {
            if (name != null) {
                relations.put(name, text.substring(begin, head.start()).strip());
            }
            name = head.group(1);
            begin = head.end();
        }
        if (name != null) {
            relations.put(name, text.substring(begin).strip());
        }
        return relations;
    }

    private static String text(ClassPathFolder folder, String name) {
        try (InputStream bytes = folder.open(name)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read at first use. */
    private static final class Held {
        private static final Map<String, String> RELATIONS =
                relations(text(folder(RegionRules.class.getClassLoader()), "relations.sql"));
        private static final List<RegionRule> ALL = load(RegionRules.class.getClassLoader(), RELATIONS);
    }
}
