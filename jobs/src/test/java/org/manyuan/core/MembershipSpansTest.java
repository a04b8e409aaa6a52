package org.manyuan.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.manyuan.TextTable;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.record.RecordRows;

class MembershipSpansTest {
    private static final String STORED = "group_code | school_code | role | member_kind | joined_on:date | left_on:date"
            + " | as_of:date | origin | submission_id | received_no:bigint | source_on:date | precedence:int | submitter"
            + " | source_line:bigint\n";
    private static final List<StoredGroup> GROUPS = records(StoredGroup.class, """
            group_code | kind | dissolved_on:date | submission_id | received_no:bigint | source_on:date | precedence:int | submitter\
             | source_line:bigint
            G | education_group | - | s1 | 1 | - | 0 | x | 2 |
            H | education_group | - | s1 | 1 | - | 0 | x | 3 |
            L | alliance        | - | s1 | 1 | - | 0 | x | 4 |
            M | alliance        | -          | s1 | 1 | - | 0 | x | 5 |
            M | alliance        | 2019-12-31 | s2 | 2 | - | 0 | x | 2 | its last day, told later
            """);
    private static final List<CountedPeriod> RECEIVED = records(CountedPeriod.class, """
            submission_id | known_from:timestamp | known_to:timestamp | is_patch:boolean
            s1 | 2022-09-10 00:00:00 | - | false
            s2 | 2024-04-01 00:00:00 | - | false
            s3 | 2023-01-01 00:00:00 | 2023-02-01 00:00:00 | false
            """);
    private static final String NOTHING = "";
    private static final String UNIT = "school_code | valid_from:date | name | district_code | authority_code | part_of"
            + " | school_type | stages | schooling_system | setting_code | ownership | opened_on:date | closed_on:date | origin\n";
    private static final Map<String, Long> EXAMINEES = Map.of("a", 100L, "b", 200L);

    @Test
    void snapshotsCountByTheirSubmittersDays() {
        List<StoredMembership> stored = stored(STORED + """
                G | a | - | - | 2018-05-01 | - | 2018-05-01 | reported | t1 | 1 | - | 0 | x | 2 |
                G | b | - | - | 2018-05-01 | - | 2018-05-01 | reported | t1 | 1 | - | 0 | x | 3 | missing from t2, and from t3: left
                G | a | - | - | 2018-05-01 | - | 2018-10-01 | reported | t2 | 2 | - | 0 | x | 2 | replaced by t3, which says the same
                G | b | - | - | 2018-05-01 | - | 2018-10-01 | reported | t2 | 2 | - | 0 | x | 3 | replaced by t3, which lacks it
                G | a | - | - | 2018-05-01 | - | 2018-10-01 | reported | t3 | 3 | - | 0 | x | 2 | the snapshot handed in again
                H | c | - | - | 2018-07-01 | - | 2018-07-01 | reported | t4 | 4 | - | 0 | y | 2 | another submitter's only snapshot
                """);
        assertThat(spans(stored)).isEqualTo("""
                        G a - 2018-05-01 - 2018-05-01 -
                        G b - 2018-05-01 - 2018-05-01 2018-10-01
                        H c - 2018-07-01 - 2018-07-01 -
                        G b - 2018-05-01 2018-10-01 2018-10-01 -""");
    }

    @Test
    void aReplacedSpanStaysWhatWeKnewUntilItsFileCame() {
        List<StoredMembership> stored = stored(STORED + """
                G | a | lead | - | 2022-08-01 | -          | - | reported | s1 | 1 | - | 0 | x | 2 |
                G | a | lead | - | 2022-08-01 | 2024-03-01 | - | reported | s2 | 2 | - | 0 | x | 2 |
                L | a | -    | - | 2022-08-01 | -          | - | reported | s1 | 1 | - | 0 | x | 3 | another kind of group
                """);
        assertThat(spans(stored)).isEqualTo("""
                        G a lead 2022-08-01 - 2022-09-10 2024-04-01
                        L a - 2022-08-01 - 2022-09-10 -
                        G a lead 2022-08-01 2024-03-01 2024-04-01 -""");
    }

