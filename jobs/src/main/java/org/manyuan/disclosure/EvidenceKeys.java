package org.manyuan.disclosure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;

/** What the evidence of a policy check may name; under any other key there could be a person's. */
final class EvidenceKeys {
    private static final Set<String> OPEN = Set.of(
            "metric_id",
            "measure",
            "variant",
            "district_code",
            "group_code",
            "school_code",
            "from_school_code",
            "to_school_code",
            "school_year",
            "base_year",
            "class_no",
            "exam_code",
            "stage",
            "grade",
            "subject",
            "value",
            "n",
            "k",
            "started_on",
            "ended_on",
            "held_on",
            "joined_on",
            "left_on",
            "role",
            "kind",
            "item",
            "body",
            "post",
            "case",
            "result",
            "pass",
            "fail",
            "unknown",
            "na");

    private static final JsonFactory JSON = new JsonFactory();

    private EvidenceKeys() {}

    /**
     * Whether a key, however deep, is another than these. What is no JSON could hold any.
     *
     * @param evidence JSON; null or empty: it names nothing
     */
    static boolean nameAnother(String evidence) {
        if (evidence == null || evidence.isEmpty()) {
            return false;
        }
        try (JsonParser parser = JSON.createParser(evidence)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && !OPEN.contains(parser.currentName())) {
                    return true;
                }
            }
            return false;
        } catch (IOException noJson) {
            return true;
        }
    }
}
