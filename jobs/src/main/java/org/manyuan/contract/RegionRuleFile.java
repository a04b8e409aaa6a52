package org.manyuan.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the policy rules of one region. What it does not know is an error. */
final class RegionRuleFile {
    private static final Set<String> FILE = Set.of("region", "valid_from", "valid_to", "kinds", "settings", "rules");
    private static final Set<String> RULE = Set.of(
            "id",
            "name",
            "source",
            "note",
            "hardness",
            "status",
            "persons",
            "subject",
            "kinds",
            "forms",
            "scope",
            "valid_from",
            "valid_to",
            "years",
            "all",
            "any");
    private static final Set<String> REQUIREMENT = Set.of(
            "count",
            "share",
            "span",
            "gap",
            "sql",
            "where",
            "among",
            "sum",
            "distinct",
            "in",
            "every",
            "day",
            "months",
            "term_days",
            "partial",
            "over",
            "first_year",
            "each",
            "by",
            "rows",
            "region",
            "handed_in",
            "handed_in_by",
            "at_least",
            "at_most",
            "above",
            "exactly");
    private static final List<String> SHAPES = List.of("count", "share", "span", "gap", "sql");

    /** How evidence names a person. */
    private static final String PERSON = "'teacher_key'";

    /** How SQL reads the limits that stand beside it. */
    private static final Pattern LIMITS = Pattern.compile("(?i)\\b(from|join)\\s+limits\\b");

    private final Map<String, String> relations;
    private final Function<String, String> sql;
    private final Set<String> ids = new HashSet<>();

    /**
     * A file whose rules may speak of these relations.
     *
     * @param relations the SELECT of each, by its name
     * @param sql the text of a file of SQL; null where there is none of that name
     */
    RegionRuleFile(Map<String, String> relations, Function<String, String> sql) {
        this.relations = relations;
        this.sql = sql;
    }

    /** Whether a file holds the rules of a region. */
    static boolean isOne(Tree root) {
        return root.isMap() && root.map().containsKey("region");
    }

    List<RegionRule> read(Tree root) {
        Entries file = Entries.of(root, FILE);
        Map<String, List<String>> settings =
                file.has("settings") ? file.needed("settings").wordLists() : Map.of();
        return file.needed("rules").list().stream()
                .map(tree -> rule(file, settings, tree))
                .toList();
    }

    private RegionRule rule(Entries file, Map<String, List<String>> settings, Tree tree) {
        boolean isOne = !tree.map().containsKey("all") && !tree.map().containsKey("any");
        Set<String> keys = new TreeSet<>(RULE);
        if (isOne) {
            keys.addAll(REQUIREMENT);
        }
        Entries rule = Entries.of(tree, keys);
        Tree id = rule.needed("id");
        if (!ids.add(id.text())) {
            throw id.wrong("rule " + id.text() + " stands here twice; give each rule its own id");
        }
        Entries name = Entries.of(rule.needed("name"), Set.of("zh", "en"));
        rule.needed("source").text();
        RegionRule.Subject subject = rule.word("subject", RegionRule.Subject.GROUP, RegionRule.Subject.class);
        List<Requirement> requirements =
                isOne ? List.of(requirement(rule)) : requirements(rule, rule.has("any") ? "any" : "all");
        return new RegionRule(
                id.text(),
                new Wording(name.needed("zh").text(), name.needed("en").text()),
                file.needed("region").text(),
                rule.word("hardness", null, Set.of("hard", "soft")),
                rule.word("status", "in_force", Set.of("in_force", "planned")).equals("planned"),
                persons(rule, requirements),
                subject,
                kinds(rule.has("kinds") ? rule : file),
                Set.copyOf(rule.texts("forms")),
                rule.text("scope", ""),
                (rule.has("valid_from") ? rule : file).day("valid_from"),
                (rule.has("valid_to") ? rule : file).day("valid_to"),
                years(rule),
                rule.has("any"),
                requirements,
                settings);
    }

    /** Who stands behind the rows: where their evidence names a person, the rule says who. */
    private RegionRule.Persons persons(Entries rule, List<Requirement> requirements) {
        RegionRule.Persons persons = rule.word("persons", RegionRule.Persons.NONE, RegionRule.Persons.class);
        for (Requirement asked : requirements) {
            boolean isOfPersons = asked.shape() != Requirement.Shape.SQL
                    && relations.get(asked.relation()).contains(PERSON);
            if (isOfPersons && persons == RegionRule.Persons.NONE) {
                throw rule.place()
                        .wrong("the rows of " + asked.relation()
                                + " name persons; say who stands behind the rule, persons: teacher or student");
            }
        }
        return persons;
    }

    private static Set<String> kinds(Entries said) {
        Set<String> known = Contracts.vocabulary("group_kind").keySet();
        for (String kind : said.texts("kinds")) {
            if (!known.contains(kind)) {
                throw said.needed("kinds").wrong("there is no kind " + kind + "; known: " + Entries.sorted(known));
            }
        }
        return Set.copyOf(said.texts("kinds"));
    }

    private static Set<Integer> years(Entries rule) {
        Set<Integer> years = new HashSet<>();
        if (rule.has("years")) {
            rule.needed("years").list().forEach(year -> years.add(year.whole()));
        }
        return years;
    }

