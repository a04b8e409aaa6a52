package org.manyuan.metric;

import java.util.function.Function;

/** How the pupils who enter a stage are counted: a count of a unit's enrollment, null where it is unknown. */
enum Entry implements Function<UnitEnrollment, Long> {
    /** New entrants as handed in. */
    INTAKE(""),
    /** All pupils of the first grade, repeaters included: for regions that hand in no intake. */
    FIRST_GRADE("first_grade");

    private final String variant;

    Entry(String variant) {
        this.variant = variant;
    }

    /** Its part of a row's variant; empty for the default. */
    String variant() {
        return variant;
    }

    /** Whether a count is one of entrants, who are known by the first grade of a stage. */
    static boolean is(Function<UnitEnrollment, Long> count) {
        return count instanceof Entry;
    }

    @Override
    public Long apply(UnitEnrollment unit) {
        return this == INTAKE ? unit.intake() : unit.firstGrade();
    }
}
