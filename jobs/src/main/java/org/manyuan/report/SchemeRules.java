package org.manyuan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Schemes;
import org.w3c.dom.Element;

/**
 * The policy rules that each scheme tells beside its scores and does not score, with their results in the district counted; each stands
 * in the section of the policy checks. Nothing of a scheme that is no longer among the schemes. Source: METRICS C2, {@code rules}.
 */
record SchemeRules(ReportRows rows, Words words) implements Section {
    private static final List<String> RESULTS = List.of("PASS", "FAIL", "UNKNOWN", "NA");

    @Override
    public void write(Markup page, Element body) {
        Map<List<String>, Row> schemes = new LinkedHashMap<>();
        rows.assessment()
                .forEach(row -> schemes.putIfAbsent(List.of(row.text("scheme_id"), row.text("scheme_version")), row));
        schemes.values().forEach(row -> Schemes.of(
                        row.text("scheme_id"), row.number("scheme_version").intValue())
                .filter(scheme -> !scheme.rules().isEmpty())
                .ifPresent(scheme -> page.child(body, "p", "note", sentence(scheme))));
    }

    private String sentence(Scheme scheme) {
        Map<String, Long> counts = rows.checks().stream()
                .filter(row -> scheme.rules().contains(row.text("rule_id")))
                .collect(Collectors.groupingBy(row -> row.text("result"), Collectors.counting()));
        List<String> said = new ArrayList<>();
        RESULTS.stream()
                .filter(counts::containsKey)
                .forEach(result -> said.add(words.code("result", result) + " " + counts.get(result)));
        return words.say(
                said.isEmpty() ? "assessment.rules.none" : "assessment.rules",
                scheme.id(),
                String.join(words.pick("、", ", "), scheme.rules()),
                String.join(words.pick("，", ", "), said));
    }
}
