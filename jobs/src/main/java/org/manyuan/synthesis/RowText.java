package org.manyuan.synthesis;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manyuan.contract.MalformedYaml;
import org.manyuan.contract.Tree;

/**
 * Text with names in braces, each a value of the {@link Scope}, with sums from left to right and a number of digits behind:
 * <code>{unit.code}</code>, <code>{i+20:3}</code>, <code>{row.students/45}</code> rounded up, <code>{i%12}</code> which goes from 1 to 12
 * again and again, <code>{row.started_on+5}</code> which is five days later.
 */
record RowText(Tree place, String text) {
    private static final Pattern NAME = Pattern.compile("\\{([^{}+\\-*/%:]+)((?:[+\\-*/%]\\d+)*)(?::(\\d))?}");
    private static final Pattern STEP = Pattern.compile("([+\\-*/%])(\\d+)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /** The text of a single value. */
    static RowText of(Tree place) {
        return new RowText(place, place.text());
    }

    /**
     * The text with values in place of names.
     *
     * @throws MalformedYaml if a name has no value here, or no number where one is needed
     */
    String in(Scope scope) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        Matcher name = NAME.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (name.find()) {
            name.appendReplacement(filled, Matcher.quoteReplacement(value(name, scope)));
        }
        name.appendTail(filled);
        if (filled.indexOf("{") >= 0) {
            throw place.wrong("cannot read the braces of " + text);
        }
        return filled.toString();
    }

    private String value(Matcher name, Scope scope) {
        String value = scope.value(name.group(1));
        if (value == null) {
            throw place.wrong("nothing here is called " + name.group(1));
        }
        Matcher step = STEP.matcher(name.group(2));
        while (step.find()) {
            value = sum(value, step.group(1).charAt(0), Long.parseLong(step.group(2)));
        }
        return name.group(3) == null ? value : String.format(Locale.ROOT, "%0" + name.group(3) + "d", number(value));
    }

    private String sum(String value, char sign, long right) {
        if (DAY.matcher(value).matches()) {
            return LocalDate.parse(value).plusDays(sign == '-' ? -right : right).toString();
        }
        long left = number(value);
        return Long.toString(
                switch (sign) {
                    case '+' -> left + right;
                    case '-' -> left - right;
                    case '*' -> left * right;
                    case '%' -> Math.floorMod(left - 1, right) + 1;
                    default -> -Math.floorDiv(-left, right);
                });
    }

    private long number(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw place.wrong("needs a whole number, found " + value);
        }
    }
}
