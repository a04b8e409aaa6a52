package org.manyuan.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cross-file check that a dataset takes part in, with the numbers that decide it there.
 *
 * @param check its id
 * @param thresholds number by name, in the contract's order
 */
public record CheckTerms(String check, Map<String, BigDecimal> thresholds) implements Serializable {
    /** The cross-file checks of a dataset: each an id, every other key a number. */
    static List<CheckTerms> of(Tree tree) {
        List<CheckTerms> checks = new ArrayList<>();
        for (Tree entry : tree.list()) {
            Map<String, Tree> entries = entry.map();
            String check = ContractFile.needed(entry, entries, "check").text();
            Map<String, BigDecimal> thresholds = new LinkedHashMap<>();
            entries.forEach((name, value) -> {
                if (!name.equals("check")) {
                    thresholds.put(name, ContractFile.decimal(value));
                }
            });
            if (check.isBlank()) {
                throw entry.wrong("a check has an id");
            }
            if (checks.stream().anyMatch(earlier -> earlier.check().equals(check))) {
                throw entry.wrong("check " + check + " stands here twice");
            }
            checks.add(new CheckTerms(check, Collections.unmodifiableMap(thresholds)));
        }
        return List.copyOf(checks);
    }
}
