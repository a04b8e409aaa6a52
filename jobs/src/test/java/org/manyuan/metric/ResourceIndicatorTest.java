package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.MetricValue;

class ResourceIndicatorTest {
    private static final String ALL = "teachers=40 qualified_teachers=21 backbone_teachers=4 arts_sports_teachers=3"
            + " intermediate_title_teachers=18 teaching_area=3000 indoor_sports_area=600 sports_area=4100"
            + " equipment_value=1234567.89 multimedia_rooms=11.5 computers=90 books=12500";

    /** Two counties: A1, A2, A3 in C1, B1 in C2. */
    private static Town town() {
        return new Town().unit("A1", "C1").unit("A2", "C1").unit("A3", "C1").unit("B1", "C2");
    }

    @Test
    void eachFollowsItsOwnFormula() {
        List<MetricValue> rows = MetricCatalog.territory(
                town().territory(),
                new TownFacts().resources("A1 | 2024 | J | 500 | " + ALL).facts(),
                BuildTerms.of(Town.AS_OF));

        MetricTable.check(rows, row -> row.schoolCode().equals("A1"), """
                metricId | measure | districtCode | stage | examCode | grade | subject | value      | n   | k | flag | because
                RES-01   | value   | C1           | J     | -        | -     | -       | 4.2        | 500 | 1 | OK   | 100·21/500
                RES-02   | value   | C1           | J     | -        | -     | -       | .8         | 500 | 1 | OK   | 100·4/500
                RES-03   | value   | C1           | J     | -        | -     | -       | .6         | 500 | 1 | OK   | 100·3/500
                RES-04   | value   | C1           | J     | -        | -     | -       | 4.8        | 500 | 1 | OK   | (3000 − 600)/500
                RES-05   | value   | C1           | J     | -        | -     | -       | 8.2        | 500 | 1 | OK   | 4100/500
                RES-06   | value   | C1           | J     | -        | -     | -       | 2469.13578 | 500 | 1 | OK   | 1234567.89/500
                RES-07   | value   | C1           | J     | -        | -     | -       | 2.3        | 500 | 1 | OK   | 100·11.5/500
                RES-11   | value   | C1           | J     | -        | -     | -       | 6.0        | 500 | 1 | OK   | 3000/500
                RES-12   | value   | C1           | J     | -        | -     | -       | 8.2        | 500 | 1 | OK   | 4100/500
                RES-13   | value   | C1           | J     | -        | -     | -       | 2469.13578 | 500 | 1 | OK   | 1234567.89/500
                RES-14   | value   | C1           | J     | -        | -     | -       | 18.0       | 500 | 1 | OK   | 100·90/500
                RES-15   | value   | C1           | J     | -        | -     | -       | 25.0       | 500 | 1 | OK   | 12500/500
                RES-16   | value   | C1           | J     | -        | -     | -       | .08        | 500 | 1 | OK   | 40/500
                RES-17   | value   | C1           | J     | -        | -     | -       | .042       | 500 | 1 | OK   | 21/500
                RES-18   | value   | C1           | J     | -        | -     | -       | .036       | 500 | 1 | OK   | 18/500
                """);
    }

    @Test
    void aDistrictIsTheRatioOfTotalsOfThoseThatHandedIn() {
        MetricTable.check(rows(Resource.BOOKS, """
                        A1 | 2024 | J | 100 | books=1000
                        A2 | 2024 | J | 300 | books=6000
                        A3 | 2024 | J | 50  |
                        B1 | 2024 | J | 0   | books=900
                        """), row -> true, """
                schoolCode | districtCode | value | n   | k | leastSide | leastUnit | leftOutUnits | leftOutStudents | leastLeftOut | flag          | because
                A1         | C1           | 10    | 100 | 1 | 100       | 100       | 0            | 0               | -            | OK            | -
                A2         | C1           | 20    | 300 | 1 | 300       | 300       | 0            | 0               | -            | OK            | -
                A3         | C1           | -     | 0   | 0 | -         | -         | 0            | 0               | -            | MISSING_INPUT | no books handed in
                B1         | C2           | -     | 0   | 0 | -         | -         | 0            | 0               | -            | MISSING_INPUT | nobody to share them
                -          | C1           | 17.5  | 400 | 2 | 400       | 100       | 1            | 50              | 50           | OK            | 7000/400, not (10 + 20)/2
                -          | C2           | -     | 0   | 0 | -         | -         | 1            | 0               | -            | MISSING_INPUT | its only unit
                -          | T            | 17.5  | 400 | 2 | 400       | 100       | 2            | 50              | 50           | OK            | -
                """);
    }

