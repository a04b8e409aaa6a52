package org.manyuan.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyuan.TextTable.lines;
import static org.manyuan.TextTable.rows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.ExclusiveKinds;

/** Each check between files over tables of a few lines; what follows the last column says why. */
class CrossFilePlansTest {
    private static final GradeTotals.Slack SLACK = new GradeTotals.Slack(0.1, 1);

    private static final Dataset<Row> SCHOOLS = rows("""
            school_code | part_of | schooling_system | district_code
            s1          | -       | 6-3              | d1            | one school
            s1n         | s1      | -                | d1            | and its campus
            s2          | -       | 5-4              | d2            | five years of primary
            s3          | -       | -                | d9            | lies where nobody has a calendar
            s2new       | -       | -                | d2            | the later code of s2
            """);

    private static final Dataset<Row> KIN = KinUnits.of(SCHOOLS, rows("""
            from_code | to_code
            s2        | s2new
            """));

    @Test
    void aUnitIsKinToItsSchoolToTheOtherCampusesAndToItsOtherCode() {
        assertThat(lines(KIN.where("unit <> kin"), "unit", "kin")).isEqualTo("""
                s1 s1n
                s1n s1
                s2 s2new
                s2new s2""");
    }

    @Test
    void tellsGradesWhoseEnrollmentDiffersFromTheRoll() {
        Dataset<Row> enrollment = rows("""
                submission_id | sheet | source_line:bigint | is_new:boolean | school_code | school_year:int | stage | grade | students:int | classes:int | intake:int | intake_in_zone:int
                e1 | a | 2 | true  | s1 | 2024 | J | 7 | 3  | 1 | - | - | as on the roll
                e1 | a | 3 | true  | s1 | 2024 | J | 8 | 4  | 1 | - | - | one is two more than two: on the line of what is borne
                e1 | a | 4 | true  | s1 | 2024 | J | 9 | 2  | 1 | - | - | the roll lacks the grade
                e1 | a | 5 | true  | s1 | 2023 | J | 7 | 99 | 9 | - | - | no roll of that year
                e1 | a | 6 | true  | s2 | 2024 | J | 7 | -  | 1 | - | - | nobody said how many
                e0 | a | 7 | false | s2 | 2024 | J | 8 | 9  | 1 | - | - | said before; the roll is new
                e1 | a | 8 | true  | s3 | 2024 | J | 8 | 9  | 1 | - | - | its roll leaves grades open
                """);
        Dataset<Row> roll = rows("""
                submission_id | sheet | source_line:bigint | is_new:boolean | school_code | school_year:int | stage | grade | zone_school_code
                r0 | b | 2 | false | s1 | 2024 | J | 7 | -
                r0 | b | 3 | false | s1 | 2024 | J | 7 | -
                r0 | b | 4 | false | s1 | 2024 | J | 7 | -
                r0 | b | 5 | false | s1 | 2024 | J | 8 | -
                r0 | b | 6 | false | s1 | 2024 | J | 8 | -
                r0 | b | 7 | false | s1 | 2024 | J | 8 | -
                r1 | b | 8 | true  | s2 | 2024 | J | 7 | -
                r1 | b | 4 | true  | s2 | 2024 | J | 8 | -
                r1 | b | 9 | true  | s2 | 2024 | J | 8 | -
                r1 | b | 11| true  | s3 | 2024 | - | - | -
                """);

        assertThat(told(GradeTotals.students(enrollment, roll, "X", SLACK))).isEqualTo("""
                e1 a 4 enrollment X students
                r1 b 4 student_roll X grade""");
    }

    @Test
    void bearsTheGreaterOfAShareOfTheRollAndAFewHeads() {
        String header =
                "submission_id | sheet | source_line:bigint | is_new:boolean | school_code | school_year:int | stage"
                        + " | grade | students:int | classes:int\n";
        Dataset<Row> enrollment = rows(header + """
                e1 | a | 2 | true | s1 | 2024 | P | 1 | 110 | 2 | ten of a hundred: borne
                e1 | a | 3 | true | s1 | 2024 | P | 2 | 111 | 2 | eleven of a hundred: told
                e1 | a | 4 | true | s1 | 2024 | P | 3 | 6   | 2 | two of four: told
                e1 | a | 5 | true | s1 | 2024 | P | 4 | 50  | 4 | two classes more: told
                e1 | a | 6 | true | s1 | 2024 | P | 5 | 80  | 2 | a class does not say how many
                """);
        Dataset<Row> classes = rows("""
                submission_id | sheet | source_line:bigint | is_new:boolean | school_code | school_year:int | stage | grade | students:int
                c | b | 2 | false | s1 | 2024 | P | 1 | 50
                c | b | 3 | false | s1 | 2024 | P | 1 | 50
                c | b | 4 | false | s1 | 2024 | P | 2 | 50
                c | b | 5 | false | s1 | 2024 | P | 2 | 50
                c | b | 6 | false | s1 | 2024 | P | 3 | 2
                c | b | 7 | false | s1 | 2024 | P | 3 | 2
                c | b | 8 | false | s1 | 2024 | P | 4 | 25
                c | b | 9 | false | s1 | 2024 | P | 4 | 25
                c | b | 10| false | s1 | 2024 | P | 5 | 25
                c | b | 11| false | s1 | 2024 | P | 5 | -
                """);

        assertThat(told(GradeTotals.classes(enrollment, classes, "X", SLACK))).isEqualTo("""
                e1 a 3 enrollment X students
                e1 a 4 enrollment X students
                e1 a 5 enrollment X classes""");
    }

