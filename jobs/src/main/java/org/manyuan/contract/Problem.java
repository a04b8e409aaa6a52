package org.manyuan.contract;

/**
 * Why a file, or a part of it, was not taken. Holds no value of a person.
 *
 * @param code stable word
 * @param column the column it is about; empty where it is about the whole file
 * @param line the line; 0 where it is about the whole file
 * @param detail names that were found or expected, in no language
 */
public record Problem(ProblemCode code, String column, long line, String detail) {
    /** What happened and what to do, in English. */
    public String english() {
        return words(code.english());
    }

    /** What happened and what to do, in Chinese. */
    public String chinese() {
        return words(code.chinese());
    }

    private String words(String template) {
        return template.replace("{column}", column).replace("{detail}", detail);
    }
}
