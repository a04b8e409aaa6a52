package org.manyuan.contract;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What no text cell may hold: characters that nobody sees or that turn the writing round, the marks of text that was lost in a wrong
 * encoding, and what a spreadsheet would compute when the text is opened in one.
 */
final class SuspectText {
    /** What UTF-8's sign of a lost character looks like when it is read as GBK. */
    private static final byte[] LOST_TWICE = "锟斤拷".getBytes(StandardCharsets.UTF_8);

    private static final Set<String> ERRORS =
            Set.of("#ERROR", "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");

    private SuspectText() {}

    /** What is wrong with it; null: nothing. The slice is trimmed. */
    static ProblemCode in(Slice in) {
        ProblemCode hidden = characters(in);
        return hidden == null && isFormula(in) ? ProblemCode.FORMULA : hidden;
    }

    /** The same for what is no free text: a number of a person may not be a formula's error either. */
    static ProblemCode characters(Slice in) {
        for (int i = 0; i < in.length; i++) {
            byte b = in.at(i);
            if (b >= ' ') {
                if (b == 0x7F) {
                    return ProblemCode.HIDDEN_CHARACTER;
                }
            } else if (b >= 0) {
                if (b != '\t') {
                    return ProblemCode.HIDDEN_CHARACTER;
                }
            } else {
                ProblemCode found = wide(in, i, b & 0xFF);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Whether a program would compute it: a number with its sign is none, a single sign is none. */
    static boolean isFormula(Slice in) {
        if (in.length < 2) {
            return false;
        }
        byte first = in.at(0);
        if (first == '#') {
            return ERRORS.contains(in.text());
        }
        if (first == (byte) 0xEF && in.length > 3 && in.at(1) == (byte) 0xBC) {
            byte third = in.at(2);
            first = third == (byte) 0x9D ? (byte) '=' : third == (byte) 0xA0 ? (byte) '@' : first;
            if (third == (byte) 0x8B || third == (byte) 0x8D) {
                return !isAmount(in, 3);
            }
        }
        return first == '=' || first == '@' || ((first == '+' || first == '-') && !isAmount(in, 1));
    }

    private static boolean isAmount(Slice in, int from) {
        for (int i = from; i < in.length; i++) {
            byte b = in.at(i);
            if (!(b >= '0' && b <= '9') && b != '.' && b != ',' && b != '%') {
                return false;
            }
        }
        return true;
    }

    private static ProblemCode wide(Slice in, int i, int first) {
        int second = i + 1 < in.length ? in.at(i + 1) & 0xFF : 0;
        int third = i + 2 < in.length ? in.at(i + 2) & 0xFF : 0;
        return switch (first) {
            case 0xC2 -> second >= 0x80 && second < 0xA0 || second == 0xAD ? ProblemCode.HIDDEN_CHARACTER : null;
            case 0xD8 -> second == 0x9C ? ProblemCode.HIDDEN_CHARACTER : null;
            case 0xE2 -> isHidden(second, third) ? ProblemCode.HIDDEN_CHARACTER : null;
            case 0xEF ->
                second == 0xBB && third == 0xBF
                        ? ProblemCode.HIDDEN_CHARACTER
                        : second == 0xBF && third >= 0xBD ? ProblemCode.LOST_CHARACTER : null;
            case 0xE9 -> isLostTwice(in, i) ? ProblemCode.LOST_CHARACTER : null;
            case 0xF3 -> second == 0xA0 ? ProblemCode.HIDDEN_CHARACTER : null;
            default -> null;
        };
    }

    /** Zero-width characters, marks and overrides of direction, separators of lines, invisible operators. */
    private static boolean isHidden(int second, int third) {
        return second == 0x80 && (third >= 0x8B && third <= 0x8F || third >= 0xA8 && third <= 0xAE)
                || second == 0x81 && third >= 0xA0 && third <= 0xAF;
    }

    private static boolean isLostTwice(Slice in, int i) {
        if (i + LOST_TWICE.length > in.length) {
            return false;
        }
        for (int k = 0; k < LOST_TWICE.length; k++) {
            if (in.at(i + k) != LOST_TWICE[k]) {
                return false;
            }
        }
        return true;
    }
}
