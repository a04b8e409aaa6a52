package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.manyuan.contract.Problem;
import org.manyuan.contract.ProblemCode;
import org.manyuan.contract.Wording;

/** Every refusal reads as one who knows no program would write it: Chinese in Chinese, English in English, and each says what to do. */
class RefusalWordsTest {
    /** Commands, codes and headers that are typed as they stand; formats. */
    private static final Pattern TYPED =
            Pattern.compile("(\\./)?manyuan [a-z]+( --[a-z]+)?|exam_score-|\\{[^}]*\\}|“[^”]*”"
                    + "|（[a-z_]+[^（）]*）|\\b(exam_paper|contract|submitter|group_code|v)\\b|\\.(xlsx|xls|zip|csv)\\b"
                    + "|\\b(CSV|UTF-8|JSON|XML|E|GB18030)\\b");

    private static final Pattern ENGLISH_WORD = Pattern.compile("[A-Za-z]{3,}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Wording DETAIL = new Wording("乙", "b");

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void aFileThatIsNotRead(Refusal code) {
        RefusedFile refused = new RefusedFile(code, "a.csv", "甲", 3, DETAIL, null);
        assertFit(refused.chinese(), refused.english());
        assertThat(refused.chinese()).startsWith("a.csv，工作表 甲，第 3 行：").contains("；请");
        assertThat(refused.english()).startsWith("a.csv, sheet 甲, line 3: ").contains("; ");
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void aProblemOfAFileOrARow(ProblemCode code) {
        Problem problem = new Problem(code, "C", 1, DETAIL);
        assertFit(problem.chinese(), problem.english());
        assertThat(problem.chinese()).doesNotContain("{column}", "{detail}").hasSizeGreaterThan(6);
        assertThat(problem.english()).doesNotContain("{column}", "{detail}").hasSizeGreaterThan(6);
    }

    private static void assertFit(String chinese, String english) {
        assertThat(ENGLISH_WORD
                        .matcher(TYPED.matcher(chinese.replace("a.csv", "")).replaceAll(""))
                        .results())
                .as("English words in: " + chinese)
                .isEmpty();
        String plain = english.replace("甲", "")
                .replaceAll("'[^']*'|\\{[^}]*\\}|是 or 否", "")
                .replaceAll("\\(合计, 小计\\)", "");
        assertThat(CHINESE.matcher(plain).results())
                .as("Chinese in: " + english)
                .isEmpty();
    }
}
