package org.manyuan.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manyuan.contract.CodeName;
import org.manyuan.contract.CodeNames;

/**
 * What the report says, in Chinese or English. Sentences lie in {@code words_zh.properties} and {@code words_en.properties}, codes are said
 * as {@code schemas/names.yaml} says them; names of places, groups and schools stay as they are.
 */
final class Words {
    private static final Pattern GAP = Pattern.compile("GAP-[0-9]+[a-z]?");

    private final ResourceBundle templates;
    private final Locale locale;

    private Words(Locale locale) {
        this.locale = locale;
        this.templates = ResourceBundle.getBundle(
                "org.manyuan.report.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words of a language: Chinese, or English for every other. */
    static Words in(Locale locale) {
        return new Words(locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }

    /** The template of that name, its {0}, {1} … filled. A missing name is a defect and throws. */
    String say(String name, Object... values) {
        return new MessageFormat(templates.getString(name), locale).format(values);
    }

    /** Whether there is a template of that name. */
    boolean has(String name) {
        return templates.containsKey(name);
    }

    /** How a code of a list is said; a code that has no name says itself. */
    String code(String list, String code) {
        Map<String, CodeName> names = CodeNames.of(list);
        CodeName name = names.get(code);
        return name == null ? code : pick(name.zh(), name.en());
    }

    /** The gap that a variant names, in words; empty where it names none. */
    String gapOf(String variant) {
        Matcher gap = GAP.matcher(variant);
        return gap.find() ? code("gap", gap.group()) : "";
    }

    /** The one of two wordings that is of this language. */
    String pick(String zh, String en) {
        return chinese() ? zh : en;
    }

    /** A school year as it is written, from the year of its autumn. */
    String year(Row row, String column) {
        Double year = row.number(column);
        return year == null ? "" : year(year.intValue());
    }

    /** A school year as it is written, from the year of its autumn. */
    String year(int autumn) {
        return say("school_year", String.valueOf(autumn), String.valueOf(autumn + 1));
    }

    /** Whether Chinese is spoken. */
    boolean chinese() {
        return locale.getLanguage().equals("zh");
    }

    /** The language's tag, for the document. */
    String tag() {
        return chinese() ? "zh-CN" : "en";
    }
}
