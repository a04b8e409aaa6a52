package org.manyuan.metric;

import java.util.List;

/** On which of the two days a unit's role in the group is read. Source: METRICS B4. */
enum PanelRoles {
    /** The exam day of the current year: the default, not named in the variant. */
    NOW(""),
    /** The exam day of the base year. */
    AS_OF_BASE("as_of_base");

    private final String variant;

    PanelRoles(String variant) {
        this.variant = variant;
    }

    String variant() {
        return variant;
    }

    /** The parts of a panel unit that have the role. */
    List<String> parts(PanelUnit unit) {
        return this == NOW ? unit.now() : unit.then();
    }

    /** The sitting on whose day roles are read. */
    Sitting day(Sitting now, Sitting base) {
        return this == NOW ? now : base;
    }
}
