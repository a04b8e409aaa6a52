package org.manyuan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * What the policy rules found: of the district, of each group under its name, and of schools in numbers with the names of those that do
 * not meet a rule; of many groups in numbers too. Each check of each group and school stands in the workbook. Then what the bureau has
 * published, beside what its files give.
 */
record PolicySection(ReportRows rows, Words words) implements Section {
    private static final List<String> RESULTS = List.of("PASS", "FAIL", "UNKNOWN", "NA");

    /** Groups that have a table each; more are told in numbers. */
    private static final int MOST_GROUPS = 10;

    @Override
    public void write(Markup page, Element body) {
        page.heading(body, "h2", "policy", words.say("policy.heading"));
        if (rows.checks().isEmpty()) {
            page.child(body, "p", "empty", words.say("policy.none"));
        } else {
            found(page, body);
        }
        new PublishedFiguresPart(rows, words).write(page, body);
    }

    private void found(Markup page, Element body) {
        page.child(body, "p", "lead", words.say("policy.what"));
        List<Row> district = of(row -> row.has("group_code", "") && row.has("school_code", ""));
        checks(page, body, district.stream().filter(PolicyWords::isOfARule).toList());
        standards(page, body, district);
        groups(page, body, of(row -> !row.has("group_code", "") && row.has("school_code", "")));
        counted(page, body, "policy.of_schools", of(row -> !row.has("school_code", "")));
        page.child(body, "p", "note", words.say("policy.note"));
    }

    /** What does not apply to a group is not listed under its name. */
    private void groups(Markup page, Element body, List<Row> all) {
        Map<String, List<Row>> groups = by(
                "group_code",
                all.stream().filter(row -> !row.has("result", "NA")).toList());
        if (groups.size() > MOST_GROUPS) {
            counted(page, body, "policy.of_groups", all);
            return;
        }
        groups.values().forEach(checks -> {
            page.heading(
                    body,
                    "h3",
                    "policy-group",
                    words.say("policy.of_group", checks.get(0).text("subject_name")));
            checks(page, body, checks);
        });
    }

    private List<Row> of(Predicate<Row> subject) {
        return rows.checks().stream().filter(subject).toList();
    }

    private void checks(Markup page, Element body, List<Row> checks) {
        if (checks.isEmpty()) {
            return;
        }
        Tables tables = new Tables(page, words);
        Digits digits = new Digits(words);
        PolicyWords policy = new PolicyWords(words);
        EvidenceWords evidence = new EvidenceWords(words);
        Element table = tables.table(
                body,
                "figures checks",
                "column.rule",
                "column.hardness",
                "column.stage",
                "column.result",
                "column.value",
                "column.threshold",
                "column.n_persons",
                "column.evidence");
        for (Row row : checks) {
            tables.row(
                    table,
                    "mcccnnnt",
                    policy.rule(row),
                    policy.hardness(row),
                    policy.stage(row),
                    policy.result(row),
                    policy.value(row, "value", row.text("flag")),
                    policy.value(row, "threshold", ""),
                    digits.count(row.number("n"), row.text("flag")),
                    evidence.first(row));
        }
    }

    /** Checks of county standards, counted: one by one they stand in the workbook. */
    private void standards(Markup page, Element body, List<Row> district) {
        List<Row> checks =
                district.stream().filter(row -> !PolicyWords.isOfARule(row)).toList();
        if (!checks.isEmpty()) {
            page.child(
                    body, "p", "note", words.say("policy.standards", String.valueOf(checks.size()), counted(checks)));
        }
    }

    private String counted(List<Row> checks) {
        Map<String, Long> counts = counts(checks);
        return RESULTS.stream()
                .filter(counts::containsKey)
                .map(result -> words.code("result", result) + " " + counts.get(result))
                .collect(Collectors.joining(words.pick("，", ", ")));
    }

    private void counted(Markup page, Element body, String heading, List<Row> checks) {
        if (checks.isEmpty()) {
            return;
        }
        Element part = page.child(body, "div", "together");
        page.heading(part, "h3", heading.replace('.', '-'), words.say(heading));
        PolicyWords policy = new PolicyWords(words);
        Element table = new Tables(page, words)
                .table(
                        part,
                        "figures checks",
                        "column.rule",
                        "column.hardness",
                        "column.passed",
                        "column.failed",
                        "column.unknown",
                        "column.na",
                        "column.failed_subjects");
        by("rule_id", checks).values().forEach(ofRule -> {
            Map<String, Long> counts = counts(ofRule);
            List<String> cells = new ArrayList<>(List.of(policy.rule(ofRule.get(0)), policy.hardness(ofRule.get(0))));
            RESULTS.forEach(result -> cells.add(String.valueOf(counts.getOrDefault(result, 0L))));
            cells.add(failed(ofRule));
            new Tables(page, words).row(table, "mcnnnnt", cells.toArray(String[]::new));
        });
    }

    /** Those that do not meet a rule, by code; with the stage where one is looked at by stage. */
    private String failed(List<Row> checks) {
        return checks.stream()
                .filter(row -> row.has("result", "FAIL"))
                .map(row -> row.has("stage", "")
                        ? row.text("subject_name")
                        : words.say(
                                "policy.school_stage",
                                row.text("subject_name"),
                                words.code("stage", row.text("stage"))))
                .distinct()
                .collect(Collectors.joining(words.pick("、", ", ")));
    }

    private static Map<String, Long> counts(List<Row> checks) {
        return checks.stream().collect(Collectors.groupingBy(row -> row.text("result"), Collectors.counting()));
    }

    private static Map<String, List<Row>> by(String column, List<Row> checks) {
        Function<Row, String> key = row -> row.text(column);
        return new LinkedHashMap<>(
                checks.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList())));
    }
}
