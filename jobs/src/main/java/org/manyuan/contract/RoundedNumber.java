package org.manyuan.contract;

/** A long number that a spreadsheet could not hold and wrote as {@code 3.2E+17}: nobody's number any more. */
final class RoundedNumber {
    private RoundedNumber() {}

    /** Digits, a point or not, then E and an exponent of two digits. */
    static boolean is(Slice in) {
        int i = 0;
        while (i < in.length && ((in.at(i) >= '0' && in.at(i) <= '9') || in.at(i) == '.')) {
            i++;
        }
        if (i == 0 || i + 2 > in.length || (in.at(i) != 'E' && in.at(i) != 'e')) {
            return false;
        }
        i += in.at(i + 1) == '+' ? 2 : 1;
        int digits = 0;
        while (i < in.length && in.at(i) >= '0' && in.at(i) <= '9') {
            i++;
            digits++;
        }
        return digits == 2 && i == in.length;
    }

    /** Whether a code is one: a code may end in letters and digits, but no code has one digit, a point and an exponent. */
    static boolean isForCode(Slice in) {
        return in.length > 4 && (in.at(1) == '.' || in.at(1) == 'E' && in.at(2) == '+') && is(in);
    }
}
