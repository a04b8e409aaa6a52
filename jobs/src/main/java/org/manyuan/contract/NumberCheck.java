package org.manyuan.contract;

/** A number with a fraction, e.g. a mean, within its range. */
final class NumberCheck implements CellCheck {
    private final double minimum;
    private final double maximum;
    private final NumberText number = new NumberText();

    NumberCheck(Column column) {
        minimum = column.minimum() == null
                ? Double.NEGATIVE_INFINITY
                : column.minimum().doubleValue();
        maximum = column.maximum() == null
                ? Double.POSITIVE_INFINITY
                : column.maximum().doubleValue();
    }

    @Override
    public void check(Cell cell) {
        cell.filled = true;
        Slice in = cell.slice;
        in.fold();
        DigitGroups.joinCertain(in);
        if (number.read(in) && number.isExact()) {
            cell.number = number.asDouble();
        } else if (isWritten(in)) {
            cell.number = Double.parseDouble(in.text());
        } else {
            cell.problem = ProblemCode.TYPE;
            return;
        }
        if (!(cell.number >= minimum && cell.number <= maximum) || Double.isInfinite(cell.number)) {
            cell.problem = ProblemCode.RANGE;
        }
    }

    /**
     * Whether it is a number with more digits or, one digit before the point as programs write it, with an exponent; not what Java reads
     * besides (NaN, 1f, 0x1p3), nor a code with an E in it.
     */
    private static boolean isWritten(Slice in) {
        int i = in.at(0) == '-' || in.at(0) == '+' ? 1 : 0;
        int digits = 0;
        int beforePoint = 0;
        boolean point = false;
        for (; i < in.length && (isDigit(in.at(i)) || (in.at(i) == '.' && !point)); i++) {
            point |= in.at(i) == '.';
            digits += isDigit(in.at(i)) ? 1 : 0;
            beforePoint += isDigit(in.at(i)) && !point ? 1 : 0;
        }
        if (digits == 0 || i == in.length) {
            return digits > 0;
        }
        if (beforePoint != 1 || (in.at(i) != 'E' && in.at(i) != 'e')) {
            return false;
        }
        i++;
        if (i < in.length && (in.at(i) == '-' || in.at(i) == '+')) {
            i++;
        }
        int exponent = 0;
        for (; i < in.length && isDigit(in.at(i)); i++) {
            exponent++;
        }
        return exponent > 0 && exponent <= 3 && i == in.length;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
