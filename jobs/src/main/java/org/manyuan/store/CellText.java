package org.manyuan.store;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/** What values of a workbook say as text: a day as ISO, a number as it was typed, a text on one line. */
final class CellText {
    /** A formula that was never computed, or that failed: there is no value, and 0 is none. */
    static final String NO_VALUE = "#ERROR";

    /** Beyond 15 digits a spreadsheet has rounded: an 18-digit number is not what was typed. */
    private static final double ROUNDED_FROM = 1e15;

    private static final Pattern PADDED = Pattern.compile("0{2,}");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private CellText() {}

    /** A number under a format; leading zeros that only the format shows are kept. */
    static String number(double value, String format) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return NO_VALUE;
        }
        if (Math.abs(value) >= ROUNDED_FROM) {
            // stays 3.2E17, so that no check takes it for the number it was
            return Double.toString(value);
        }
        String digits = value == Math.rint(value)
                ? Long.toString((long) value)
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        boolean isPadded =
                !format.isEmpty() && PADDED.matcher(format).matches() && value >= 0 && value == Math.rint(value);
        return isPadded ? "0".repeat(Math.max(0, format.length() - digits.length())) + digits : digits;
    }

    /**
     * A day, or a day and its time, out of a number of days.
     *
     * @param from1904 whether the workbook counts its days from 1904
     */
    static String moment(double days, boolean from1904) {
        LocalDateTime moment = DateUtil.isValidExcelDate(days) ? DateUtil.getLocalDateTime(days, from1904) : null;
        return moment == null ? number(days, "") : moment(moment);
    }

    static String moment(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    /** A text on one line. A zero inside would end the text for some readers; it becomes the sign of a lost character. */
    static String oneLine(String text) {
        String line = text.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ');
        while (line.endsWith("\0")) {
            line = line.substring(0, line.length() - 1);
        }
        return line.replace('\0', '\uFFFD');
    }

    /** The text of an XML part: {@code _x000D_} is a character that XML cannot hold. */
    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher escaped = ESCAPED.matcher(text);
        return escaped.replaceAll(found -> {
            char c = (char) Integer.parseInt(found.group(1), 16);
            return Matcher.quoteReplacement(Character.isSurrogate(c) ? "\uFFFD" : String.valueOf(c));
        });
    }
}
