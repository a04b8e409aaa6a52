package org.manyuan.metric;

/** What a figure would speak of and could not use: units, and their valid scores elsewhere. */
record LeftOut(long units, long students) {
    static final LeftOut NOTHING = new LeftOut(0, 0);

    LeftOut plus(long moreUnits, long moreStudents) {
        return new LeftOut(units + moreUnits, students + moreStudents);
    }
}
