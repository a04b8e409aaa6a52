package org.manyuan.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The composition check beside a change of a gap: the same change on intake-adjusted scores, in words. A row of a release from before the
 * check says nothing. Source: METRICS B4, composition check.
 */
final class AdjustedWords {
    private final Words words;
    private final Digits digits;

    AdjustedWords(Words words) {
        this.words = words;
        this.digits = new Digits(words);
    }

    /** The sentence beside that on a judged change: the adjusted one and whether its verdict agrees, or why there is none. */
    String sentence(Row row) {
        if (!isKnown(row)) {
            return "";
        }
        String flag = row.text("adjusted_flag");
        if (!isIn(row)) {
            return words.say("adjusted.none", why(flag));
        }
        Double change = row.number("adjusted_change");
        if (!isJudged(row)) {
            return words.say("adjusted.not_judged", digits.deviations(change, flag), words.say("flag." + flag));
        }
        return words.say(
                agrees(row) ? "adjusted.same" : "adjusted.differs",
                digits.deviations(change, flag),
                digits.interval(row.number("adjusted_lo"), row.number("adjusted_hi"), 2),
                digits.count(row.number("adjusted_k"), flag),
                digits.count(row.number("adjusted_n"), flag),
                words.say("verdict." + row.text("adjusted_verdict")));
    }

    /** Whether there is an adjusted change; it may be without a verdict. */
    static boolean isIn(Row row) {
        return row.cells().get("adjusted_change") != null;
    }

    /** What stands before the adjusted figures under those of a row of a table; says so where there are two verdicts that differ. */
    String label(Row row) {
        boolean differs = isJudged(row) && !row.has("verdict", "NOT_JUDGED") && !agrees(row);
        return words.say(differs ? "adjusted.row_differs" : "adjusted.row");
    }

    /** How many of the judged changes have the same verdict when adjusted, another, or none; where all have none, why. */
    String tally(List<Row> changes) {
        List<Row> judged = changes.stream()
                .filter(row -> !row.has("verdict", "NOT_JUDGED") && isKnown(row))
                .toList();
        long same = judged.stream().filter(row -> isJudged(row) && agrees(row)).count();
        long none = judged.stream().filter(row -> !isJudged(row)).count();
        return none == judged.size()
                ? missing(judged)
                : words.say(
                        "adjusted.tally",
                        String.valueOf(same),
                        String.valueOf(judged.size() - same - none),
                        String.valueOf(none));
    }

    /** Why the changes of a table that have no adjusted one have none, and how many; empty where all have one. */
    String missing(List<Row> changes) {
        Map<String, Long> reasons = changes.stream()
                .filter(row -> row.number("change") != null && isKnown(row) && !isIn(row))
                .collect(Collectors.groupingBy(
                        row -> why(row.text("adjusted_flag")), TreeMap::new, Collectors.counting()));
        return reasons.isEmpty()
                ? ""
                : words.say(
                        "adjusted.missing",
                        reasons.entrySet().stream()
                                .map(reason -> words.say(
                                        "adjusted.missing.one", reason.getKey(), String.valueOf(reason.getValue())))
                                .collect(Collectors.joining(words.pick("；", "; "))));
    }

    private String why(String flag) {
        return words.say(words.has("adjusted.why." + flag) ? "adjusted.why." + flag : "flag." + flag);
    }

    private static boolean isKnown(Row row) {
        return row.cells().get("adjusted_flag") != null;
    }

    private static boolean isJudged(Row row) {
        return !row.has("adjusted_verdict", "NOT_JUDGED");
    }

    private static boolean agrees(Row row) {
        return row.text("adjusted_verdict").equals(row.text("verdict"));
    }
}