    @Test
    void theFirstHandInSpeaksFromTheDaysOfItsSnapshotsALaterOneSinceItCame() {
        List<StoredMembership> stored = stored(STORED + """
                G | a | - | - | 2018-05-01 | - | 2018-05-01 | reported | s1 | 1 | - | 0 | x | 2 | in the first call
                H | a | - | - | 2018-09-01 | - | 2018-10-01 | reported | s1 | 1 | - | 0 | x | 3 | the same file holds a second day
                G | a | - | - | 2018-05-01 | - | 2023-10-01 | reported | s2 | 2 | - | 0 | x | 2 | handed in later
                """);
        assertThat(spans(stored)).isEqualTo("""
                        G a - 2018-05-01 - 2018-05-01 2018-10-01
                        G a - 2018-05-01 2018-09-01 2018-10-01 2024-04-01
                        H a - 2018-09-01 - 2018-10-01 2024-04-01
                        G a - 2018-05-01 - 2024-04-01 -""");
    }

    @Test
    void successionsCampusesEndsAndWithdrawalsReachTheUnitsThatTheyConcern() {
        List<StoredMembership> stored = stored(STORED + """
                G | a | lead | - | 2018-05-01 | - | - | reported | s1 | 1 | - | 0 | x | 2 | becomes b, of which c is a campus
                M | a | peer | - | 2018-05-01 | - | - | reported | s1 | 1 | - | 0 | x | 3 | until the alliance ends
                G | d | -    | - | 2018-05-01 | - | - | reported | s3 | 3 | - | 0 | x | 2 | taken back
                """);
        MembershipSources sources = sources(
                stored,
                "a | b | 2023-08-01 | recode | s2 | 2 | - | 0 | x | 2 | reported |",
                "c | 1900-01-01 | c | D | - | b | - | - | - | - | - | - | - | reported |");
        assertThat(MembershipTable.lines(MembershipSpans.of(sources))).isEqualTo("""
                        G a lead 2018-05-01 - 2022-09-10 2024-04-01
                        M a peer 2018-05-01 - 2022-09-10 2024-04-01
                        G d - 2018-05-01 - 2023-01-01 2023-02-01
                        G a lead 2018-05-01 2023-08-01 2024-04-01 -
                        M a peer 2018-05-01 2020-01-01 2024-04-01 -
                        G b lead 2023-08-01 - 2024-04-01 -
                        G c lead 2023-08-01 - 2024-04-01 -""");
    }

    @Test
    void theLinesOfAFileAreReadInTheirOrderHoweverTheTableGivesThem() {
        List<StoredMembership> stored = new ArrayList<>(stored(STORED + """
                G | a | - | - | 2018-05-01 | 2019-01-01 | 2020-05-01 | reported | s1 | 1 | - | 0 | x | 2 | has left
                G | a | - | - | -          | 2020-01-01 | 2020-05-01 | reported | s1 | 1 | - | 0 | x | 3 | and when is said again
                """));
        String expected = "G a - 2018-05-01 2020-01-01 2020-05-01 - ~2020-05-01";
        assertThat(spans(stored)).isEqualTo(expected);
        Collections.reverse(stored);
        assertThat(spans(stored)).isEqualTo(expected);
    }

