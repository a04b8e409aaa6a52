package org.manyuan.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The policy checks as the workbook lists them: whom, which rule in words, the result, and the evidence as a line and as it is. */
final class PolicyRows {
    private static final List<String> SUBJECT =
            List.of("school_year", "district_code", "group_code", "school_code", "subject_name", "rule_id");
    private static final List<String> FOUND =
            List.of("hardness", "stage", "result", "metric_id", "value", "threshold", "n");
    private static final List<String> REST = List.of("evidence", "flag", "origin");

    private PolicyRows() {}

    static List<Row> of(List<Row> checks, Words words) {
        PolicyWords policy = new PolicyWords(words);
        EvidenceWords evidence = new EvidenceWords(words);
        return checks.stream()
                .map(check -> {
                    Map<String, Object> cells = new LinkedHashMap<>();
                    SUBJECT.forEach(column -> cells.put(column, check.value(column)));
                    cells.put("rule_words", policy.name(check));
                    FOUND.forEach(column -> cells.put(column, check.value(column)));
                    cells.put("evidence_words", evidence.of(check));
                    REST.forEach(column -> cells.put(column, check.value(column)));
                    return new Row(cells);
                })
                .toList();
    }
}
