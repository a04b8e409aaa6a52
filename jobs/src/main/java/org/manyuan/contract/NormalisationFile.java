package org.manyuan.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how the value of a leaf becomes its score. Source: METRICS C1, step 5; C2, what the loader rejects. */
final class NormalisationFile {
    private static final Pattern CAP = Pattern.compile("cap:(\\d+(?:\\.\\d+)?)");
    /** Metrics whose values are letters. */
    private static final Set<String> GRADED = Set.of("GOV-01", "GOV-02", "GOV-03");

    private NormalisationFile() {}

    /** The way to a score from 0 to 100. */
    static Normalisation normalisation(String metricId, Tree tree, boolean lower) {
        Entries all = Entries.of(tree, Set.of("method", "anchor", "lo", "hi", "target", "tol", "steps"));
        Map<String, Set<String>> methods = Map.of(
                "goalposts", Set.of("anchor", "lo", "hi"),
                "minmax_cohort", Set.of(),
                "z", Set.of(),
                "rank", Set.of(),
                "target_ratio", Set.of("target"),
                "distance_to_target", Set.of("target", "tol"),
                "step", Set.of("steps"),
                "growth", Set.of("lo", "hi"));
        String name = all.word("method", null, methods.keySet());
        for (String key : all.keys()) {
            if (!key.equals("method") && !methods.get(name).contains(key)) {
                throw all.needed(key).wrong(name + " takes no " + key + "; leave it out");
            }
        }
        if (lower && Set.of("target_ratio", "step").contains(name)) {
            throw tree.wrong(name + " needs direction higher");
        }
        if (name.equals("growth") && ComparedMetrics.isChange(metricId)) {
            throw tree.wrong(metricId + " is a change already; growth of it says nothing, take goalposts");
        }
        boolean ofBaseYear = name.equals("goalposts")
                && all.word("anchor", "fixed", Set.of("fixed", "base_year")).equals("base_year");
        if (ofBaseYear && (all.has("lo") || all.has("hi"))) {
            throw tree.wrong("anchor base_year finds lo and hi itself; leave them out or write anchor: fixed");
        }
        Normalisation.Method method = ofBaseYear
                ? Normalisation.Method.GOALPOSTS_OF_BASE_YEAR
                : Normalisation.Method.valueOf(name.toUpperCase(Locale.ROOT));
        boolean bounds = Set.of("goalposts", "growth").contains(name) && !ofBaseYear;
        boolean target = Set.of("target_ratio", "distance_to_target").contains(name);
        return new Normalisation(
                method,
                bounds ? all.number("lo") : null,
                bounds ? all.number("hi") : null,
                target ? above0(all, "target", name.equals("target_ratio")) : null,
                name.equals("distance_to_target") ? above0(all, "tol", true) : null,
                name.equals("step") ? steps(metricId, all.needed("steps")) : Map.of());
    }

    private static double above0(Entries entries, String key, boolean isAsked) {
        double number = entries.number(key);
        if (isAsked && number <= 0) {
            throw entries.needed(key)
                    .wrong(key + " is above 0, not " + entries.needed(key).text());
        }
        return number;
    }

    /** From which value on which score; of grades in letters from which place on. */
    private static Map<Double, Double> steps(String metricId, Tree tree) {
        Map<Double, Double> steps = new HashMap<>();
        tree.map().forEach((from, score) -> steps.put(place(metricId, from, score), number(score)));
        if (steps.isEmpty() || steps.values().stream().anyMatch(score -> !(score >= 0 && score <= 100))) {
            throw tree.wrong("steps are value: score, at least one, scores from 0 to 100");
        }
        return steps;
    }

    private static double place(String metricId, String from, Tree step) {
        List<String> letters = Checklists.standard().grades();
        if (GRADED.contains(metricId) && letters.contains(from)) {
            return letters.size() - letters.indexOf(from);
        }
        try {
            double place = Double.parseDouble(from);
            if (Double.isFinite(place)) {
                return place;
            }
        } catch (NumberFormatException e) {
            throw step.wrong(
                    GRADED.contains(metricId)
                            ? "there is no grade " + from + "; known: " + String.join(", ", letters)
                            : "a step is number: score; letters are for " + Entries.sorted(GRADED));
        }
        throw step.wrong("a step is a finite number: score, not " + from);
    }

    private static double number(Tree score) {
        try {
            return Double.parseDouble(score.text());
        } catch (NumberFormatException e) {
            throw score.wrong("the score of a step is a number, not " + score.text());
        }
    }

    /** What the value must reach. */
    static IndicatorLeaf.Threshold threshold(Tree tree) {
        Entries threshold = Entries.of(tree, Set.of("op", "value", "on_fail"));
        Operator operator = Operator.of(threshold.needed("op").text())
                .orElseThrow(() -> threshold.needed("op").wrong("op is ==, !=, >=, >, <= or <"));
        String onFail = threshold.text("on_fail", "none");
        Matcher cap = CAP.matcher(onFail);
        boolean isCap = cap.matches();
        if (!isCap && !Set.of("none", "zero", "veto").contains(onFail)) {
            throw threshold.needed("on_fail").wrong("on_fail is none, zero, veto or as cap:60, not " + onFail);
        }
        return new IndicatorLeaf.Threshold(
                operator,
                threshold.number("value"),
                isCap ? "cap" : onFail,
                isCap ? Double.parseDouble(cap.group(1)) : 100);
    }
}
