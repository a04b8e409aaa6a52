package org.manyuan.metric;

/**
 * What a figure would speak of and could not use: units, and their valid scores elsewhere.
 *
 * @param fewest the smallest count of one unit among those students; null where there is none
 */
record LeftOut(long units, long students, Long fewest) {
    static final LeftOut NOTHING = new LeftOut(0, 0, null);

    /** Units that have no students anywhere, or none that matter. */
    static LeftOut units(long units) {
        return new LeftOut(units, 0, null);
    }

    /** One unit more, whose students are this one count. */
    LeftOut plus(long moreStudents) {
        return plus(moreStudents, moreStudents);
    }

    /** One unit more whose students are counted: nobody is a count as well, and none that may be told. */
    LeftOut counted(long moreStudents, long fewestAtOnce) {
        return new LeftOut(units + 1, students + moreStudents, Fewest.of(fewest, fewestAtOnce));
    }

    /** One unit more; a unit without students adds no count. */
    LeftOut plus(long moreStudents, long fewestAtOnce) {
        return new LeftOut(
                units + 1, students + moreStudents, moreStudents == 0 ? fewest : Fewest.of(fewest, fewestAtOnce));
    }
}
