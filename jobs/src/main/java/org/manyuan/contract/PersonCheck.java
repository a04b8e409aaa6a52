package org.manyuan.contract;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A person's number: one form (NFKC, no blanks at the ends, upper case), then its key. Sheets list one person's rows together, so
 * the last key is kept. A number that a spreadsheet has rounded ({@code 3.2E+17}) is nobody's and is rejected.
 */
final class PersonCheck implements CellCheck {
    private final String purpose;
    private final int maxLength;
    private final Pseudonym pseudonym;
    private final byte[] key = new byte[Pseudonym.KEY_LENGTH];
    private byte[] last = new byte[64];
    private int lastLength = -1;

    PersonCheck(Column column, Pseudonym pseudonym) {
        purpose = column.person();
        maxLength = column.maxLength();
        this.pseudonym = pseudonym;
    }

    @Override
    public void check(Cell cell) {
        Slice in = cell.slice;
        normalise(in);
        cell.filled = !in.isEmpty();
        if (!cell.filled) {
            return;
        }
        if (in.length > maxLength && in.characters() > maxLength) {
            cell.problem = ProblemCode.LENGTH;
        } else if (isRounded(in)) {
            cell.problem = ProblemCode.ROUNDED_NUMBER;
        } else {
            hash(in);
            in.set(key);
        }
        if (cell.problem != null) {
            // nothing of a person's number outlives its check
            in.clear();
        }
    }

    private void hash(Slice in) {
        if (lastLength == in.length && Arrays.equals(last, 0, lastLength, in.buffer, in.from, in.from + in.length)) {
            return;
        }
        pseudonym.key(purpose, in.buffer, in.from, in.length, key);
        if (last.length < in.length) {
            last = new byte[2 * in.length];
        }
        System.arraycopy(in.buffer, in.from, last, 0, in.length);
        lastLength = in.length;
    }

    static void normalise(Slice in) {
        boolean plain = true;
        for (int i = 0; i < in.length && plain; i++) {
            byte b = in.at(i);
            plain = b > ' ' && !(b >= 'a' && b <= 'z');
        }
        if (!plain) {
            in.rewrite(Normalizer.normalize(in.text(), Normalizer.Form.NFKC).toUpperCase(Locale.ROOT));
            in.trim();
        }
    }

    /** Digits, a point or not, then E and an exponent: how a spreadsheet writes a long number it cannot hold. */
    private static boolean isRounded(Slice in) {
        int i = 0;
        while (i < in.length && ((in.at(i) >= '0' && in.at(i) <= '9') || in.at(i) == '.')) {
            i++;
        }
        if (i == 0 || i + 2 > in.length || in.at(i) != 'E') {
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
}