    @Test
    void holdsTheIntakeOfFirstGradesAgainstTheRoll() {
        Dataset<Row> enrollment = rows("""
                submission_id | sheet | source_line:bigint | is_new:boolean | school_code | school_year:int | stage | grade | intake:int | intake_in_zone:int
                e1 | a | 2 | true | s1 | 2024 | J | 7 | 9 | 1 | nine instead of three; one of two in the zone is borne
                e1 | a | 3 | true | s2 | 2024 | J | 7 | 9 | - | under 5-4 grade 7 has no entrants
                e1 | a | 4 | true | s2 | 2024 | J | 6 | 1 | 9 | grade 6 has; its roll names no zone
                e1 | a | 5 | true | s3 | 2024 | P | 1 | 2 | 3 | nobody of the two lives in the zone
                """);
        Dataset<Row> roll = rows("""
                submission_id | sheet | source_line:bigint | is_new:boolean | school_code | school_year:int | stage | grade | zone_school_code
                r | b | 2 | false | s1 | 2024 | J | 7 | s1
                r | b | 3 | false | s1 | 2024 | J | 7 | s1
                r | b | 4 | false | s1 | 2024 | J | 7 | s2
                r | b | 5 | false | s2 | 2024 | J | 7 | -
                r | b | 6 | false | s2 | 2024 | J | 6 | -
                r | b | 7 | false | s3 | 2024 | P | 1 | s1
                r | b | 8 | false | s3 | 2024 | P | 1 | s2
                """);

        assertThat(told(GradeTotals.intake(enrollment, roll, SCHOOLS, "X", SLACK)))
                .isEqualTo("""
                e1 a 2 enrollment X intake
                e1 a 5 enrollment X intake_in_zone""");
    }

    @Test
    void tellsScoresOfPupilsWhoAreOnTheRollOfAnotherSchool() {
        Dataset<Row> scores = rows("""
                submission_id | sheet | source_line:bigint | exam_code | student_key | school_code
                x | a | 2 | E24 | k1  | s1   | at home
                x | a | 3 | E24 | k1  | s2   | elsewhere
                x | a | 3 | E24 | k1  | s2   | the second subject of the same line
                x | a | 4 | E24 | k1  | s1n  | the campus is the same school
                x | a | 5 | E24 | k2  | s2new | the later code of the same school
                x | a | 6 | E24 | k9  | s3   | on no roll
                x | a | 7 | E23 | k1  | s3   | on no roll of that year
                x | a | 8 | E24 | n1  | s2   | sat under an exam number
                x | a | 9 | E24 | n1  | s1   | so too
                """);
        Dataset<Row> roll = rows("""
                student_key | school_year:int | school_code
                k1          | 2024            | s1
                k2          | 2024            | s2
                """);
        Dataset<Row> exams = rows("""
                exam_code | school_year:int
                E24       | 2024
                E23       | 2023
                """);
        Dataset<Row> links = rows("""
                old_key | new_key
                n1      | k1
                """);

        assertThat(told(ExamSchools.of(scores, exams, roll, links, KIN, "X"))).isEqualTo("""
                x a 3 exam_score X school_code
                x a 8 exam_score X school_code""");
    }

