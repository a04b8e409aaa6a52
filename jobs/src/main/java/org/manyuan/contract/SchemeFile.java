package org.manyuan.contract;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads one scheme in the shape of METRICS C2. What it does not know is an error. */
final class SchemeFile {
    private static final double TOLERANCE = 1e-9;
    private static final double DEFAULT_COVERAGE = 0.66;
    private static final Set<String> SCHEME = Set.of(
            "id",
            "version",
            "region",
            "source",
            "status",
            "valid_from",
            "valid_to",
            "subject",
            "years",
            "population",
            "tenure",
            "scale",
            "aggregation",
            "missing",
            "weight_source",
            "indicators",
            "adjustments",
            "attribution",
            "rules",
            "grades",
            "robustness");
    private static final Set<String> ENTRY = Set.of("id", "name", "weight", "weight_source", "name_origin", "children");
    private static final Set<String> WEIGHT_SOURCES = Set.of("seed", "bureau", "equal_assumed");

    private final MetricCards cards;
    private final Set<String> ruleIds;
    private final Set<String> ids = new HashSet<>();
    private String weightSource = "";
    private SchemeLeafFile leaves;

    /** A scheme whose leaves are of these cards and whose rules are among these. */
    SchemeFile(MetricCards cards, Set<String> ruleIds) {
        this.cards = cards;
        this.ruleIds = ruleIds;
    }

    Scheme read(String file, InputStream bytes) {
        Tree root = Tree.read(file, bytes);
        Entries scheme = Entries.of(MappingFile.needed(root, root.map(Set.of("scheme")), "scheme"), SCHEME);
        weightSource = scheme.word("weight_source", null, WEIGHT_SOURCES);
        Entries region = Entries.of(scheme.needed("region"), Set.of("adcode", "name"));
        Entries years = Entries.of(scheme.needed("years"), Set.of("assessed", "base"));
        String base = SchemeLeafFile.base(years, "founding");
        Scheme.Subject subject = scheme.word("subject", null, Scheme.Subject.class);
        leaves = new SchemeLeafFile(cards, base, subject);
        List<Indicator> indicators = siblings(scheme.needed("indicators"));
        Entries aggregation = scheme.below("aggregation", Set.of("default", "by_node"));
        Entries missing = scheme.below("missing", Set.of("rule", "min_coverage"));
        double coverage = missing.number("min_coverage", DEFAULT_COVERAGE);
        if (coverage < 0 || coverage > 1) {
            throw missing.needed("min_coverage").wrong("min_coverage is a share from 0 to 1");
        }
        return new Scheme(
                scheme.needed("id").text(),
                scheme.needed("version").whole(),
                region.needed("adcode").text(),
                region.text("name", ""),
                source(scheme, root.digest(), years.needed("assessed")),
                years.needed("assessed").whole(),
                base,
                population(scheme, subject),
                scheme.below("tenure", Set.of("min_school_years")).whole("min_school_years", 1),
                scale(scheme),
                aggregation.word("default", Scheme.Aggregation.ARITHMETIC, Scheme.Aggregation.class),
                byNode(aggregation, indicators),
                missing.word("rule", Scheme.Missing.REWEIGHT, Scheme.Missing.class),
                coverage,
                weightSource,
                indicators,
                adjustments(scheme, subject),
                AttributionFile.attribution(scheme, subject),
                rules(scheme),
                robustness(scheme));
    }

