package org.manyuan.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.manyuan.contract.CodeName;
import org.manyuan.contract.CodeNames;
import org.manyuan.job.AssessGroups;
import org.manyuan.job.AssessedGroup;
import org.manyuan.job.TryWeights;

/** Scores and places, and what other weights would make of them, as somebody reads it on a terminal. No place without its interval. */
final class AssessText {
    private static final String NOTHING = "—";

    private final Words words;

    AssessText(Words words) {
        this.words = words;
    }

    String of(List<AssessGroups.Told> schemes) {
        if (schemes.isEmpty()) {
            return words.say("assess.none");
        }
        List<String> lines = new ArrayList<>();
        for (AssessGroups.Told scheme : schemes) {
            lines.add(title(scheme.schemeId(), scheme.version(), scheme.schoolYear(), scheme.groups()));
            lines.add(TextTable.of(
                    heads("code", "group", "score", "coverage", "place", "indistinct", "marks"),
                    scheme.groups().stream().map(this::row).toList()));
            waiting(lines, scheme.groups());
            new CorrelationText(words).write(lines, scheme.correlations());
            rules(lines, scheme.rules());
            lines.add("");
        }
        lines.add(words.say("assess.note"));
        return String.join(System.lineSeparator(), lines);
    }

    String of(TryWeights.Tried tried) {
        List<String> lines = new ArrayList<>();
        List<AssessedGroup> now =
                tried.groups().stream().map(TryWeights.Moved::before).toList();
        lines.add(words.say("assess.try", title(tried.schemeId(), tried.version(), tried.schoolYear(), now)));
        if (tried.weights().isEmpty()) {
            lines.add("  " + words.say("assess.same_weights"));
        }
        tried.weights()
                .forEach(weight -> lines.add("  " + weight.id() + " " + weight.name() + "  " + weight(weight.before())
                        + " → " + weight(weight.after())));
        lines.add("");
        lines.add(TextTable.of(
                heads(
                        "code",
                        "group",
                        "now",
                        "then",
                        "change",
                        "place_now",
                        "indistinct_now",
                        "place_then",
                        "indistinct_then"),
                tried.groups().stream().map(this::row).toList()));
        lines.add("");
        lines.add(words.say(tried.reordered().isEmpty() ? "assess.reordered.none" : "assess.reordered"));
        tried.reordered().forEach(pair -> lines.add("  " + sentence(pair)));
        lines.add("");
        lines.add(words.say("assess.note"));
        lines.add(words.say("assess.unwritten"));
        return String.join(System.lineSeparator(), lines);
    }

    /** A scheme that is not in force says so first. */
    private String title(String scheme, int version, int year, List<AssessedGroup> groups) {
        String title = words.say(
                "assess.title", scheme, String.valueOf(version), String.valueOf(year), String.valueOf(year + 1));
        return groups.stream().anyMatch(AssessedGroup::isPreview) ? words.say("assess.preview", title) : title;
    }

    /** The units that do not count yet, under their groups; nothing where none waits. */
    private void waiting(List<String> lines, List<AssessedGroup> groups) {
        List<AssessedGroup> some = groups.stream()
                .filter(group -> group.waitingUnits() != null && group.waitingUnits() > 0)
                .toList();
        if (some.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(words.say("assess.waiting"));
        some.forEach(group -> lines.add("  "
                + words.say(
                        "assess.waiting.one",
                        group.code(),
                        group.name(),
                        group.waiting().isEmpty()
                                ? words.say("assess.waiting.count", group.waitingUnits())
                                : group.waiting().stream()
                                        .map(this::waiting)
                                        .collect(Collectors.joining(words.say("explain.comma"))))));
    }

    private String waiting(AssessedGroup.Waiting unit) {
        return unit.countsFrom() == null
                ? words.say("assess.waiting.leaves", unit.name())
                : words.say(
                        "assess.waiting.from", unit.name(), unit.countsFrom().toString());
    }

    /** What the scheme tells beside its scores. */
    private void rules(List<String> lines, List<AssessGroups.RuleResults> rules) {
        if (rules.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(words.say("assess.rules"));
        List<String> heads = new ArrayList<>(heads("rule"));
        List.of("PASS", "FAIL", "UNKNOWN", "NA").forEach(result -> heads.add(code("result", result)));
        lines.add(TextTable.of(
                heads,
                rules.stream()
                        .map(rule -> List.of(
                                rule.id(),
                                String.valueOf(rule.met()),
                                String.valueOf(rule.notMet()),
                                String.valueOf(rule.cannotBeTold()),
                                String.valueOf(rule.doesNotApply())))
                        .toList()));
    }

    private List<String> heads(String... names) {
        return List.of(names).stream().map(name -> words.say("assess." + name)).toList();
    }

    private List<String> row(AssessedGroup group) {
        return List.of(
                group.code(),
                group.name(),
                score(group),
                group.coverage() == null ? NOTHING : rounded(100 * group.coverage(), 0) + "%",
                place(group),
                indistinct(group),
                group.marks().stream()
                        .map(mark -> code("mark", mark))
                        .collect(Collectors.joining(words.say("explain.comma"))));
    }

    private List<String> row(TryWeights.Moved moved) {
        Double before = moved.before().score();
        Double after = moved.after().score();
        return List.of(
                moved.before().code(),
                moved.before().name(),
                score(moved.before()),
                score(moved.after()),
                before == null || after == null ? NOTHING : signed(after - before),
                place(moved.before()),
                indistinct(moved.before()),
                place(moved.after()),
                indistinct(moved.after()));
    }

    private String sentence(TryWeights.Reordered pair) {
        return words.say(
                "assess.reordered.one",
                pair.one(),
                pair.other(),
                ahead(pair.aheadBefore()),
                ahead(pair.aheadAfter()),
                told(pair.distinguishableBefore()),
                told(pair.distinguishableAfter()));
    }

    private String ahead(String code) {
        return code == null ? words.say("assess.tie") : words.say("assess.ahead", code);
    }

    private String told(boolean distinguishable) {
        return words.say(distinguishable ? "assess.distinguishable" : "assess.not_distinguishable");
    }

    private String score(AssessedGroup group) {
        return group.score() == null ? code("flag", group.flag().name()) : rounded(group.score(), 2);
    }

    private String place(AssessedGroup group) {
        AssessedGroup.Place place = group.place();
        return place == null
                ? NOTHING
                : words.say("assess.interval", place(place.rank()), place(place.better()), place(place.worse()));
    }

    private String indistinct(AssessedGroup group) {
        if (group.place() == null || group.place().notDistinguishableFrom().isEmpty()) {
            return NOTHING;
        }
        List<String> codes = group.place().notDistinguishableFrom();
        return codes.size() > 1 && codes.size() == group.place().of() - 1
                ? words.say("assess.all", codes.size())
                : String.join(words.say("explain.comma"), codes);
    }

    private String code(String list, String code) {
        CodeName name = CodeNames.of(list).get(code);
        return name == null ? code : words.chinese() ? name.zh() : name.en();
    }

    private static String place(double place) {
        String written = rounded(place, 1);
        return written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
    }

    private static String weight(double weight) {
        return new BigDecimal(weight)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String signed(double change) {
        String written = rounded(Math.abs(change), 2);
        return written.equals("0.00") ? written : (change < 0 ? "−" : "+") + written;
    }

    private static String rounded(double value, int places) {
        return String.format(
                Locale.ROOT,
                "%." + places + "f",
                new BigDecimal(Double.toString(value)).setScale(places, RoundingMode.HALF_UP));
    }
}
