package org.manyuan.contract;

/**
 * A long number that a spreadsheet could not hold: written as {@code 3.2E+17}, or with zeros for its last digits. Nobody's number any
 * more.
 */
final class RoundedNumber {
    /** A spreadsheet keeps fifteen digits; of a citizen's number of eighteen the last three become zeros. */
    private static final int CITIZEN_DIGITS = 18;

    private static final int EXACT_DIGITS = 15;

    private RoundedNumber() {}

    /** Digits, a point or not, then E and an exponent of two digits, or a plus and two or three. */
    static boolean is(Slice in) {
        int i = 0;
        while (i < in.length && (isDigit(in.at(i)) || in.at(i) == '.')) {
            i++;
        }
        if (i == 0 || i + 2 > in.length || (in.at(i) != 'E' && in.at(i) != 'e')) {
            return false;
        }
        boolean isSigned = in.at(i + 1) == '+';
        i += isSigned ? 2 : 1;
        int digits = 0;
        while (i < in.length && isDigit(in.at(i))) {
            i++;
            digits++;
        }
        return (digits == 2 || digits == 3 && isSigned) && i == in.length;
    }

    /**
     * Whether a code is one. A spreadsheet writes one digit before the point or the E: {@code 2024E12} is somebody's code, {@code
     * 2.024E+15} is what a spreadsheet made of it.
     */
    static boolean isForCode(Slice in) {
        return in.length > 4 && (in.at(1) == '.' || (in.at(1) == 'E' || in.at(1) == 'e') && in.at(2) == '+') && is(in);
    }

    /**
     * Whether a citizen's number lost its last three digits. Some numbers end in 000 by right, and then their check digit follows from
     * the others.
     *
     * @param isOdd whether it does not follow, {@link CheckDigit#isWrong}
     */
    static boolean hasLostDigits(Slice in, boolean isOdd) {
        if (!isOdd || in.length != CITIZEN_DIGITS) {
            return false;
        }
        for (int i = EXACT_DIGITS; i < CITIZEN_DIGITS; i++) {
            if (in.at(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