    @Test
    void stagesAndYearsStandApartAndWhoHandedInNothingIsCounted() {
        MetricTable.check(
                rows(Resource.COMPUTERS, """
                        A1 | 2023 | J | 100 | computers=10
                        A1 | 2024 | J | 100 | computers=20
                        A1 | 2024 | P | 200 | computers=10
                        """), row -> row.districtCode().equals("T"), """
                schoolYear | stage | value | n   | k | leftOutUnits | because
                2023       | J     | 10    | 100 | 1 | 3            | A2, A3 and B1 teach J
                2024       | J     | 20    | 100 | 1 | 3            | -
                2024       | P     | 5     | 200 | 1 | 0            | nobody else teaches P
                """);
    }

    @Test
    void aPartThatIsLargerThanItsWholeGivesNoFigure() {
        MetricTable.check(
                rows(Resource.TEACHING_AREA_WITHOUT_SPORTS, """
                        A1 | 2024 | J | 100 | teaching_area=500 indoor_sports_area=500
                        A2 | 2024 | J | 100 | teaching_area=500 indoor_sports_area=501
                        A3 | 2024 | J | 100 | teaching_area=500
                        B1 | 2024 | J | -   | teaching_area=500 indoor_sports_area=1
                        """),
                row -> !row.schoolCode().isEmpty() || row.districtCode().equals("T"),
                """
                schoolCode | value | k | leftOutUnits | leftOutStudents | flag                | because
                A1         | 0     | 1 | 0            | 0               | OK                  | on the line: 0 is a figure
                A2         | -     | 0 | 0            | 0               | INCONSISTENT_SOURCE | 501 of 500
                A3         | -     | 0 | 0            | 0               | MISSING_INPUT       | one of two inputs
                B1         | -     | 0 | 0            | 0               | MISSING_INPUT       | no students
                -          | 0     | 1 | 3            | 200             | OK                  | -
                """);
    }

    @Test
    void whatLiesElsewhereIsNowhere() {
        assertThat(rows(Resource.BOOKS, "X9 | 2024 | J | 100 | books=1000")).isEmpty();
    }

    @Test
    void decimalsAddExactlyInAnyOrder() {
        String table = """
                A1 | 2024 | J | 3 | equipment_value=0.1
                A2 | 2024 | J | 3 | equipment_value=0.2
                A3 | 2024 | J | 4 | equipment_value=9999999999.99
                """;
        TownFacts facts = new TownFacts().resources(table);

        assertThat(MetricTable.one(
                                rowsOf(facts, Resource.EQUIPMENT),
                                row -> row.districtCode().equals("C1")
                                        && row.schoolCode().isEmpty())
                        .value())
                .isEqualTo(10000000000.29 / 10);
        assertThat(rowsOf(facts.shuffled(3), Resource.EQUIPMENT))
                .containsExactlyInAnyOrderElementsOf(rowsOf(facts, Resource.EQUIPMENT));
    }

    private static List<MetricValue> rows(Resource resource, String table) {
        return rowsOf(new TownFacts().resources(table), resource);
    }

    private static List<MetricValue> rowsOf(TownFacts facts, Resource resource) {
        return facts.rows(new ResourceIndicator(resource), town());
    }
}
