package org.manyuan.contract;

/** Reads numbers out of bytes without making an object. One instance a check: the last value stays in its fields. */
final class NumberText {
    private static final int MAX_DIGITS = 18;
    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };

    /** All digits as one whole number, with its sign. */
    long digits;

    /** How many of them stand after the point, trailing zeros not counted. */
    int decimals;

    private int significant;

    /** Reads {@code -12.50} and the like; false where it is no such number or has more than 18 digits. */
    boolean read(Slice in) {
        digits = 0;
        decimals = 0;
        significant = 0;
        int i = in.from;
        int end = in.from + in.length;
        boolean negative = i < end && in.buffer[i] == '-';
        if (negative || (i < end && in.buffer[i] == '+')) {
            i++;
        }
        boolean anyDigit = false;
        boolean point = false;
        int zeros = 0;
        for (; i < end; i++) {
            byte b = in.buffer[i];
            if (b == '.' && !point) {
                point = true;
                continue;
            }
            if (b < '0' || b > '9') {
                return false;
            }
            anyDigit = true;
            if (point && b == '0') {
                zeros++;
                continue;
            }
            for (; zeros > 0; zeros--) {
                if (!append(0, true)) {
                    return false;
                }
            }
            if (!append(b - '0', point)) {
                return false;
            }
        }
        if (negative) {
            digits = -digits;
        }
        return anyDigit;
    }

    private boolean append(int digit, boolean afterPoint) {
        if (significant == MAX_DIGITS) {
            return false;
        }
        digits = 10 * digits + digit;
        if (digits != 0) {
            significant++;
        }
        if (afterPoint) {
            decimals++;
            return decimals <= MAX_DIGITS;
        }
        return true;
    }

    /** Whether the last number is exact as a double when divided by a power of ten. */
    boolean isExact() {
        return significant <= EXACT_DIGITS;
    }

    /** The last number as a double; correctly rounded where {@link #isExact}. */
    double asDouble() {
        return digits / POWERS[decimals];
    }

    /** Ten to a small power. */
    static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
