package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.manyuan.domain.Successions;

/**
 * Which units of a base year stand with which of a current one: those linked by what happened after the one day and until the other
 * are one panel unit, and their rows are pooled. Source: METRICS §0, succession.
 */
final class PanelUnits {
    private final Successions successions;
    private final Year then;
    private final Year now;

    /**
     * A fact of units in one year.
     *
     * @param day on which it holds
     * @param has whether a unit has it
     * @param isExpected whether one without it should have it
     */
    record Year(LocalDate day, Predicate<String> has, Predicate<String> isExpected) {}

    PanelUnits(Successions successions, Year then, Year now) {
        this.successions = successions;
        this.then = then;
        this.now = now;
    }

    /** The same two days with another fact. */
    PanelUnits having(Predicate<String> then, Predicate<String> now) {
        return new PanelUnits(
                successions,
                new Year(this.then.day, then, this.then.isExpected),
                new Year(this.now.day, now, this.now.isExpected));
    }

    /** The panel units of these codes that have the fact in either year, in the order in which the codes come. */
    List<PanelUnit> of(Collection<String> codes) {
        List<PanelUnit> units = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String code : codes) {
            if (!seen.contains(code)) {
                PanelUnit unit = unit(code);
                seen.addAll(unit.codes());
                if (!unit.then().isEmpty() || !unit.now().isEmpty()) {
                    units.add(unit);
                }
            }
        }
        return units;
    }

    /** The same of one code; empty where it has the fact in neither year. */
    Optional<PanelUnit> of(String code) {
        return of(List.of(code)).stream().findFirst();
    }

    /** Every code that is linked with one of these, ascending. */
    Set<String> linked(Collection<String> codes) {
        Set<String> linked = new TreeSet<>(codes);
        codes.forEach(code -> linked.addAll(linked(code)));
        return linked;
    }

    /** Whether a code that is linked with one of these is such. */
    boolean anyLinked(Collection<String> codes, Predicate<String> test) {
        return codes.stream()
                .anyMatch(code -> test.test(code) || linked(code).stream().anyMatch(test));
    }

    private Set<String> linked(String code) {
        return successions.linked(code, then.day, now.day);
    }

    private PanelUnit unit(String code) {
        Set<String> codes = linked(code);
        if (codes.size() == 1) {
            List<String> itself = List.of(code);
            return new PanelUnit(
                    codes, then.has.test(code) ? itself : List.of(), now.has.test(code) ? itself : List.of(), true);
        }
        return new PanelUnit(
                codes,
                codes.stream().filter(then.has).toList(),
                codes.stream().filter(now.has).toList(),
                codes.stream().noneMatch(this::isMissing));
    }

    /** A code that comes from no other should have been there, and one that goes on as no other should be there still. */
    private boolean isMissing(String code) {
        boolean wasThere = !successions.comes(code, then.day, now.day);
        boolean isThere = !successions.goes(code, then.day, now.day);
        return wasThere && !then.has.test(code) && then.isExpected.test(code)
                || isThere && !now.has.test(code) && now.isExpected.test(code);
    }
}
