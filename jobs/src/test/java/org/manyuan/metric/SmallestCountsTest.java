package org.manyuan.metric;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.MetricValue;

/** What metrics say for disclosure: how small the counts behind a figure get. They hide nothing themselves. */
class SmallestCountsTest {
    private static final String INTAKE = """
            A1 | 2023 | J7 | - | 60 | 50
            A1 | 2024 | J7 | - | 60 | 55
            A2 | 2023 | J7 | - | 60 | 8
            A2 | 2024 | J7 | - | 60 | 30
            A3 | 2024 | J7 | - | 60 | 4
            """;
    private static final String MARKS = """
            e1 | A1 | 50 | 70 | 10
            e1 | A2 | 40 | 60 | 10
            e1 | A3 | 6  | 50 | 10
            e2 | A1 | 55 | 70 | 10
            e2 | A2 | 7  | 60 | 10
            e2 | A3 | 30 | 50 | 10
            e2 | A4 | 9  | 50 | 10
            """;

    @Test
    void aTotalNamesItsSmallestUnit() {
        check(enrollment(new Intake()), "ENR-01", """
                schoolCode | groupCode | schoolYear | variant                | value | leastSide | leastUnit | leastLeftOut | because
                -          | G         | 2023       | education_group        | 58    | 8         | 8         | -            | A2
                -          | G         | 2023       | education_group/lead   | 50    | 50        | 50        | -            | A1 alone
                -          | G         | 2023       | education_group/member | 8     | 8         | 8         | -            | A3 has no rows yet
                -          | G         | 2024       | education_group        | 89    | 4         | 4         | -            | A3
                -          | G         | 2024       | education_group/lead   | 55    | 55        | 55        | -            | -
                -          | G         | 2024       | education_group/member | 34    | 4         | 4         | -            | -
                """);
    }

    @Test
    void aChangeNamesTheSmallestOfBothYearsAndWhoIsLeftOut() {
        check(enrollment(new IntakeGrowth()), "ENR-02", """
                measure | schoolCode | groupCode | variant                | n  | leastSide | leastUnit | leftOutStudents | leastLeftOut | because
                growth  | -          | G         | education_group        | 58 | 8         | 8         | 4               | 4            | A3 came later
                growth  | -          | G         | education_group/lead   | 50 | 50        | 50        | 0               | -            | -
                growth  | -          | G         | education_group/member | 8  | 8         | 8         | 4               | 4            | -
                """);
    }

    @Test
    void aShareNamesTheSmallestUnitOfItsWhole() {
        check(enrollment(new IntakeShareShift()), "ENR-03", """
                measure     | schoolCode | groupCode | n  | leastUnit | because
                in_group    | A1         | G         | 50 | 8         | its share and its count give the total
                in_group    | A2         | G         | 8  | 8         | -
                in_group    | A3         | G         | 0  | 8         | no base
                in_district | -          | G         | 58 | 8         | -
                """);
    }

    @Test
    void allStagesNameTheSmallestStage() {
        List<MetricValue> rows = new TownFacts().enrollment("""
                        A1 | 2024 | J7 | - | 60  | 50
                        A1 | 2024 | P1 | - | 5   | 5
                        A2 | 2024 | J7 | - | 100 | 90
                        """).rows(new EnrollmentConcentration(), town());
        MetricTable.check(
                rows,
                row -> row.groupCode().equals("G")
                        && row.measure().equals("hhi")
                        && row.variant().equals("education_group"),
                """
                stage | n   | leastUnit | because
                J     | 160 | 60        | -
                P     | 5   | 5         | -
                -     | 165 | 5         | A1 has 65 students, 5 of them in P
                """);
    }

    @Test
    void aGapNamesItsSmallerSideAndAMeanOfUnitsItsSmallestUnit() {
        check(marks(new LeadMemberGap()), "GAP-07", """
                measure      | examCode | ciFrame | n   | leastSide | leastUnit | leastLeftOut | because
                gap          | e1       | census  | 96  | 46        | 6         | -            | members 40 and 6
                gap          | e1       | schools | 96  | 46        | 6         | -            | -
                equal_member | e1       | -       | 96  | 6         | 6         | -            | each member counts once
                gap          | e2       | census  | 101 | 46        | 7         | -            | members 7, 30 and 9
                gap          | e2       | schools | 101 | 46        | 7         | -            | -
                equal_member | e2       | -       | 101 | 7         | 7         | -            | -
                """);
    }

    @Test
    void aChangeOfAGapNamesTheSmallestOfBothYears() {
        MetricTable.check(
                marks(new NarrowingOfGap()),
                row -> row.groupCode().equals("G")
                        && row.schoolYear() == 2024
                        && row.variant().equals("education_group/GAP-07/base_previous"),
                """
                measure     | n  | leastSide | leastUnit | leastLeftOut | because
                signed_base | 92 | 46        | 6         | 9            | A1 50 against A2 40 and A3 6; A4 came later
                signed_now  | 92 | 37        | 6         | 9            | A1 55 against A2 7 and A3 30
                rate        | 92 | 37        | 6         | 9            | the smaller year
                change      | 92 | 37        | 6         | 9            | -
                """);
    }

    @Test
    void aFigureThatCountsEveryUnitOnceRestsOnItsSmallest() {
        check(marks(new UnweightedCoefficientOfVariation()), "GAP-02", """
                variant                | examCode | n   | leastSide | leastUnit
                education_group        | e1       | 96  | 6         | 6
                education_group/ddof0  | e1       | 96  | 6         | 6
                education_group        | e2       | 101 | 7         | 7
                education_group/ddof0  | e2       | 101 | 7         | 7
                """);
        check(marks(new CoefficientOfVariation()), "GAP-01", """
                variant                | examCode | n   | leastSide | leastUnit
                education_group        | e1       | 96  | 96        | 6
                education_group        | e2       | 101 | 101       | 7
                """);
    }

    private static void check(List<MetricValue> rows, String metric, String table) {
        MetricTable.check(
                rows,
                row -> row.metricId().equals(metric)
                        && row.groupCode().equals("G")
                        && !row.variant().contains("first_grade")
                        && !row.variant().contains("base_founding")
                        && !row.measure().equals("ln_ratio"),
                table);
    }

    private static List<MetricValue> enrollment(TerritoryMetric metric) {
        return new TownFacts().enrollment(INTAKE).rows(metric, town());
    }

    private static List<MetricValue> marks(ScoreMetric metric) {
        return town().exam("e1", 2023).exam("e2", 2024).totals(MARKS).rows(metric);
    }

    private static Town town() {
        return new Town()
                .unit("A1", "C1")
                .unit("A2", "C1")
                .unit("A3", "C1")
                .unit("A4", "C1")
                .group("G", "C1", "A1 lead, A2 member, A3 member, A4 member");
    }
}