    private List<Indicator> siblings(Tree list) {
        List<Indicator> siblings = list.list().stream().map(this::indicator).toList();
        double sum = siblings.stream().mapToDouble(Indicator::weight).sum();
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw list.wrong("weights of siblings sum to 1, these to " + sum + "; mend them");
        }
        return siblings;
    }

    private Indicator indicator(Tree tree) {
        boolean isNode = tree.map().containsKey("children");
        Set<String> keys = new TreeSet<>(ENTRY);
        if (!isNode) {
            keys.addAll(SchemeLeafFile.KEYS);
        }
        Entries entry = Entries.of(tree, keys);
        double weight = entry.number("weight");
        if (weight < 0) {
            throw entry.needed("weight").wrong("a weight is not negative");
        }
        return new Indicator(
                unique(entry),
                entry.needed("name").text(),
                weight,
                entry.word("weight_source", weightSource, WEIGHT_SOURCES),
                entry.word("name_origin", isNode ? "named" : null, Set.of("named", "inferred")),
                isNode ? siblings(entry.needed("children")) : List.of(),
                isNode ? null : leaves.leaf(entry));
    }

    private String unique(Entries entry) {
        Tree id = entry.needed("id");
        if (id.text().isEmpty() || !ids.add(id.text())) {
            throw id.wrong("id " + id.text() + " stands here twice or is empty; give each entry its own");
        }
        return id.text();
    }

    /** None, or a list of a name and the least score each; the lowest has all below. */
    private static List<Scheme.Grade> grades(Entries scheme) {
        if (!scheme.has("grades")
                || scheme.needed("grades").isText() && scheme.text("grades", "").equals("none")) {
            return List.of();
        }
        List<Scheme.Grade> grades = new ArrayList<>();
        for (Tree tree : scheme.needed("grades").list()) {
            Entries grade = Entries.of(tree, Set.of("name", "min"));
            Scheme.Grade read = new Scheme.Grade(grade.needed("name").text(), grade.number("min"));
            if (grades.stream().anyMatch(other -> other.name().equals(read.name()) || other.min() == read.min())) {
                throw tree.wrong("two grades have this name or this min; give each its own");
            }
            grades.add(read);
        }
        return grades;
    }

    private static Scheme.Source source(Entries scheme, String digest, Tree assessed) {
        Entries source = scheme.below("source", Set.of("seed", "quote", "status"));
        Scheme.Source read = new Scheme.Source(
                source.text("seed", ""),
                source.text("quote", ""),
                source.word("status", "draft", Set.of("draft", "final")).equals("final"),
                scheme.word("status", "trial", Set.of("planned", "trial", "in_force", "ended")),
                scheme.day("valid_from"),
                scheme.day("valid_to"),
                digest);
        if (read.validFrom() != null && read.validTo() != null && read.validTo().isBefore(read.validFrom())) {
            throw scheme.needed("valid_to").wrong("valid_to lies before valid_from; mend one of them");
        }
        if (!read.mayScore(assessed.whole())) {
            throw assessed.wrong("this scheme holds " + read.validity() + ", not on September 1, " + assessed.whole()
                    + "; assess a year in which it holds, or mend valid_from or valid_to (a scheme whose status is planned"
                    + " is a preview of any year)");
        }
        return read;
    }

    private static Scheme.Population population(Entries scheme, Scheme.Subject subject) {
        Entries population = scheme.below("population", Set.of("kinds", "forms", "stages", "min_students"));
        Set<String> kinds = Contracts.vocabulary("group_kind").keySet();
        for (String kind : population.texts("kinds")) {
            if (!kinds.contains(kind)) {
                throw population
                        .needed("kinds")
                        .wrong("there is no kind " + kind + "; known: " + Entries.sorted(kinds));
            }
        }
        return new Scheme.Population(
                Set.copyOf(population.texts("kinds")),
                Set.copyOf(population.texts("forms")),
                SchemeLeafFile.stages(population),
                population.whole("min_students", 0),
                subject);
    }

    private static Scheme.Scale scale(Entries scheme) {
        Entries scale = scheme.below("scale", Set.of("min", "max", "decimals", "rounding"));
        Scheme.Scale read = new Scheme.Scale(
                scale.number("min", 0.0), scale.number("max", 100.0), scale.whole("decimals", 2), grades(scheme));
        if (read.min() != 0 || read.max() != 100) {
            throw scale.place()
                    .wrong("scores go from 0 to 100, as every indicator does; write min: 0 and max: 100, or leave"
                            + " scale out");
        }
        scale.word("rounding", "HALF_UP", Set.of("HALF_UP"));
        return read;
    }

    private static Map<String, Scheme.Aggregation> byNode(Entries aggregation, List<Indicator> indicators) {
        Map<String, Scheme.Aggregation> byNode = new HashMap<>();
        if (aggregation.has("by_node")) {
            Set<String> nodes = new HashSet<>();
            indicators.stream()
                    .flatMap(Indicator::all)
                    .filter(entry -> entry.leaf() == null)
                    .forEach(entry -> nodes.add(entry.id()));
            Entries entries = Entries.of(aggregation.needed("by_node"), nodes);
            entries.keys().forEach(id -> byNode.put(id, entries.word(id, null, Scheme.Aggregation.class)));
        }
        return byNode;
    }

    private List<Scheme.Adjustment> adjustments(Entries scheme, Scheme.Subject subject) {
        List<Scheme.Adjustment> adjustments = new ArrayList<>();
        if (scheme.has("adjustments")) {
            for (Tree tree : scheme.needed("adjustments").list()) {
                Entries entry = Entries.of(tree, Set.of("id", "type", "to", "when", "points", "cap"));
                Scheme.Subject to = entry.word("to", subject, Scheme.Subject.class);
                if (to == Scheme.Subject.GROUP && subject != Scheme.Subject.GROUP) {
                    throw entry.needed("to")
                            .wrong(
                                    "this scheme gives no group a score; write to: lead or to: member, or subject: group");
                }
                adjustments.add(new Scheme.Adjustment(
                        unique(entry),
                        entry.word("type", null, Set.of("bonus", "penalty")).equals("bonus"),
                        to,
                        when(entry.needed("when")),
                        entry.number("points", null),
                        entry.number("cap", null)));
            }
        }
        return adjustments;
    }

    private When when(Tree tree) {
        try {
            When when = When.read(tree.text());
            when.terms().stream()
                    .filter(term -> term.subject() == When.Subject.RULE)
                    .forEach(term -> known(tree, term.name()));
            return when;
        } catch (IllegalArgumentException e) {
            throw tree.wrong(e.getMessage());
        }
    }

    private List<String> rules(Entries scheme) {
        if (!scheme.has("rules")) {
            return List.of();
        }
        return scheme.needed("rules").list().stream()
                .map(tree -> known(tree, tree.text()))
                .toList();
    }

    private String known(Tree tree, String ruleId) {
        if (!ruleIds.contains(ruleId)) {
            throw tree.wrong(
                    "there is no policy rule " + ruleId + " in schemas/rules; known: " + Entries.sorted(ruleIds));
        }
        return ruleId;
    }

    private static Scheme.Robustness robustness(Entries scheme) {
        Entries robustness = scheme.below("robustness", Set.of("draws", "seed", "weight_jitter", "top"));
        Scheme.Robustness read = new Scheme.Robustness(
                robustness.whole("draws", 2000),
                robustness.whole("seed", 20240901),
                robustness.number("weight_jitter", 0.25),
                robustness.whole("top", 1));
        if (read.draws() < 1) {
            throw robustness.needed("draws").wrong("draws is a number from 1");
        }
        if (read.weightJitter() < 0 || read.weightJitter() >= 1) {
            throw robustness
                    .needed("weight_jitter")
                    .wrong("weight_jitter is a share from 0 to below 1: a weight stays above 0");
        }
        if (read.top() < 1) {
            throw robustness.needed("top").wrong("top is a number of places from 1");
        }
        return read;
    }
}