    @Test
    void theDerivedLeadIsTheBiggerOfThoseThatJoinedFirst() {
        List<StoredMembership> stored = stored(STORED + """
                G | a | - | - | 2022-08-01 | - | - | reported  | s1 | 1 | - | 0 | x | 2 | 100 examinees
                G | b | - | - | 2022-08-01 | - | - | synthetic | s1 | 1 | - | 0 | x | 3 | 200 examinees
                H | c | - | - | 2022-08-01 | - | - | reported  | s1 | 1 | - | 0 | x | 4 | alone, without results
                """);
        List<MembershipSpan> spans = MembershipSpans.of(sources(stored, NOTHING, NOTHING));
        assertThat(MembershipTable.lines(MembershipSpans.withRoles(spans, EXAMINEES, true)))
                .isEqualTo("""
                        G a member 2022-08-01 - 2022-09-10 -
                        G b lead 2022-08-01 - 2022-09-10 -
                        H c lead 2022-08-01 - 2022-09-10 -""");
        assertThat(MembershipTable.lines(MembershipSpans.withRoles(spans, EXAMINEES, false)))
                .as("the setting is off")
                .isEqualTo("""
                        G a peer 2022-08-01 - 2022-09-10 -
                        G b peer 2022-08-01 - 2022-09-10 -
                        H c peer 2022-08-01 - 2022-09-10 -""");
    }

    @Test
    void theFirstExamWithResultsIsThatOfEachDistrict() {
        Dataset<org.manyuan.domain.Exam> exams = Exams.of(TextTable.rows("""
                exam_code | district_code | series | school_year:int | term:int | kind | stage | grade | held_on:date
                e0 | D | s | 2015 | - | final | J | 8 | 2016-06-15 | no results
                e1 | D | s | 2016 | - | final | J | 8 | 2017-06-15 | the first
                e2 | D | s | 2017 | - | final | J | 8 | 2018-06-15 |
                f1 | F | s | 2018 | - | final | J | 8 | 2019-06-15 | the first of another district
                """));
        Dataset<Row> totals = TextTable.rows("""
                exam_code | subject | school_code | candidates:int | examinees:int | mean_score:double | sd_score:double | excellent:int | passed:int | low:int | origin
                e1 | math | a | - | 90  | 1 | - | - | - | - | reported |
                e1 | chin | a | - | 95  | 1 | - | - | - | - | reported | the most over the subjects
                e2 | math | a | - | 500 | 1 | - | - | - | - | reported | a later year
                e2 | math | b | - | 500 | 1 | - | - | - | - | reported | did not sit the first
                f1 | math | c | - | 70  | 1 | - | - | - | - | reported |
                """);
        Dataset<Row> noScores = TextTable.rows(
                        "exam_code | subject | student_key | school_code | score:decimal(9,3) | level | status | origin\ne|m|p|a|1|-|-|r")
                .filter("1 = 0");
        Dataset<Row> papers = TextTable.rows("exam_code | subject | score_step:decimal(9,3)\ne1 | math | -");
        Set<String> first = FirstExam.codes(exams.collectAsList(), Set.of("e1", "e2", "f1"));
        List<ExamSize> sat = RecordRows.records(
                        RecordRows.table(TotalsOf.facts(noScores, totals, papers), SchoolExamFact.class),
                        ExamSize.class)
                .collectAsList();
        assertThat(FirstExam.examinees(sat, first)).isEqualTo(Map.of("a", 95L, "c", 70L));
    }

    private static MembershipSources sources(List<StoredMembership> stored, String successions, String units) {
        List<StoredSuccession> followed = records(
                StoredSuccession.class,
                "from_code | to_code | happened_on:date | kind | submission_id | received_no:bigint | source_on:date"
                        + " | precedence:int | submitter | source_line:bigint | origin\n" + successions);
        return new MembershipSources(
                stored,
                GROUPS,
                followed,
                Units.of(SchoolRows.plain(TextTable.rows(UNIT + units))).collectAsList(),
                RECEIVED);
    }

    private static List<StoredMembership> stored(String table) {
        return records(StoredMembership.class, table);
    }

    private static <T extends Record> List<T> records(Class<T> type, String table) {
        return RecordRows.records(TextTable.rows(table), type).collectAsList();
    }

    private static String spans(List<StoredMembership> stored) {
        return MembershipTable.lines(MembershipSpans.of(sources(stored, NOTHING, NOTHING)));
    }
}
