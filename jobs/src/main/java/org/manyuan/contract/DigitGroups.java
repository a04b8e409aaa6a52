package org.manyuan.contract;

/** Numbers whose digits are written in groups of three: 1,045. A cell with a comma was quoted or stood in a workbook, so it is one cell. */
final class DigitGroups {
    private static final int GROUP = 3;

    private DigitGroups() {}

    /** Takes the commas out of a number that may have no fraction; false, and nothing is changed, where it is not written so. */
    static boolean join(Slice in) {
        return commas(in) > 0 && joined(in);
    }

    /** The same where a comma could be a decimal one: only with a point behind it, or with two commas, it is certain. */
    static boolean joinCertain(Slice in) {
        int commas = commas(in);
        return commas > 0 && (commas > 1 || in.text().indexOf('.') >= 0) && joined(in);
    }

    private static boolean joined(Slice in) {
        byte[] plain = new byte[in.length];
        int kept = 0;
        for (int i = 0; i < in.length; i++) {
            if (in.at(i) != ',') {
                plain[kept++] = in.at(i);
            }
        }
        in.set(plain, 0, kept);
        return true;
    }

    /** How many commas part its digits rightly; 0 where there is none, or one stands elsewhere. */
    private static int commas(Slice in) {
        int i = in.length > 0 && (in.at(0) == '-' || in.at(0) == '+') ? 1 : 0;
        int digits = 0;
        int commas = 0;
        for (; i < in.length && in.at(i) != '.'; i++) {
            if (in.at(i) == ',') {
                if (digits == 0 || digits > GROUP || commas > 0 && digits != GROUP) {
                    return 0;
                }
                commas++;
                digits = 0;
            } else if (in.at(i) >= '0' && in.at(i) <= '9') {
                digits++;
            } else {
                return 0;
            }
        }
        return digits == GROUP ? commas : 0;
    }
}
