package org.manyuan.contract;

/**
 * Why a file, or a part of it, was not taken. Holds no value of a person.
 *
 * @param code stable word
 * @param column the column it is about; empty where it is about the whole file
 * @param line the line; 0 where it is about the whole file
 * @param detail names, numbers or a few words about what was found or expected
 */
public record Problem(ProblemCode code, String column, long line, Wording detail) {
    /** With a detail that reads the same in both languages. */
    public Problem(ProblemCode code, String column, long line, String detail) {
        this(code, column, line, new Wording(detail, detail));
    }

    /** What happened and what to do, in English. */
    public String english() {
        return words(code.english(), detail.en());
    }

    /** What happened and what to do, in Chinese. */
    public String chinese() {
        return words(code.chinese(), detail.zh());
    }

    private String words(String template, String said) {
        return template.replace("{column}", column).replace("{detail}", said);
    }
}
