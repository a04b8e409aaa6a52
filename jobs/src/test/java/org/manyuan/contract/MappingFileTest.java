package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping that says what the language does not know is refused, naming file and line. */
class MappingFileTest {
    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            encodng: UTF-8               | 1 | unknown key encodng                  | a key that the language does not have
            encoding: klingon            | 1 | unknown encoding klingon             | an encoding that the machine does not have
            header_row: 0                | 1 | header_row counts from 1             | below the line
            header_row: first            | 1 | expected a whole number, found first | a word
            delimiter: ';;'              | 1 | delimiter is one character           | two
            date_format: yy-MM-dd        | 1 | date format yy-MM-dd                 | a year of two digits
            date_format: yyyy-MM         | 1 | year, month and day must each stand once | no day
            source_on: '{day}'           | 1 | {day} is no variable here            | nothing in the file name
            mapping: again               | 2 | key mapping stands here twice        | twice
            from_filename: {d: {pattern: 'x'}} | 1 | the pattern needs one group    | no group
            from_filename: {d: {pattern: '('}} | 1 | not a regular expression       | broken
            'nulls: [a'                  | 2 | not YAML                             | a bracket that does not close
            """)
    void refusesAtTheTop(String line, int at, String complaint, String reason) {
        assertComplaint(
                line
                        + "\nmapping: m\nfile: '*.csv'\ndatasets:\n  - dataset: district\n    columns: {district_code: A}\n",
                at,
                complaint,
                reason);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            colums: {}                                    | 6 | unknown key colums           | misspelt
            columns: {district_cod: A}                    | 6 | unknown key district_cod     | no column of the contract
            columns: {district_code: {colum: A}}          | 6 | unknown key colum            | no word of a cell
            columns: {district_code: {column: A, columns: [B]}} | 6 | name column or columns | both
            columns: {district_code: {column: A, substring: [3, 1]}} | 6 | substring is      | ends before it begins
            columns: {district_code: '{year}'}            | 6 | {year} is no variable here   | no axis
            columns: {district_code: []}                  | 6 | name at least one column     | none
            columns: {name: A}                            | 5 | nothing fills the required column district_code | the key
            constants: {name: A}                          | 5 | needs columns or rows        | nothing comes out
            filter: [{column: A}]                         | 6 | a filter has column and one of | no condition
            filter: [{column: A, filled: false}]          | 6 | a filter has column and one of | there is no such filter
            unpivot: [[{a: 1}, {b: 1}]]                   | 6 | has the same names           | steps that differ
            distinct: maybe                               | 6 | expected true or false       | neither
            """)
    void refusesInADataset(String line, int at, String complaint, String reason) {
        assertComplaint(
                "mapping: m\nfile: '*.csv'\n\ndatasets:\n  - dataset: district\n    " + line + "\n",
                at,
                complaint,
                reason);
    }

    @Test
    void refusesADatasetThatNobodyPromised() {
        assertComplaint(
                "mapping: m\nfile: '*.csv'\ndatasets:\n  - dataset: pupils\n",
                4,
                "there is no dataset pupils",
                "unknown");
    }

    private static void assertComplaint(String yaml, int line, String complaint, String reason) {
        assertThatThrownBy(() ->
                        Mapping.read("test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
                .as(reason)
                .isInstanceOf(MalformedYaml.class)
                .hasMessageStartingWith("test.yaml line " + line + ": ")
                .hasMessageContaining(complaint);
    }

    @Test
    void readsAFileWithAByteOrderMarkAndRefusesOneThatIsNoText() {
        String yaml =
                "\uFEFFmapping: m\nfile: '*.csv'\ndatasets:\n  - dataset: district\n    columns: {district_code: A}\n";
        assertThat(Mapping.read("test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                        .name())
                .isEqualTo("m");
        assertThatThrownBy(() -> Mapping.read("test.yaml", new ByteArrayInputStream(new byte[] {'a', ':', 0, 1, 2})))
                .isInstanceOf(MalformedYaml.class)
                .hasMessageStartingWith("test.yaml line 1: not YAML");
    }
}
