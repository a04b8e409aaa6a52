package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How the figures that bureaus have published are computed, {@code schemas/published}: one file a region, read strictly. */
public final class PublishedFigures {
    private static final Set<String> FIGURE = Set.of(
            "id",
            "count",
            "share",
            "sql",
            "recorded",
            "where",
            "among",
            "sum",
            "distinct",
            "on",
            "from",
            "to",
            "tolerance",
            "relative",
            "least",
            "greatest",
            "inconsistent",
            "because",
            "remark",
            "persons");
    private static final List<String> SHAPES = List.of("count", "share", "sql", "recorded");

    private PublishedFigures() {}

    /** All of them, in the order of the files, read once. */
    public static List<PublishedFigure> all() {
        return Held.ALL;
    }

    /** Reads one file strictly; SQL that it names is looked for in {@code schemas/published}. */
    static List<PublishedFigure> read(String file, InputStream bytes) {
        return read(
                Tree.read(file, bytes),
                RegionRules.relations().keySet(),
                folder(PublishedFigures.class.getClassLoader()),
                new HashSet<>());
    }

    static List<PublishedFigure> load(ClassLoader loader, Set<String> relations) {
        ClassPathFolder folder = folder(loader);
        List<PublishedFigure> figures = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String name : folder.names(".yaml")) {
            try (InputStream bytes = folder.open(name)) {
                figures.addAll(read(Tree.read("published/" + name, bytes), relations, folder, ids));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(figures);
    }

    private static List<PublishedFigure> read(
            Tree file, Set<String> relations, ClassPathFolder folder, Set<String> ids) {
        Entries root = Entries.of(file, Set.of("region", "figures"));
        String region = root.needed("region").text();
        return root.needed("figures").list().stream()
                .map(tree -> figure(region, Entries.of(tree, FIGURE), relations, folder, ids))
                .toList();
    }

    private static PublishedFigure figure(
            String region, Entries figure, Set<String> relations, ClassPathFolder folder, Set<String> ids) {
        Tree id = figure.needed("id");
        if (!ids.add(id.text())) {
            throw id.wrong("figure " + id.text() + " stands here twice; give each figure its own id");
        }
        List<String> shapes = SHAPES.stream().filter(figure::has).toList();
        if (shapes.size() != 1) {
            throw figure.place().wrong("a figure is one of " + String.join(", ", SHAPES));
        }
        boolean isRecorded = shapes.get(0).equals("recorded");
        if (figure.has("on") && (figure.has("from") || figure.has("to"))) {
            throw figure.needed("on").wrong("on is a day by itself; leave out from and to, or on");
        }
        if (figure.has("inconsistent") != figure.has("because")) {
            throw figure.place().wrong("inconsistent and because go together: say what contradicts what");
        }
        return new PublishedFigure(
                id.text(),
                region,
                isRecorded ? null : Requirement.Shape.valueOf(shapes.get(0).toUpperCase(Locale.ROOT)),
                isRecorded ? "" : relation(shapes.get(0), figure.needed(shapes.get(0)), relations, folder),
                figure.text("where", ""),
                figure.text("among", ""),
                figure.text("sum", ""),
                figure.text("distinct", ""),
                figure.day("on"),
                figure.day("from"),
                figure.day("to"),
                figure.number("tolerance", null),
                figure.number("relative", null),
                figure.number("least", null),
                figure.number("greatest", null),
                figure.text("inconsistent", ""),
                wording(figure, "because"),
                wording(figure, "remark"),
                figure.word("persons", RegionRule.Persons.NONE, RegionRule.Persons.class));
    }

    private static ClassPathFolder folder(ClassLoader loader) {
        return new ClassPathFolder(loader, "schemas/published");
    }

    private static Wording wording(Entries figure, String key) {
        Entries words = figure.below(key, Set.of("zh", "en"));
        return figure.has(key)
                ? new Wording(words.needed("zh").text(), words.needed("en").text())
                : new Wording("", "");
    }

    private static String relation(String shape, Tree named, Set<String> relations, ClassPathFolder folder) {
        if (shape.equals("sql")) {
            return text(named, folder);
        }
        if (!relations.contains(named.text())) {
            throw named.wrong("there is no relation " + named.text() + " in schemas/rules/relations.sql; known: "
                    + Entries.sorted(relations));
        }
        return named.text();
    }

    private static String text(Tree named, ClassPathFolder folder) {
        if (!folder.names(".sql").contains(named.text())) {
            throw named.wrong("there is no schemas/published/" + named.text());
        }
        try (InputStream bytes = folder.open(named.text())) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read at first use. */
    private static final class Held {
        private static final List<PublishedFigure> ALL = load(
                PublishedFigures.class.getClassLoader(), RegionRules.relations().keySet());
    }
}
