package org.manyuan.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.manyuan.TextTable;
import org.manyuan.domain.District;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Exam;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Unit;
import org.manyuan.record.RecordRows;

class DimensionsTest {
    private static final String SCHOOL =
            "school_code | valid_from:date | name | district_code | authority_code | part_of"
                    + " | school_type | stages | schooling_system | setting_code | ownership | opened_on:date | closed_on:date | origin\n";

    @Test
    void aUnitHasTheAttributesOfItsLatestVersion() {
        assertThat(units("""
                        a | 1900-01-01 | old | D1 | - | - | 311 | - | - | - | - | - | - | reported |
                        a | 2020-09-01 | new | D2 | - | - | 312 | - | - | - | - | - | - | reported | counts
                        b | -          | b   | D1 | - | - | 311 | - | - | - | - | - | - | reported | no day is the oldest
                        b | 2001-01-01 | b   | D2 | - | - | 311 | - | - | - | - | - | - | reported | counts
                        """)).isEqualTo("a new D2 D2 P,J 6-3\nb b D2 D2 J 6-3");
    }

    @Test
    void stagesAreTheFilesOrElseThoseOfTheSchoolType() {
        assertThat(units("""
                        a | 1900-01-01 | n | D | A | - | 345 | P、J | 5-4 | - | - | - | - | reported | the file says
                        b | 1900-01-01 | n | D | A | - | 345 | -   | -   | - | - | - | - | reported | by type
                        c | 1900-01-01 | n | D | A | - | 342 | -   | -   | - | - | - | - | reported | by type
                        d | 1900-01-01 | n | D | A | - | 511 | -   | -   | - | - | - | - | reported | the list has no stage for it
                        e | 1900-01-01 | n | D | A | - | -   | jp  | -   | - | - | - | - | reported | in the order of stages
                        """))
                .isEqualTo("a n D A P,J 5-4\nb n D A P,J,S 6-3\nc n D A S 6-3\nd n D A  6-3\ne n D A P,J 6-3");
    }

    @Test
    void anEmptySeriesReadsKindStageGradeTerm() {
        Dataset<Row> exam = TextTable.rows("""
                exam_code | district_code | series | school_year:int | term:int | kind | stage | grade | held_on:date
                e1 | D | KS4 | 2016 | -  | graduation | S | 11 | 2017-06-15 | said
                e2 | D | -   | 2023 | 2  | final      | J | 8  | 2024-06-20 | made
                e3 | D | -   | 2023 | -  | final      | J | 8  | 2024-06-20 | what is unknown is left out
                """);
        assertThat(TextTable.lines(RecordRows.table(Exams.of(exam), Exam.class), "exam_code", "series"))
                .isEqualTo("e1 KS4\ne2 final-J-8-2\ne3 final-J-8");
    }

    @Test
    void aGroupWithoutAnAuthorityHasItsLeads() {
        Dataset<Row> group = TextTable.rows("""
                group_code | name | authority_code | kind | form | founded_on:date | dissolved_on:date | origin
                G | g | -  | education_group | - | - | - | reported | the lead's: run by the city
                H | h | X  | alliance        | - | - | - | reported | the file's
                K | k | -  | education_group | - | - | - | reported | no lead: unknown
                L | l | -  | education_group | - | - | - | reported | the lead's that is still there
                M | m | -  | education_group | - | - | - | reported | all leads are gone: the last one's
                """);
        List<MembershipSpan> spans = MembershipTable.spans("""
                                G | a | lead   | 2020-01-01 | 2022-01-01 | 2020-01-01 | -          | led before
                                G | b | lead   | 2022-01-01 | -          | 2020-01-01 | -          | leads
                                G | c | lead   | 2023-01-01 | -          | 2020-01-01 | 2021-01-01 | a mistake, corrected
                                H | a | lead   | 2020-01-01 | -          | 2020-01-01 | -          |
                                K | c | peer   | 2020-01-01 | -          | 2020-01-01 | -          |
                                L | a | lead   | 2020-01-01 | 2023-09-01 | 2020-01-01 | -          | gone, though it joined last
                                L | b | lead   | 2018-01-01 | -          | 2020-01-01 | -          | leads
                                M | a | lead   | 2018-01-01 | 2020-01-01 | 2020-01-01 | -          | led before
                                M | b | lead   | 2020-01-01 | 2023-09-01 | 2020-01-01 | -          | led last
                                """);
        List<Unit> units =
                Units.of(SchoolRows.plain(TextTable.rows(SCHOOL + """
                a | 1900-01-01 | a | D1 | -    | - | - | P | - | - | - | - | - | reported |
                b | 1900-01-01 | b | D1 | city | - | - | P | - | - | - | - | - | reported |
                c | 1900-01-01 | c | D1 | -    | - | - | P | - | - | - | - | - | reported |
                """))).collectAsList();
        List<EducationGroup> groups =
                RecordRows.records(group, EducationGroup.class).collectAsList();
        assertThat(EducationGroups.of(groups, spans, units).stream()
                        .map(each ->
                                each.groupCode() + " " + (each.authorityCode() == null ? "-" : each.authorityCode()))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("G city\nH X\nK -\nL city\nM city");
    }

    @Test
    void aDistrictHasTheAttributesOfItsLatestVersion() {
        Dataset<Row> district = TextTable.rows("""
                district_code | name | parent_code | level | valid_from:date | origin
                P | p   | - | province | -          | reported | the root
                Q | old | P | county   | 1990-01-01 | reported |
                Q | new | P | city     | 2000-01-01 | reported | counts
                """);
        assertThat(TextTable.lines(
                        RecordRows.table(Districts.of(district), District.class), "district_code", "name", "level"))
                .isEqualTo("P p province\nQ new city");
    }

    private static String units(String rows) {
        return TextTable.lines(
                RecordRows.table(Units.of(SchoolRows.plain(TextTable.rows(SCHOOL + rows))), Unit.class),
                "school_code",
                "name",
                "district_code",
                "authority_code",
                "stages",
                "schooling_system");
    }
}