    @Test
    void findsTheTeachersOfSpellsOnTheRollsAroundTheirYear() {
        Dataset<Row> spells = rows("""
                submission_id | sheet | source_line:bigint | teacher_key | from_school_code | started_on:date
                x | a | 2 | t1 | s1  | 2024-09-01 | listed there
                x | a | 3 | t9 | s1  | 2024-09-01 | listed nowhere
                x | a | 4 | t9 | s3  | 2024-09-01 | its school has no roll
                x | a | 5 | t9 | s1  | 2026-09-01 | no roll of that year
                x | a | 6 | t2 | s1  | 2024-09-01 | listed at another school
                x | a | 7 | t3 | s1  | 2025-02-20 | listed a year before, and at another school now
                x | a | 8 | t4 | s1  | 2024-08-25 | new next year: known, and at no other school yet
                x | a | 9 | t5 | s1  | 2024-09-01 | listed at the campus
                x | a | 10| t9 | s1  | -          | says no day
                x | a | 11| -  | s1  | 2024-09-01 | names no teacher
                """);
        Dataset<Row> roll = rows("""
                teacher_key | school_year:int | school_code
                t1          | 2024            | s1
                t0          | 2023            | s1
                t2          | 2024            | s2
                t3          | 2023            | s1
                t3          | 2024            | s2
                t4          | 2024            | s1
                t5          | 2024            | s1n
                """);

        ExchangeOnRoll onRoll = new ExchangeOnRoll(spells, roll, KIN);
        assertThat(told(onRoll.unknownTeachers("U"))).isEqualTo("x a 3 teacher_exchange U teacher_id");
        assertThat(told(onRoll.otherSchools("O"))).isEqualTo("x a 6 teacher_exchange O from_school_code");
    }

    @Test
    void findsUnitsInTwoGroupsOfAnExclusiveKindOnOneDay() {
        Dataset<Row> groups = rows("""
                group_code | kind
                g1         | education_group
                g2         | education_group
                g3         | consortium
                a1         | alliance
                a2         | alliance
                """);
        Dataset<Row> memberships = rows("""
                submission_id | sheet | source_line:bigint | is_new:boolean | submitter | group_code | school_code | joined_on:date | left_on:date | as_of:date
                x  | a | 2 | true  | d | g1 | s1 | 2020-01-01 | 2022-01-01 | -          | left on the day
                x  | a | 3 | true  | d | g2 | s1 | 2022-01-01 | -          | -          | it joined elsewhere
                x  | a | 4 | true  | d | g3 | s1 | 2021-01-01 | -          | -          | another kind
                x0 | a | 5 | false | d | g1 | s2 | 2020-01-01 | -          | -          | said before, still open
                x  | a | 6 | true  | d | g2 | s2 | 2023-01-01 | 2023-02-01 | -          | in both for a month
                x  | a | 7 | true  | d | a1 | s2 | 2020-01-01 | -          | -          | alliances may
                x  | a | 8 | true  | d | a2 | s2 | 2020-01-01 | -          | -          | share
                x  | a | 9 | true  | d | g1 | s3 | 2020-01-01 | -          | 2024-09-01 | one snapshot
                x  | a | 10| true  | d | g2 | s3 | 2020-01-01 | -          | 2024-09-01 | says both
                x  | a | 11| true  | d | g2 | s4 | 2020-01-01 | -          | 2024-09-01 | a later snapshot
                x  | a | 12| true  | d | g1 | s4 | 2020-01-01 | -          | 2024-10-01 | says a change
                x  | a | 13| true  | d | g1 | s5 | 2020-01-01 | 2021-01-01 | 2024-09-01 | has left
                x  | a | 14| true  | d | g2 | s5 | 2021-01-01 | -          | 2024-09-01 | for another one
                x  | a | 15| true  | d | g1 | s6 | -          | 2020-01-01 | -          | since ever
                x  | a | 16| true  | d | g2 | s6 | 2019-12-31 | -          | -          | one day in common
                """);

        assertThat(told(OverlappingMemberships.of(memberships, groups, ExclusiveKinds.ALL, "X")))
                .isEqualTo("""
                x a 10 group_membership X school_code
                x a 15 group_membership X school_code
                x a 16 group_membership X school_code
                x a 6 group_membership X school_code
                x a 9 group_membership X school_code""");
    }

    @Test
    void findsSpellsThatAddUpToMoreThanOnePost() {
        Dataset<Row> spells = rows("""
                submission_id | sheet | source_line:bigint | is_new:boolean | teacher_key | started_on:date | ended_on:date | kind | fte:decimal(4,2)
                x  | a | 2 | true  | t1 | 2024-09-01 | 2025-08-31 | 轮岗 | -    | the day after it ends
                x  | a | 3 | true  | t1 | 2025-09-01 | -          | 轮岗 | -    | the next begins
                x0 | a | 4 | false | t2 | 2023-09-01 | -          | 支教 | -    | never ended, said before
                x  | a | 5 | true  | t2 | 2024-09-01 | 2025-01-31 | 轮岗 | -    | and away again
                x  | a | 6 | true  | t3 | 2024-09-01 | 2025-01-31 | 兼课 | 0.5  | half
                x  | a | 7 | true  | t3 | 2024-10-01 | 2025-01-31 | 兼课 | 0.5  | and half make one
                x  | a | 8 | true  | t4 | 2024-09-01 | 2025-01-31 | 兼课 | 0.4  | three
                x  | a | 9 | true  | t4 | 2024-10-01 | 2025-01-31 | 兼课 | 0.4  | of them
                x  | a | 10| true  | t4 | 2025-01-31 | 2025-02-28 | 兼课 | 0.4  | on one day
                x  | a | 11| true  | t5 | 2024-09-01 | -          | 轮岗 | 1    | away
                x  | a | 12| true  | t5 | 2024-09-01 | -          | 走教 | -    | how much of it, nobody says
                """);

        assertThat(told(OverlappingSpells.of(spells, 1, "X"))).isEqualTo("""
                x a 10 teacher_exchange X started_on
                x a 5 teacher_exchange X started_on
                x a 8 teacher_exchange X started_on
                x a 9 teacher_exchange X started_on""");
    }

