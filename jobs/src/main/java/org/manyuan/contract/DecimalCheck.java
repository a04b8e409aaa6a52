package org.manyuan.contract;

import java.math.BigDecimal;

/** A decimal of fixed scale within its range, as whole units of the scale. */
final class DecimalCheck implements CellCheck {
    private final int scale;
    private final long[] powers;
    private final long minimum;
    private final long maximum;
    private final boolean hasMarkers;
    private final NumberText number = new NumberText();

    DecimalCheck(Column column) {
        scale = column.scale();
        powers = new long[scale + 1];
        for (int i = 0; i <= scale; i++) {
            powers[i] = NumberText.power(i);
        }
        hasMarkers = !column.markersOf().isEmpty();
        int precision = Integer.parseInt(column.sqlType().replaceAll("decimal\\(|,.*", ""));
        long greatest = NumberText.power(Math.min(precision, 18)) - 1;
        minimum = column.minimum() == null ? -greatest : Math.max(-greatest, unscaled(column.minimum(), scale));
        maximum = column.maximum() == null ? greatest : Math.min(greatest, unscaled(column.maximum(), scale));
    }

    @Override
    public void check(Cell cell) {
        cell.filled = true;
        cell.slice.fold();
        if (!number.read(cell.slice) && !(DigitGroups.joinCertain(cell.slice) && number.read(cell.slice))) {
            cell.problem = ProblemCode.TYPE;
            return;
        }
        if (number.decimals > scale) {
            cell.problem = ProblemCode.PRECISION;
            return;
        }
        long factor = powers[scale - number.decimals];
        long limit = Long.MAX_VALUE / factor;
        long value = number.digits * factor;
        if (number.digits > limit || number.digits < -limit || value < minimum || value > maximum) {
            boolean isMark = hasMarkers && number.digits < 0 && number.decimals == 0 && minimum >= 0;
            cell.problem = isMark ? ProblemCode.NEGATIVE_MARK : ProblemCode.RANGE;
        } else {
            cell.whole = value;
        }
    }

    /** A number in whole units of a scale. */
    static long unscaled(BigDecimal value, int scale) {
        return value.movePointRight(scale).longValueExact();
    }
}