    private List<Requirement> requirements(Entries rule, String key) {
        List<Requirement> requirements = new ArrayList<>();
        rule.needed(key).list().forEach(tree -> requirements.add(requirement(Entries.of(tree, REQUIREMENT))));
        if (requirements.isEmpty()) {
            throw rule.needed(key).wrong("a rule asks for something: write at least one requirement here");
        }
        return requirements;
    }

    private Requirement requirement(Entries asked) {
        List<String> shapes = SHAPES.stream().filter(asked::has).toList();
        if (shapes.size() != 1) {
            throw asked.place()
                    .wrong("a requirement is one of " + String.join(", ", SHAPES) + "; this one has "
                            + (shapes.isEmpty() ? "none" : String.join(" and ", shapes)));
        }
        Requirement.Shape shape = Requirement.Shape.valueOf(shapes.get(0).toUpperCase(Locale.ROOT));
        Requirement.Each each = each(asked);
        Requirement.Limit limit = limit(asked);
        if (shape != Requirement.Shape.SQL && limit.isNone()) {
            throw asked.place().wrong("a requirement needs a limit: at_least, at_most, above or exactly");
        }
        String relation = relation(shape, asked.needed(shapes.get(0)));
        if (shape == Requirement.Shape.SQL
                && !limit.isNone()
                && !LIMITS.matcher(relation).find()) {
            throw asked.place()
                    .wrong(
                            "its SQL does not read the relation limits, so a limit here would be for show; leave it out, or read it there");
        }
        return new Requirement(
                shape,
                relation,
                asked.text("where", ""),
                asked.text("among", ""),
                asked.text("sum", ""),
                asked.text("distinct", ""),
                asked.word("in", Requirement.Measure.DAYS, Requirement.Measure.class),
                period(shape, asked),
                each,
                asked.text("by", "school_code"),
                matching(asked),
                asked.has("region") && asked.needed("region").flag(),
                asked.text("handed_in", ""),
                asked.word("handed_in_by", "region", Set.of("region", "group")).equals("group"),
                limit);
    }

    private String relation(Requirement.Shape shape, Tree named) {
        if (shape == Requirement.Shape.SQL) {
            String text = sql.apply(named.text());
            if (text == null) {
                throw named.wrong("there is no schemas/rules/" + named.text());
            }
            return text;
        }
        if (!relations.containsKey(named.text())) {
            throw named.wrong("there is no relation " + named.text() + " in schemas/rules/relations.sql; known: "
                    + Entries.sorted(relations.keySet()));
        }
        return named.text();
    }

    private static Requirement.Matching matching(Entries asked) {
        boolean isOfOneDay = Set.of("day", "founding", "build").contains(asked.text("every", ""));
        return asked.word(
                "rows",
                isOfOneDay ? Requirement.Matching.IN_FORCE : Requirement.Matching.STARTED,
                Requirement.Matching.class);
    }

    private static Requirement.Period period(Requirement.Shape shape, Entries asked) {
        Requirement.Every otherwise =
                shape == Requirement.Shape.GAP ? Requirement.Every.TERM : Requirement.Every.SCHOOL_YEAR;
        Requirement.Every every = asked.word("every", otherwise, Requirement.Every.class);
        if (asked.has("day") != (every == Requirement.Every.DAY)) {
            throw asked.place().wrong("day: \"09-01\" goes with every: day, and only with it");
        }
        if (asked.has("day") && !asked.text("day", "").matches("(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])")) {
            throw asked.needed("day").wrong("day is a month and a day, written \"09-01\"");
        }
        List<Integer> months = new ArrayList<>();
        if (asked.has("months")) {
            asked.needed("months").list().forEach(month -> months.add(month.whole()));
        }
        return new Requirement.Period(
                every,
                asked.text("day", ""),
                months,
                asked.whole("term_days", 0),
                !(asked.has("partial") && asked.needed("partial").flag()),
                asked.has("over") && asked.needed("over").flag(),
                asked.whole("first_year", 0));
    }

    private static Requirement.Each each(Entries asked) {
        if (!asked.has("each")) {
            return Requirement.Each.NONE;
        }
        Tree each = asked.needed("each");
        if (each.isText()) {
            String word = asked.word("each", null, Set.of("member", "unit", "lead"));
            return new Requirement.Each(Requirement.What.valueOf(word.toUpperCase(Locale.ROOT)), "", List.of());
        }
        Map<String, List<String>> words = each.wordLists();
        if (words.size() != 1) {
            throw each.wrong("each is member, unit, lead, or one column with its words, such as {item: [章程, 规划]}");
        }
        Map.Entry<String, List<String>> one = words.entrySet().iterator().next();
        return new Requirement.Each(Requirement.What.WORD, one.getKey(), one.getValue());
    }

    private static Requirement.Limit limit(Entries asked) {
        List<Double> exactly = new ArrayList<>();
        if (asked.has("exactly")) {
            Tree numbers = asked.needed("exactly");
            if (numbers.isText()) {
                exactly.add(asked.number("exactly"));
            } else {
                numbers.texts().forEach(text -> exactly.add(Double.valueOf(text)));
            }
        }
        return new Requirement.Limit(
                asked.number("at_least", null), asked.number("at_most", null), asked.number("above", null), exactly);
    }
}
