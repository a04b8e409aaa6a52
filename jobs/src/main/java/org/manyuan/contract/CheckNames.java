package org.manyuan.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How policy checks are called: a rule by its name, a check of a county standard by the standard's name and its id. */
public final class CheckNames {
    private CheckNames() {}

    /** By id, in the order of the files; a check that is not here is called by its id. */
    public static Map<String, Wording> all() {
        return Held.ALL;
    }

    /** Whether a check is of a policy rule, national or of a region; else it is of a county standard. */
    public static boolean isOfARule(String id) {
        return PolicyRules.all().stream().anyMatch(rule -> rule.id().equals(id))
                || RegionRules.of(id).isPresent();
    }

    private static Map<String, Wording> read() {
        Map<String, Wording> names = new LinkedHashMap<>();
        CountyStandards.all().forEach(standard -> checks(standard)
                .forEach(id -> names.put(
                        id,
                        new Wording(
                                standard.name().zh() + "：" + id, standard.name().en() + ": " + id))));
        PolicyRules.all().forEach(rule -> names.put(rule.id(), rule.name()));
        RegionRules.all().forEach(rule -> names.put(rule.id(), rule.name()));
        return names;
    }

    private static Stream<String> checks(CountyStandard standard) {
        CountyStandard.Spread spread = standard.spread();
        Stream<String> ofSpread = spread.check().isEmpty()
                ? spread.measures().stream().map(standard::spreadCheck)
                : Stream.of(spread.check());
        Stream<String> whole = Stream.of(
                        standard.schools() == null ? "" : standard.schools().check(), standard.county())
                .filter(id -> !id.isEmpty());
        return Stream.concat(Stream.concat(ofSpread, whole), standard.items().keySet().stream());
    }

    /** Read at first use. */
    private static final class Held {
        private static final Map<String, Wording> ALL = Collections.unmodifiableMap(read());
    }
}
