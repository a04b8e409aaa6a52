package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceNameTest {
    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            exam_score-2024-J8-FINAL.csv             | 2024-J8-FINAL     | the code
            exam_score-2024-J8-FINAL(1).csv          | 2024-J8-FINAL     | downloaded again
            exam_score-2024-J8-FINAL （2）.xlsx       | 2024-J8-FINAL     | in full-width brackets
            exam_score-2024-J8-FINAL - 副本.xlsx      | 2024-J8-FINAL     | copied
            exam_score-2024-J8-FINAL - 副本 (2).xlsx  | 2024-J8-FINAL     | copied twice
            exam_score-2024-J8-FINAL - Copy.xlsx     | 2024-J8-FINAL     | copied in English
            exam_score-2024-J8-FINAL_最终版.xlsx      | 2024-J8-FINAL     | said to be the last
            exam_score-2024-J8-FINAL-修改稿2.xlsx     | 2024-J8-FINAL     | mended
            exam_score-2024-J8-FINAL（定稿）.xlsx      | 2024-J8-FINAL     | in brackets
            exam_score-2024-J8-FINAL.a.csv           | 2024-J8-FINAL.a   | no mark of a copy that is known
            exam_score-2024-J8-FINAL（初三）.csv       | 2024-J8-FINAL（初三） | neither
            exam_score-2024.csv                      | 2024              | a year is no mark
            exam_score-期末.csv                       | 期末               | nor a word of its own
            """)
    void aCodeInAFileNameIsReadWithoutMarksOfACopy(String file, String code, String reason) {
        assertThat(new SourceName(file, null).said("^exam_score-(.+)$"))
                .as(reason)
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource({"(1).csv, (1)", "副本.csv, 副本"})
    void aNameThatIsNothingElseStays(String file, String name) {
        assertThat(new SourceName(file, null).plainStem()).isEqualTo(name);
    }
}
