package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteSheetTest {
    private static List<List<String>> lines(String text) {
        return Arrays.stream(text.split(" / ", -1))
                .map(line ->
                        Arrays.stream(line.split(",", -1)).map(String::strip).toList())
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1} is notes: {2}, {3}")
    @CsvSource(delimiter = '|', textBlock = """
            Sheet2  | 学生花名册填报要求 / 一、请于9月10日前报送。 / 二、不得填写身份证号。        | true  | sentences
            Sheet2  | 1,请于9月10日前报送。 / 2,不得填写身份证号。                            | true  | sentences with their numbers
            Sheet2  | 学籍号,必填；与学籍系统一致 / 学校,填学校代码，不填简称                    | true  | what to put where
            填表说明 | 学段,J / 年级,7                                                    | true  | its name says so
            封面    | 报送单位,示例县 / 报送日期,2024-09-01                                 | true  | a cover
            Sheet2  | 学校,人数 / 一中,400 / 二中,300                                      | false | a column of numbers
            Sheet2  | G370305201300001 / G370305201300002                                | false | codes and no sentence
            Sheet2  | 示例甲 / 示例乙 / 示例丙                                              | false | a list of names
            填表说明 | 学校,学年,人数 / 一中,2023,400                                        | false | three cells a line are a table
            Sheet2  | 说明：下表。 / 370305 / 370306 / 370307                              | false | numbers under a sentence
            """)
    void isToldByItsShapeAndName(String name, String text, boolean expected, String reason) {
        assertThat(NoteSheet.is(name, lines(text))).as(reason).isEqualTo(expected);
    }

    @Test
    void aLongSheetIsDataThatNobodyUnderstood() {
        List<List<String>> longest = IntStream.range(0, NoteSheet.MOST_LINES)
                .mapToObj(i -> List.of("请按时报送。"))
                .collect(Collectors.toList());
        assertThat(NoteSheet.is("说明", longest)).isTrue();
        longest.add(List.of("请按时报送。"));
        assertThat(NoteSheet.is("说明", longest)).isFalse();
        assertThat(NoteSheet.is("说明", List.of(List.of(" ")))).isFalse();
    }
}
