package org.manyuan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a supervisor signs: the main findings of a district and year as sentences, their figures released ones. */
final class Findings {
    private final ReportRows rows;
    private final Words words;
    private final Digits digits;

    Findings(ReportRows rows, Words words) {
        this.rows = rows;
        this.words = words;
        this.digits = new Digits(words);
    }

    /** How many groups have which verdict, and out of whom; one sentence per group, comparison and series; what joining did. */
    List<Finding> gap() {
        List<Finding> said = new ArrayList<>();
        List<Row> headlines = rows.headlines();
        if (headlines.isEmpty()) {
            return List.of(new Finding("gap", words.say("gap.none"), ""));
        }
        GapWords gaps = new GapWords(words);
        said.add(new Finding("gap", counted(headlines), ""));
        headlines.forEach(row -> said.add(new Finding("gap", gaps.sentence(row), row.text("verdict"))));
        JoiningWords joining = new JoiningWords(words);
        rows.joiningHeadlines()
                .forEach(row -> said.add(new Finding("gap", joining.sentence(row), row.text("verdict"))));
        return said;
    }

    /** One sentence per stage of the whole district, then how many of the groups' members grew. */
    List<Finding> enrollment() {
        List<Finding> said = new ArrayList<>();
        rows.enrollment().stream()
                .filter(row -> row.has("grain", "district"))
                .forEach(row -> said.add(new Finding("enrollment", intake(row), "")));
        List<Row> members = rows.enrollment().stream()
                .filter(row -> row.has("grain", "member") && row.number("growth_lo") != null)
                .toList();
        if (!members.isEmpty()) {
            said.add(new Finding("enrollment", members(members), ""));
        }
        return said.isEmpty() ? List.of(new Finding("enrollment", words.say("enrollment.none"), "")) : said;
    }

    /** The district's rates over all stages, each beside the national rule. */
    List<Finding> exchange() {
        List<Finding> said = new ArrayList<>();
        rows.exchange().stream()
                .filter(row -> row.has("grain", "district") && row.has("stage", ""))
                .forEach(row -> {
                    said.add(new Finding("exchange", rate(row), ""));
                    said.add(new Finding("exchange", backbone(row), ""));
                });
        rows.checks().stream()
                .filter(PolicyWords::isOfTheExchange)
                .filter(row -> row.has("group_code", "") && row.has("school_code", ""))
                .forEach(row -> said.add(new Finding("exchange", new PolicyWords(words).sentence(row), "")));
        return said.isEmpty() ? List.of(new Finding("exchange", words.say("exchange.none"), "")) : said;
    }

    private String counted(List<Row> headlines) {
        Map<String, Long> verdicts = headlines.stream()
                .collect(Collectors.groupingBy(row -> row.text("verdict"), TreeMap::new, Collectors.counting()));
        Map<String, Long> schools = headlines.stream()
                .collect(
                        Collectors.groupingBy(row -> row.text("schools_verdict"), TreeMap::new, Collectors.counting()));
        long groups =
                headlines.stream().map(row -> row.text("group_code")).distinct().count();
        return words.say(
                        groups == headlines.size() ? "gap.counted_each" : "gap.counted",
                        String.valueOf(groups),
                        String.valueOf(headlines.size()),
                        tally(verdicts),
                        tally(schools),
                        groups,
                        headlines.size())
                + new AdjustedWords(words).tally(headlines)
                + population();
    }

    private String tally(Map<String, Long> verdicts) {
        return List.of("NARROWED", "WIDENED", "REVERSED", "NO_DETECTABLE_CHANGE", "NOT_JUDGED").stream()
                .filter(verdict -> verdicts.containsKey(verdict) || !verdict.matches("REVERSED|NOT_JUDGED"))
                .map(verdict -> words.say("gap.tally." + verdict, String.valueOf(verdicts.getOrDefault(verdict, 0L))))
                .collect(Collectors.joining(words.say("gap.tally.between")));
    }

    /** Everyone who sat the papers of the main comparisons, from the district's rows of the year. */
    private String population() {
        GapWords gaps = new GapWords(words);
        return rows.scores().stream()
                .filter(row -> row.has("side", "district") && row.has("subject", "total") && isThisYear(row))
                .filter(row -> row.number("n") != null)
                .map(row -> words.say(
                        "gap.sat",
                        gaps.exam(row),
                        digits.count(row.number("n"), ""),
                        digits.count(row.number("k"), "")))
                .distinct()
                .collect(Collectors.joining());
    }

    private boolean isThisYear(Row row) {
        return rows.headlines().stream()
                .anyMatch(main -> main.text("school_year").equals(row.text("school_year")));
    }

    private String intake(Row row) {
        return words.say(
                row.number("growth") == null ? "enrollment.district_alone" : "enrollment.district",
                words.year(row, "school_year"),
                words.code("stage", row.text("stage")),
                digits.count(row.number("intake"), row.text("intake_flag")),
                words.year(row, "base_year"),
                digits.percent(row.number("growth"), row.text("growth_flag")),
                digits.percentInterval(row.number("growth_lo"), row.number("growth_hi")));
    }

    private String members(List<Row> members) {
        long grew = members.stream().filter(row -> row.number("growth_lo") > 0).count();
        long shrank =
                members.stream().filter(row -> row.number("growth_hi") < 0).count();
        return words.say(
                "enrollment.members",
                String.valueOf(members.size()),
                String.valueOf(grew),
                String.valueOf(shrank),
                String.valueOf(members.size() - grew - shrank));
    }

    private String rate(Row row) {
        return words.say(
                "exchange.rate",
                words.year(row, "school_year"),
                digits.count(row.number("eligible"), row.text("rate_flag")),
                digits.percent(row.number("rate"), row.text("rate_flag")),
                digits.percentInterval(row.number("rate_lo"), row.number("rate_hi")));
    }

    private String backbone(Row row) {
        return words.say(
                "exchange.backbone",
                digits.count(row.number("exchanged"), row.text("backbone_flag")),
                digits.percent(row.number("backbone_share"), row.text("backbone_flag")),
                digits.percentInterval(row.number("backbone_lo"), row.number("backbone_hi")));
    }
}