    @Test
    void tellsActivitiesOutsideTheTermsOfTheirDistrict() {
        Dataset<Row> activities = rows("""
                submission_id | sheet | source_line:bigint | group_code | organiser_school_code | held_on:date
                x | a | 2 | g1 | s1 | 2024-09-01 | the first day
                x | a | 3 | g1 | s1 | 2025-01-16 | the day after the last
                x | a | 4 | g1 | s2 | 2024-08-31 | the year before has no calendar
                x | a | 5 | g1 | s2 | 2025-02-10 | its city has one: holidays
                x | a | 6 | g1 | s3 | 2025-02-10 | nobody has one there
                x | a | 7 | g1 | -  | 2025-02-10 | the group's authority has one
                x | a | 8 | g1 | s1 | -          | no day
                """);
        Dataset<Row> terms = rows("""
                district_code | school_year:int | from_on:date | to_on:date
                d1            | 2024            | 2024-09-01   | 2025-01-15
                d1            | 2024            | 2025-02-20   | 2025-07-10
                city          | 2024            | 2024-09-01   | 2025-01-15
                """);
        Dataset<Row> groups = rows("""
                group_code | authority_code
                g1         | d1
                """);
        Dataset<Row> districts = rows("""
                district_code | parent_code
                d1            | city
                d2            | city
                city          | -
                """);

        assertThat(told(ActivitiesInTerm.of(activities, terms, SCHOOLS, groups, districts, "X")))
                .isEqualTo("""
                x a 3 group_activity X held_on
                x a 5 group_activity X held_on
                x a 7 group_activity X held_on""");
    }

    @Test
    void addsUpTheSubjectsOfALongSheet() {
        Dataset<Row> scores = rows("""
                submission_id | sheet | source_line:bigint | exam_code | subject | student_key | score:decimal(9,3) | status
                x | a | 2 | E | math    | k1 | 80   | present
                x | a | 3 | E | chinese | k1 | 90.5 | present
                x | a | 4 | E | total   | k1 | 171  | present | half a point is rounding
                x | a | 5 | E | math    | k2 | 80   | present
                x | a | 6 | E | chinese | k2 | 90   | present
                x | a | 7 | E | total   | k2 | 171  | present | one point is not
                x | a | 8 | E | math    | k3 | 80   | present
                x | a | 9 | E | total   | k3 | 171  | present | one subject is not there
                x | a | 10| E | math    | k4 | 80   | present
                x | a | 11| E | chinese | k4 | -    | absent
                x | a | 12| E | total   | k4 | 171  | present | did not sit all
                x | a | 13| E | math    | k5 | 1    | present
                x | a | 14| E | chinese | k5 | 1    | present | no total
                """);
        Dataset<Row> papers = rows("""
                exam_code | subject
                E         | math
                E         | chinese
                E         | total
                """);

        assertThat(told(TotalsOfSubjects.of(scores, papers, 0.5, "X"))).isEqualTo("x a 7 exam_score X score");
    }

    @Test
    void summarisesByPlaceAndCodeAndKeepsTheFirstLines() {
        StringBuilder found = new StringBuilder(
                "submission_id | sheet | source_line:bigint | dataset | code | column_name\nx | a | 7 | d | OTHER | c\n");
        for (int line = 40; line > 1; line--) {
            found.append("x | a | ").append(line).append(" | d | X | c\n");
        }

        assertThat(lines(Findings.summary(rows(found.toString())), "code", "line_count", "first_lines"))
                .isEqualTo("""
                        OTHER 1 ArraySeq(7)
                        X 39 ArraySeq(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21)""");
    }

    private static String told(Dataset<Row> found) {
        return lines(found, "submission_id", "sheet", "source_line", "dataset", "code", "column_name");
    }
}
