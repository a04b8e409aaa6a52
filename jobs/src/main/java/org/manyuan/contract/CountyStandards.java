package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.Stage;

/** The standards of balance that come with Manyuan, {@code schemas/rules/standards}. */
public final class CountyStandards {
    private static final Set<String> STANDARD = Set.of(
            "id", "name", "source", "note", "hardness", "spread", "schools", "sizes", "scope", "items", "county");

    private static final Set<String> ITEM = Set.of("by", "rules", "figures", "limit", "combined", "missed", "together");

    private CountyStandards() {}

    /** All of them, in the order of the files, read once. */
    public static List<CountyStandard> all() {
        return Held.ALL;
    }

    private static List<CountyStandard> load() {
        ClassPathFolder folder = new ClassPathFolder(CountyStandards.class.getClassLoader(), "schemas/rules/standards");
        List<CountyStandard> standards = new ArrayList<>();
        for (String name : folder.names(".yaml")) {
            try (InputStream bytes = folder.open(name)) {
                standards.addAll(read("rules/standards/" + name, bytes, PolicyRules.ids()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(standards);
    }

    /** Reads one file strictly. */
    static List<CountyStandard> read(String file, InputStream bytes, Set<String> rules) {
        Tree root = Tree.read(file, bytes);
        Tree list = MappingFile.needed(root, root.map(Set.of("standards")), "standards");
        return list.list().stream().map(tree -> standard(tree, rules)).toList();
    }

    private static CountyStandard standard(Tree tree, Set<String> rules) {
        Entries standard = Entries.of(tree, STANDARD);
        standard.needed("source").text();
        Entries name = Entries.of(standard.needed("name"), Set.of("zh", "en"));
        Map<String, CountyItem> items = standard.has("items") ? items(standard.needed("items"), rules) : Map.of();
        return new CountyStandard(
                standard.needed("id").text(),
                new Wording(name.needed("zh").text(), name.needed("en").text()),
                standard.word("hardness", null, Set.of("hard", "soft")),
                spread(Entries.of(
                        standard.needed("spread"), Set.of("metric", "measures", "check", "at_most", "mean_at_most"))),
                standard.has("schools") ? schools(standard.needed("schools")) : null,
                standard.has("sizes") ? sizes(standard.needed("sizes"), items) : null,
                standard.has("scope") ? scope(standard.needed("scope")) : CountyStandard.Scope.EVERY_UNIT,
                items,
                standard.text("county", ""));
    }

    /** Either each measure has its limit, or their mean has one and a check of its own. */
    private static CountyStandard.Spread spread(Entries spread) {
        boolean ofMean = spread.has("mean_at_most");
        if (ofMean == spread.has("at_most") || ofMean != spread.has("check")) {
            throw spread.place().wrong("a spread has either at_most, or mean_at_most and check");
        }
        String metric = spread.needed("metric").text();
        Set<String> known = MetricCards.standard().of(metric).measures().keySet();
        for (Tree measure : spread.needed("measures").list()) {
            if (!known.contains(measure.text())) {
                throw measure.wrong(metric + " has no measure " + measure.text());
            }
        }
        return new CountyStandard.Spread(
                metric,
                List.copyOf(spread.texts("measures")),
                spread.text("check", ""),
                byStage(spread.needed(ofMean ? "mean_at_most" : "at_most")));
    }

    private static CountyStandard.Schools schools(Tree tree) {
        Entries schools = Entries.of(tree, Set.of("check", "least", "rest", "at_least"));
        Map<String, Map<Stage, Double>> atLeast = new TreeMap<>();
        schools.needed("at_least").map().forEach((metric, limits) -> {
            MetricCards.standard().of(metric);
            atLeast.put(metric, byStage(limits));
        });
        int least = schools.needed("least").whole();
        if (least < 1 || least > atLeast.size()) {
            throw schools.needed("least").wrong("least is 1 to " + atLeast.size() + ", the metrics of at_least");
        }
        return new CountyStandard.Schools(schools.needed("check").text(), least, schools.number("rest"), atLeast);
    }

    private static CountyStandard.Sizes sizes(Tree tree, Map<String, CountyItem> items) {
        Entries sizes = Entries.of(tree, Set.of("check", "school", "classes", "valid_from"));
        return new CountyStandard.Sizes(
                sizes.needed("check").text(),
                item(sizes.needed("school"), CountyItem.By.SCHOOL_SIZE, items),
                item(sizes.needed("classes"), CountyItem.By.CLASS_SIZE, items),
                sizes.day("valid_from"));
    }

    private static CountyItem item(Tree named, CountyItem.By by, Map<String, CountyItem> items) {
        CountyItem item = items.get(named.text());
        if (item == null || item.by() != by) {
            throw named.wrong(named.text() + " is no item by " + by.name().toLowerCase(Locale.ROOT));
        }
        return item;
    }

    private static CountyStandard.Scope scope(Tree tree) {
        Entries scope = Entries.of(tree, Set.of("without_types", "least_students"));
        Map<String, Integer> least = new TreeMap<>();
        scope.needed("least_students").map().forEach((type, students) -> least.put(type, students.whole()));
        return new CountyStandard.Scope(Set.copyOf(scope.texts("without_types")), Map.copyOf(least));
    }

    private static Map<String, CountyItem> items(Tree tree, Set<String> rules) {
        Map<String, CountyItem> items = new LinkedHashMap<>();
        tree.map().forEach((item, deciding) -> items.put(item, item(Entries.of(deciding, ITEM), rules)));
        return items;
    }

    private static CountyItem item(Entries item, Set<String> rules) {
        for (String rule : item.texts("rules")) {
            if (!rules.contains(rule)) {
                throw item.place().wrong("there is no rule " + rule + " in schemas/rules");
            }
        }
        for (String figure : item.texts("figures")) {
            String[] named = figure.split(" ");
            if (named.length != 2
                    || !MetricCards.standard().of(named[0]).measures().containsKey(named[1])) {
                throw item.place().wrong("a figure is a metric and one of its measures, not " + figure);
            }
        }
        return new CountyItem(
                item.word("by", CountyItem.By.LEDGER, CountyItem.By.class),
                List.copyOf(item.texts("rules")),
                List.copyOf(item.texts("figures")),
                item.has("limit") ? byStage(item.needed("limit")) : Map.of(),
                item.has("combined") ? combined(Entries.of(item.needed("combined"), Set.of("types", "limit"))) : null,
                CheckResult.valueOf(item.word("missed", "FAIL", Set.of("FAIL", "UNKNOWN"))),
                item.has("together") && item.needed("together").flag());
    }

    private static CountyItem.Combined combined(Entries combined) {
        Set<String> types = Set.copyOf(combined.texts("types"));
        if (types.isEmpty()) {
            throw combined.place().wrong("combined names the types of schools that it is of");
        }
        return new CountyItem.Combined(types, combined.number("limit"));
    }

    private static Map<Stage, Double> byStage(Tree tree) {
        Entries limits = Entries.of(tree, Set.of("K", "P", "J", "S"));
        Map<Stage, Double> byStage = new TreeMap<>();
        limits.keys().forEach(stage -> byStage.put(Stage.valueOf(stage), limits.number(stage)));
        if (byStage.isEmpty()) {
            throw tree.wrong("a limit is written by stage, {P: 0.5}");
        }
        return byStage;
    }

    /** Read at first use. */
    private static final class Held {
        private static final List<CountyStandard> ALL = load();
    }
}
