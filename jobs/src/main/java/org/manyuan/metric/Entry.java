package org.manyuan.metric;

/** How the pupils who enter a stage are counted. */
enum Entry {
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
}
