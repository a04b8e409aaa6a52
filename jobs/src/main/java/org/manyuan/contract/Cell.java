package org.manyuan.contract;

/** The checked value of one column of the current row. */
final class Cell {
    /** What was read, then its canonical form. */
    final Slice slice = new Slice();

    /** Whether there is a value. */
    boolean filled;

    /** Whether the value is the contract's default. */
    boolean defaulted;

    /** Whole number, unscaled decimal, day, or 1 for yes. */
    long whole;

    /** A number with a fraction. */
    double number;

    /** Number of what it refers to; −1 where it refers to nothing. */
    int reference;

    /** Whether it is a person's number whose check digit is wrong. */
    boolean isOddNumber;

    /** What is wrong with it; null: nothing. */
    ProblemCode problem;

    void clear() {
        slice.clear();
        filled = false;
        defaulted = false;
        whole = 0;
        number = 0;
        reference = References.UNKNOWN;
        isOddNumber = false;
        problem = null;
    }
}
