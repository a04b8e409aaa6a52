package org.manyuan.contract;

/**
 * The check digit of national numbers, ISO 7064 MOD 11-2: 学籍号 with G or J and eighteen characters, citizens' numbers of eighteen
 * (METRICS A7). Any other number has none and is let be: exam numbers, numbers of a school's own, temporary 学籍号 with L.
 */
final class CheckDigit {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final byte[] DIGITS = {'1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'};
    private static final int LENGTH = WEIGHTS.length + 1;
    private static final int BIRTHDAY = 6;

    private CheckDigit() {}

    /** Whether a number has the form of a national one and its last character does not follow from the others. */
    static boolean isWrong(Slice number) {
        if (number.length == LENGTH + 1) {
            return (number.at(0) == 'G' || number.at(0) == 'J') && fails(number, 1);
        }
        // eighteen digits may be an exam number: only with a birthday in them they are a citizen's
        return number.length == LENGTH && isBirthday(number) && fails(number, 0);
    }

    private static boolean fails(Slice number, int from) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            int digit = number.at(from + i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += WEIGHTS[i] * digit;
        }
        byte last = number.at(from + WEIGHTS.length);
        boolean isDigit = last == 'X' || (last >= '0' && last <= '9');
        return isDigit && last != DIGITS[sum % DIGITS.length];
    }

    private static boolean isBirthday(Slice number) {
        int century = pair(number, BIRTHDAY);
        int month = pair(number, BIRTHDAY + 4);
        int day = pair(number, BIRTHDAY + 6);
        return (century == 19 || century == 20) && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    private static int pair(Slice number, int at) {
        return 10 * (number.at(at) - '0') + number.at(at + 1) - '0';
    }
}
