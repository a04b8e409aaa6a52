package org.manyuan.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How figures are written for the eye: rounded half up, thousands apart, a true minus sign; what is hidden or absent in words. */
final class Digits {
    private static final String MINUS = "\u2212";
    private static final String HIDDEN = "SUPPRESSED";

    private final Words words;

    Digits(Words words) {
        this.words = words;
    }

    /** A gap or change in standard deviations, two places; {@code flag} says why it may be absent. */
    String deviations(Double value, String flag) {
        return written(value, 2, flag);
    }

    /** A score of an assessment, two places, as the schemes round it. */
    String score(Double value, String flag) {
        return written(value, 2, flag);
    }

    /** A mean in points or a part of a score, one place. */
    String points(Double value, String flag) {
        return written(value, 1, flag);
    }

    /** A small coefficient, three places. */
    String coefficient(Double value, String flag) {
        return written(value, 3, flag);
    }

    /** A place: whole, or between two of them. */
    String place(Double value, String flag) {
        String written = written(value, 1, flag);
        return written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
    }

    /** A count. */
    String count(Double value, String flag) {
        return written(value, 0, flag);
    }

    /** A share as a percentage, one place. */
    String percent(Double share, String flag) {
        return share == null ? absent(flag) : plain(share * 100, 1) + "%";
    }

    /** A change of a share, in percentage points, one place. */
    String percentagePoints(Double change, String flag) {
        return change == null ? absent(flag) : plain(change * 100, 1) + words.say("percentage_points");
    }

    /** An interval in standard deviations or any other unit with that many places; a dash where there is none. */
    String interval(Double lo, Double hi, int places) {
        return lo == null || hi == null ? words.say("none") : "[" + plain(lo, places) + ", " + plain(hi, places) + "]";
    }

    /** An interval of a share, in per cent. */
    String percentInterval(Double lo, Double hi) {
        return lo == null || hi == null
                ? words.say("none")
                : "[" + plain(lo * 100, 1) + "%, " + plain(hi * 100, 1) + "%]";
    }

    /** The size of a value, without its sign. */
    String size(Double value, String flag) {
        return deviations(value == null ? null : Double.valueOf(Math.abs(value)), flag);
    }

    private String written(Double value, int places, String flag) {
        return value == null ? absent(flag) : plain(value, places);
    }

    private String absent(String flag) {
        return flag.equals(HIDDEN) ? words.say("hidden") : words.say("none");
    }

    /** The text of a number; what rounds to zero has no sign. */
    static String plain(double value, int places) {
        BigDecimal rounded = new BigDecimal(Double.toString(value)).setScale(places, RoundingMode.HALF_UP);
        DecimalFormat format = new DecimalFormat(
                places == 0 ? "#,##0" : "#,##0." + "0".repeat(places), DecimalFormatSymbols.getInstance(Locale.ROOT));
        String digits = format.format(rounded.abs());
        return rounded.signum() < 0 ? MINUS + digits : digits;
    }
}
