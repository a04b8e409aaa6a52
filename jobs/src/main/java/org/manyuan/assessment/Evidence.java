package org.manyuan.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.MetricValue;

/** What a check rests on, as JSON: keys of figures or counts of checks, never a person. */
final class Evidence {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Evidence() {}

    /** The figures that decided; a unit is named where they are of units. */
    static String rows(Collection<MetricValue> rows) {
        return json(keys(rows));
    }

    /** Figures and classes that decided. */
    static String rows(Collection<MetricValue> rows, Collection<ClassFact> classes) {
        List<Map<String, Object>> keys = keys(rows);
        for (ClassFact one : classes) {
            Map<String, Object> key = new LinkedHashMap<>();
            key.put("school_code", one.schoolCode());
            key.put("school_year", one.schoolYear());
            key.put("stage", one.stage());
            key.put("grade", one.grade());
            key.put("class_no", one.classNo());
            key.put("n", one.students());
            keys.add(key);
        }
        return json(keys);
    }

    private static List<Map<String, Object>> keys(Collection<MetricValue> rows) {
        List<Map<String, Object>> keys = new ArrayList<>();
        for (MetricValue row : rows) {
            Map<String, Object> key = new LinkedHashMap<>();
            key.put("metric_id", row.metricId());
            key.put("measure", row.measure());
            key.put("district_code", row.districtCode());
            if (!row.schoolCode().isEmpty()) {
                key.put("school_code", row.schoolCode());
            }
            key.put("school_year", row.schoolYear());
            key.put("stage", row.stage());
            keys.add(key);
        }
        return keys;
    }

    /** How many checks came out how, {@code [{"pass":7,"fail":0,"unknown":26,"na":0}]}. */
    static String counts(Map<CheckResult, Integer> counts) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (CheckResult result : List.of(CheckResult.PASS, CheckResult.FAIL, CheckResult.UNKNOWN, CheckResult.NA)) {
            named.put(result.name().toLowerCase(Locale.ROOT), counts.getOrDefault(result, 0));
        }
        return json(List.of(named));
    }

    private static String json(Object evidence) {
        try {
            return JSON.writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("keys of figures cannot be written as JSON", e);
        }
    }
}
