package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.domain.CheckResult;

/** National policy rules, {@code schemas/rules}: each holds a metric of a district against a number. Those of regions: {@link RegionRules}. */
public final class PolicyRules {
    private static final Set<String> RULE = Set.of(
            "id",
            "name",
            "note",
            "source",
            "hardness",
            "grain",
            "stages",
            "valid_from",
            "valid_to",
            "metric",
            "measure",
            "op",
            "value",
            "nobody_counted");

    private PolicyRules() {}

    /** All of them, in the order of the files, read once. */
    public static List<PolicyRule> all() {
        return Held.ALL;
    }

    /** The ids of all rules, national and of regions. */
    static Set<String> ids() {
        return Stream.concat(
                        all().stream().map(PolicyRule::id),
                        RegionRules.all().stream().map(RegionRule::id))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Reads every rule of a class loader's {@code schemas}. */
    static List<PolicyRule> load(ClassLoader loader, MetricCards cards) {
        ClassPathFolder folder = new ClassPathFolder(loader, "schemas/rules");
        List<PolicyRule> rules = new ArrayList<>();
        for (String name : folder.names(".yaml")) {
            try (InputStream bytes = folder.open(name)) {
                Tree root = Tree.read("rules/" + name, bytes);
                if (!RegionRuleFile.isOne(root)) {
                    rules.addAll(read(root, cards));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(rules);
    }

    /** Reads one file strictly. */
    static List<PolicyRule> read(String file, InputStream bytes, MetricCards cards) {
        return read(Tree.read(file, bytes), cards);
    }

    private static List<PolicyRule> read(Tree root, MetricCards cards) {
        Tree list = MappingFile.needed(root, root.map(Set.of("rules")), "rules");
        Set<String> ids = new HashSet<>();
        return list.list().stream().map(tree -> rule(tree, cards, ids)).toList();
    }

    private static PolicyRule rule(Tree tree, MetricCards cards, Set<String> ids) {
        Entries rule = Entries.of(tree, RULE);
        Tree id = rule.needed("id");
        if (!ids.add(id.text())) {
            throw id.wrong("rule " + id.text() + " stands here twice");
        }
        Tree metric = rule.needed("metric");
        MetricCard card = cards.all().stream()
                .filter(one -> one.id().equals(metric.text()))
                .findFirst()
                .orElseThrow(() -> metric.wrong("there is no metric " + metric.text() + " in schemas/metrics"));
        String measure =
                rule.text("measure", card.measures().keySet().iterator().next());
        if (!card.measures().containsKey(measure)) {
            throw rule.needed("measure").wrong(card.id() + " has no measure " + measure);
        }
        rule.refuse("grain", !rule.text("grain", "D").equals("D"), "a rule at another grain than D");
        Entries name = Entries.of(rule.needed("name"), Set.of("zh", "en"));
        rule.needed("source").text();
        return new PolicyRule(
                id.text(),
                new Wording(name.needed("zh").text(), name.needed("en").text()),
                rule.word("hardness", null, Set.of("hard", "soft")),
                SchemeLeafFile.stages(rule).stream().sorted().toList(),
                rule.day("valid_from"),
                rule.day("valid_to"),
                card.id(),
                measure,
                Operator.of(rule.needed("op").text())
                        .orElseThrow(() -> rule.needed("op").wrong("op is ==, !=, >=, >, <= or <")),
                rule.number("value"),
                CheckResult.valueOf(rule.word("nobody_counted", "UNKNOWN", Set.of("UNKNOWN", "NA"))));
    }

    /** Read at first use. */
    private static final class Held {
        private static final List<PolicyRule> ALL = load(PolicyRules.class.getClassLoader(), MetricCards.standard());
    }
}
