package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingTest {
    private static final References KNOWN = References.builder("none")
            .district("D", null)
            .school("1", "D", null, "one", null)
            .school("2", "D", null, "two", null)
            .exam("E-2017", "D")
            .exam("E-2018", "D")
            .build();

    private static Mapping mapping(String yaml) {
        return Mapping.read("test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Rows> read(String yaml, String fileName, String... lines) {
        Mapping mapping = mapping(yaml);
        List<Rows> all = new ArrayList<>();
        for (Binding binding :
                mapping.bind(new Header(TextLines.cells(lines[0], ','), 1), new SourceName(fileName, null))) {
            all.add(Rows.read(copied(binding), KNOWN, Arrays.asList(lines).subList(1, lines.length)));
        }
        return all;
    }

    /** As it arrives where the file is read. */
    private static Binding copied(Binding binding) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(binding);
            return (Binding) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> told(Rows rows, String... columns) {
        return rows.accepted().stream()
                .map(row -> row.line() + " "
                        + String.join(
                                " ",
                                Arrays.stream(columns)
                                        .map(c -> String.valueOf(row.of(c)))
                                        .toList()))
                .toList();
    }

    private static final String SUMMARY = """
            mapping: results
            file: results_*.csv
            nulls: [SUPP, NE]
            datasets:
              - dataset: exam_summary
                unpivot:
                  - [{year: 2017}, {year: 2018}]
                  - - {subject: math, mean: Maths}
                    - {subject: english, mean: Engl}
                filter:
                  - {column: Type, in: [school, academy]}
                  - {column: '{mean} {year}', filled: true}
                columns:
                  school_code: {column: Number, substring: [3, 4]}
                  examinees: ['Sat {mean} {year}', 'Pupils {year}']
                  mean_score: '{mean} {year}'
                  passed: {column: 'Pass {year}', share_of: 'Pupils {year}', percent: true}
                constants: {exam_code: 'E-{year}', subject: '{subject}'}
            """;

    @Test
    void turnsYearAndSubjectOutOfColumnNamesIntoRows() {
        List<Rows> read = read(
                SUMMARY,
                "results_x.csv",
                "Number,Type,Pupils 2017,Sat Maths 2017,Maths 2017,Engl 2017,Pass 2017,Pupils 2018,Maths 2018,Engl 2018,Pass 2018",
                "XXX1,school,200,190,71.5,SUPP,45.3,100,NE,60,",
                "XXX2,academy,40,NE,50,55,12.5,,,,",
                "XXX9,total,9999,9999,1,1,1,1,1,1,1");

        assertThat(told(read.get(0), "exam_code", "subject", "school_code", "examinees", "mean_score", "passed"))
                .containsExactly(
                        "2 E-2017 math 1 190 71.5 91",
                        "2 E-2018 english 1 100 60.0 null",
                        "3 E-2017 math 2 40 50.0 5",
                        "3 E-2017 english 2 40 55.0 5");
        assertThat(read.get(0).rejects()).isEmpty();
    }

    @Test
    void countsWhatItsFilterLeavesOut() {
        Binding binding = mapping(SUMMARY)
                .bind(
                        new Header(
                                List.of(
                                        "Number",
                                        "Type",
                                        "Pupils 2017",
                                        "Maths 2017",
                                        "Engl 2017",
                                        "Pass 2017",
                                        "Pupils 2018",
                                        "Maths 2018",
                                        "Engl 2018",
                                        "Pass 2018"),
                                1),
                        new SourceName("results_x.csv", null))
                .get(0);
        RowReader reader = binding.open(KNOWN, Rows.FAKE_KEY);
        Rows rows = new Rows(binding.contract());
        reader.read(TextLines.fields(List.of("XXX1", "total", "1", "1", "1", "1", "1", "1", "1", "1"), 2), rows);

        assertThat(rows.all).isEmpty();
        assertThat(reader.filtered()).as("a row for every year and subject").isEqualTo(4);
    }

    @Test
    void rejectsAMappedCellByTheNameItHasInTheFile() {
        assertThat(read(
                                SUMMARY,
                                "results_x.csv",
                                "Number,Type,Pupils 2017,Maths 2017,Engl 2017,Pass 2017,Pupils 2018,Maths 2018,Engl 2018,Pass 2018",
                                "XXX7,school,many,high,,x,1,,,")
                        .get(0)
                        .rejects())
                .containsExactly("2 UNKNOWN_SCHOOL:Number;TYPE:Pupils 2017;TYPE:Maths 2017;TYPE:Pass 2017");
    }

    @Test
    void findsTheYearsInTheHeaderItself() {
        List<Rows> read = read("""
                mapping: wide
                file: '*.csv'
                datasets:
                  - dataset: enrollment
                    unpivot: [{match: 'Pupils (?<year>\\d{4})'}]
                    columns: {school_code: Code, students: 'Pupils {year}', stage: {column: Kind, values: {Primary: P, Junior: J}}}
                    constants: {school_year: '{year}', grade: 6}
                """, "x.csv", "Code,Kind,Pupils 2017,Pupils 2018", "1,Primary,10,11", "2,Junior,20,");

        assertThat(told(read.get(0), "school_code", "school_year", "stage", "students"))
                .containsExactly("2 1 2017 P 10", "2 1 2018 P 11", "3 2 2017 J 20", "3 2 2018 J null");
    }

    @Test
    void readsDaysInTheFilesOwnFormatAndFromItsName() {
        String yaml = """
                mapping: members
                file: members_*.csv
                from_filename: {day: {pattern: '(\\d{2}_\\d{2}_\\d{4})', date_format: dd_MM_yyyy}}
                source_on: '{day}'
                precedence: 3
                date_format: d/M/yyyy
                datasets:
                  - dataset: school
                    distinct: true
                    columns: {school_code: Code, name: Name, opened_on: Opened}
                    constants: {valid_from: '{day}', district_code: D}
                """;
        List<Rows> read = read(
                yaml,
                "members_01_06_2019.csv",
                "Code,Name,Opened",
                "7,seven,5/9/2005",
                "8,eight,2005-09-06",
                "9,nine,9/13/2005");
        Binding binding = mapping(yaml)
                .bind(new Header(List.of("Code", "Name", "Opened"), 1), new SourceName("members_01_06_2019.csv", null))
                .get(0);

        assertThat(told(read.get(0), "school_code", "opened_on", "valid_from"))
                .containsExactly("2 7 2005-09-05 2019-06-01", "3 8 2005-09-06 2019-06-01");
        assertThat(read.get(0).rejects()).containsExactly("4 TYPE:Opened");
        assertThat(binding.sourceOn()).isEqualTo(LocalDate.of(2019, 6, 1));
        assertThat(binding.precedence()).isEqualTo(3);
        assertThat(binding.distinct()).isTrue();
        assertThatThrownBy(() -> mapping(yaml)
                        .bind(
                                new Header(List.of("Code", "Name", "Opened"), 1),
                                new SourceName("members_99_99_2019.csv", null)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("the file name does not say day");
    }

    @Test
    void givesConstantRowsOnceAFile() {
        List<Rows> read = read("""
                mapping: places
                file: '*.csv'
                datasets:
                  - dataset: district
                    distinct: true
                    columns: {district_code: Code}
                    constants: {parent_code: ROOT}
                    rows: [{district_code: ROOT, parent_code: '', level: country}]
                """, "x.csv", "Code", "A", "A");
        assertThat(told(read.get(0), "district_code", "parent_code", "level"))
                .containsExactly("0 ROOT null country", "2 A ROOT null", "3 A ROOT null");
    }

    @Test
    void namesEveryColumnThatTheHeaderLacks() {
        assertThatThrownBy(() -> mapping(SUMMARY)
                        .bind(
                                new Header(
                                        List.of(
                                                "Number",
                                                "Type",
                                                "Pupils 2017",
                                                "Maths 2017",
                                                "Engl 2017",
                                                "Pass 2017"),
                                        3),
                                new SourceName("results_x.csv", null)))
                .isInstanceOfSatisfying(MappingException.class, e -> assertThat(e.problems())
                        .extracting(problem -> problem.code() + " " + problem.column() + " " + problem.line())
                        .containsExactlyInAnyOrder(
                                "MISSING_COLUMN Sat Maths 2018 3",
                                "MISSING_COLUMN Sat Engl 2018 3",
                                "MISSING_COLUMN Maths 2018 3",
                                "MISSING_COLUMN Engl 2018 3",
                                "MISSING_COLUMN Pass 2018 3",
                                "MISSING_COLUMN Pupils 2018 3"));
    }
}
