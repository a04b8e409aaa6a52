package org.manyuan.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.manyuan.contract.CodeNames;

/** The evidence of a policy check as a line: the keys of the rows that decided, without what the check itself says already. */
final class EvidenceWords {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Said once by the check's own row. */
    private static final Set<String> OF_THE_CHECK = Set.of("district_code", "group_code", "school_code", "school_year");

    /** Which of a metric's measures is known from the rule. */
    private static final String MEASURE = "measure";

    /** Rows that a page has room for. */
    private static final int MOST = 3;

    private final Words words;

    EvidenceWords(Words words) {
        this.words = words;
    }

    /** The first of the rows, and how many there are. */
    String first(Row check) {
        List<String> rows = rows(check);
        String shown = String.join(words.pick("；", "; "), rows.subList(0, Math.min(MOST, rows.size())));
        return rows.size() > MOST ? words.say("policy.more", shown, String.valueOf(rows.size())) : shown;
    }

    /** Rows by semicolons, their keys by commas; empty where there are none, and where it is no list. */
    String of(Row check) {
        return String.join(words.pick("；", "; "), rows(check));
    }

    private List<String> rows(Row check) {
        List<String> rows = new ArrayList<>();
        if (read(check.text("evidence")) instanceof ArrayNode list) {
            list.forEach(row -> rows.add(row(row, check)));
        }
        rows.removeIf(String::isEmpty);
        return rows;
    }

    private String row(JsonNode row, Row check) {
        List<String> said = new ArrayList<>();
        row.properties().forEach(cell -> {
            String key = cell.getKey();
            String value = cell.getValue().isValueNode()
                    ? cell.getValue().asText()
                    : cell.getValue().toString();
            boolean isKnown = OF_THE_CHECK.contains(key) && check.has(key, value);
            if (!value.isEmpty() && !cell.getValue().isNull() && !key.equals(MEASURE) && !isKnown) {
                said.add(words.code("evidence", key) + " " + value(key, value));
            }
        });
        return String.join(words.pick("，", ", "), said);
    }

    /** A code of a list of its own is said as the list says it. */
    private String value(String key, String value) {
        return CodeNames.all().containsKey(key) ? words.code(key, value) : value;
    }

    private static JsonNode read(String evidence) {
        try {
            return JSON.readTree(evidence);
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }
}
