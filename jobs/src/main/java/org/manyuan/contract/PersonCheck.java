package org.manyuan.contract;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A person's number: one form (NFKC, no blanks at the ends, upper case), then its key. Sheets list one person's rows together, so
 * the last key is kept. Whether its check digit is right is said beside the key. A number that a spreadsheet has rounded is nobody's
 * and is rejected.
 */
final class PersonCheck implements CellCheck {
    private final String purpose;
    private final int maxLength;
    private final Pseudonym pseudonym;
    private final boolean isChinese;
    private final byte[] key = new byte[Pseudonym.KEY_LENGTH];
    private byte[] last = new byte[64];
    private int lastLength = -1;
    private boolean isLastOdd;

    /** @param codeSystem under which national numbers have a check digit, {@code cn}; any other knows none */
    PersonCheck(Column column, String codeSystem, Pseudonym pseudonym) {
        isChinese = codeSystem.equals("cn");
        purpose = column.person();
        maxLength = column.maxLength();
        this.pseudonym = pseudonym;
    }

    @Override
    public void check(Cell cell) {
        Slice in = cell.slice;
        ProblemCode suspect = isPlain(in) ? null : SuspectText.in(in);
        normalise(in);
        cell.filled = !in.isEmpty();
        if (!cell.filled) {
            return;
        }
        if (suspect != null) {
            cell.problem = suspect;
        } else if (in.length > maxLength && in.characters() > maxLength) {
            cell.problem = ProblemCode.LENGTH;
        } else if (isChinese && !isNumber(in)) {
            cell.problem = ProblemCode.NO_NUMBER;
        } else if (RoundedNumber.is(in)) {
            cell.problem = ProblemCode.ROUNDED_NUMBER;
        } else {
            hash(in);
            if (isChinese && RoundedNumber.hasLostDigits(in, isLastOdd)) {
                cell.problem = ProblemCode.ROUNDED_NUMBER;
            } else {
                cell.isOddNumber = isLastOdd;
                in.set(key);
            }
        }
        if (cell.problem != null) {
            // nothing of a person's number outlives its check
            in.clear();
        }
    }

    /** National numbers hold a digit, and one that ends in 合计 or 平均分 is none: a line of totals is nobody's. */
    private static boolean isNumber(Slice in) {
        boolean hasDigit = false;
        boolean isAscii = true;
        for (int i = 0; i < in.length; i++) {
            byte b = in.at(i);
            hasDigit |= b >= '0' && b <= '9';
            isAscii &= b >= 0;
        }
        return hasDigit && (isAscii || !SummaryLine.saysTotal(in.text()));
    }

    private void hash(Slice in) {
        if (lastLength == in.length && Arrays.equals(last, 0, lastLength, in.buffer, in.from, in.from + in.length)) {
            return;
        }
        isLastOdd = CheckDigit.isWrong(in);
        pseudonym.key(purpose, in.buffer, in.from, in.length, key);
        if (last.length < in.length) {
            last = new byte[2 * in.length];
        }
        System.arraycopy(in.buffer, in.from, last, 0, in.length);
        lastLength = in.length;
    }

    /** Whether it is in its one form already, and no formula either: nearly all are. */
    private static boolean isPlain(Slice in) {
        for (int i = 0; i < in.length; i++) {
            byte b = in.at(i);
            boolean isInner = i > 0 && (b == '-' || b == '_' || b == '.');
            if (!(b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || isInner)) {
                return false;
            }
        }
        return true;
    }

    static void normalise(Slice in) {
        if (!isPlain(in)) {
            in.rewrite(Normalizer.normalize(in.text(), Normalizer.Form.NFKC).toUpperCase(Locale.ROOT));
            in.trim();
        }
    }
}
