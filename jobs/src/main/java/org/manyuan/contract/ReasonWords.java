package org.manyuan.contract;

/** What a reason code says to who handed the row in: the words of a check's page, else of {@link ProblemCode}. */
public final class ReasonWords {
    private ReasonWords() {}

    /**
     * @param code of a check or a {@link ProblemCode}
     * @param column header of the source that it is about
     * @throws IllegalArgumentException where nobody knows the code
     */
    public static Wording of(String code, String column) {
        Wording words = CheckPages.find(code).map(CheckPage::told).orElseGet(() -> {
            ProblemCode problem = ProblemCode.valueOf(code);
            return new Wording(problem.chinese(), problem.english());
        });
        return new Wording(filled(words.zh(), column), filled(words.en(), column));
    }

    private static String filled(String template, String column) {
        return template.replace("{column}", column).replace("{detail}", "");
    }
}
