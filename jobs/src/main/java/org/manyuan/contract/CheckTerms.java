package org.manyuan.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A check of {@code schemas/checks} that a dataset's rows are held to, with the numbers that decide it there.
 *
 * @param check its id
 * @param severity what the contract says, else what the check's page says
 * @param thresholds number by name, in the contract's order
 */
public record CheckTerms(String check, Severity severity, Map<String, BigDecimal> thresholds) implements Serializable {
    /** The checks of a dataset: each an id with a page, perhaps a severity, every other key a number. */
    static List<CheckTerms> of(Tree tree) {
        List<CheckTerms> checks = new ArrayList<>();
        for (Tree entry : tree.list()) {
            Map<String, Tree> entries = entry.map();
            String check = ContractFile.needed(entry, entries, "check").text();
            CheckPage page =
                    CheckPages.find(check).orElseThrow(() -> entry.wrong("there is no page of check " + check));
            Map<String, BigDecimal> thresholds = new LinkedHashMap<>();
            entries.forEach((name, value) -> {
                if (!name.equals("check") && !name.equals("severity")) {
                    thresholds.put(name, ContractFile.decimal(value));
                }
            });
            if (checks.stream().anyMatch(earlier -> earlier.check().equals(check))) {
                throw entry.wrong("check " + check + " stands here twice");
            }
            Severity severity =
                    entries.containsKey("severity") ? Severity.of(entries.get("severity")) : page.severity();
            checks.add(new CheckTerms(check, severity, Collections.unmodifiableMap(thresholds)));
        }
        return List.copyOf(checks);
    }

    /**
     * A threshold.
     *
     * @throws IllegalStateException where the contract does not say it
     */
    public double number(String name) {
        BigDecimal number = thresholds.get(name);
        if (number == null) {
            throw new IllegalStateException("check " + check + " needs the number " + name + " in the contract");
        }
        return number.doubleValue();
    }
}
