package org.manyuan.synthesis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A school of a reconstruction.
 *
 * @param pool the name under which groups take it
 * @param versions its rows, by column; the first one says what it is like
 */
record MadeSchool(String code, String pool, int number, List<Map<String, String>> versions) {
    /** What cells may name of it: its columns, code, pool and its number in the pool. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String column :
                List.of("stages", "tags", "township", "setting_code", "school_type", "part_of", "authority_code")) {
            values.put(column, "");
        }
        values.putAll(versions.get(0));
        values.put("code", code);
        values.put("pool", pool);
        values.put("no", Integer.toString(number));
        return values;
    }

    String name() {
        return versions.get(0).get("name");
    }

    String stages() {
        return versions.get(0).getOrDefault("stages", "");
    }

    /** 6-3 where the row does not say. */
    String schoolingSystem() {
        return versions.get(0).getOrDefault("schooling_system", "6-3");
    }
}
