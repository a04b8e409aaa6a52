package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class QualityResourcesTest {
    /** Of a primary school of 1000: five at standard, each on the line; rooms and backbone teachers decide. */
    private static final String FIVE = " qualified_teachers=42 arts_sports_teachers=9 teaching_area=4500"
            + " indoor_sports_area=0 sports_area=7500 equipment_value=2000000";

    private static Town town() {
        return ExchangeRateTest.town()
                .with("A1", TownRecords.seats(1000))
                .with("A2", TownRecords.seats(600))
                .with("A3", TownRecords.seats(400))
                .group("G", "education_group", "C1", "2024-01-01", "A1 lead, A2 member, A3 member, A4 member");
    }

    @Test
    void isHalfTheGrowthOfBackboneAndHalfThatOfSeatsOfQuality() {
        MetricTable.check(
                new TownFacts()
                        .resources("A1 | 2023 | P | 1000 | backbone_teachers=10" + FIVE
                                + "\nA1 | 2024 | P | 1000 | backbone_teachers=10" + FIVE
                                + "\nA2 | 2023 | P | 1000 | backbone_teachers=4 multimedia_rooms=22" + FIVE
                                + "\nA2 | 2024 | P | 1000 | backbone_teachers=5 multimedia_rooms=23" + FIVE
                                + "\nA3 | 2023 | P | 1000 | backbone_teachers=0 multimedia_rooms=1 sports_area=1"
                                + "\nA3 | 2024 | P | 1000 | backbone_teachers=1 multimedia_rooms=1 sports_area=1"
                                + "\nA4 | 2024 | P | 1000 | backbone_teachers=9" + FIVE)
                        .rows(new QualityResources(), town()),
                row -> row.districtCode().equals("C1") && !row.variant().endsWith("founding"),
                """
                schoolCode | groupCode | variant         | measure   | value  | n    | k | leftOutUnits | flag         | because
                A1         | -         | -               | increment | .00    | 1000 | 1 | 0            | OK           | six of seven in both years
                A1         | -         | -               | backbone  | .00    | 10   | 1 | 0            | OK           | -
                A1         | -         | -               | seats     | .00    | 1000 | 1 | 0            | OK           | -
                A2         | -         | -               | increment | .625   | 600  | 1 | 0            | OK           | (1/4 + 1)/2
                A2         | -         | -               | backbone  | .25    | 4    | 1 | 0            | OK           | -
                A2         | -         | -               | seats     | 1      | 600  | 1 | 0            | OK           | five of seven, then six: 600 seats of 600
                A3         | -         | -               | increment | -      | 400  | 1 | 0            | BASE_MISSING | no backbone teacher before
                A3         | -         | -               | backbone  | -      | 0    | 1 | 0            | BASE_MISSING | -
                A3         | -         | -               | seats     | .00    | 400  | 1 | 0            | OK           | two below decide, whatever the rest is
                A4         | -         | -               | increment | -      | 0    | 0 | 1            | BASE_MISSING | nothing in 2023
                A4         | -         | -               | backbone  | -      | 0    | 0 | 1            | BASE_MISSING | -
                A4         | -         | -               | seats     | -      | 0    | 0 | 1            | BASE_MISSING | -
                -          | G         | education_group | increment | .550   | 1000 | 2 | 1            | OK           | members alone: (2/4 + 600/1000)/2
                -          | G         | education_group | backbone  | .50    | 4    | 2 | 1            | OK           | 4 to 6
                -          | G         | education_group | seats     | .60    | 1000 | 2 | 1            | OK           | 600 of 1000
                -          | -         | education_group | increment | .550   | 1000 | 2 | 1            | OK           | -
                -          | -         | education_group | backbone  | .50    | 4    | 2 | 1            | OK           | -
                -          | -         | education_group | seats     | .60    | 1000 | 2 | 1            | OK           | -
                """);
    }

    @Test
    void whatIsNotKnownDoesNotCountAsReached() {
        MetricTable.check(
                new TownFacts()
                        .resources("A2 | 2023 | P | 1000 | multimedia_rooms=22" + FIVE
                                + "\nA2 | 2024 | P | 1000 | multimedia_rooms=23" + FIVE)
                        .rows(new QualityResources(), town()),
                row -> row.schoolCode().equals("A2") && row.variant().isEmpty(),
                """
                measure   | value | k | flag         | because
                increment | -     | 0 | BASE_MISSING | -
                backbone  | -     | 0 | BASE_MISSING | never said
                seats     | -     | 0 | BASE_MISSING | five of seven, one unknown: it may be six
                """);
    }

    @Test
    void theBaseOfFoundingIsTheLastYearBeforeIt() {
        MetricTable.check(
                new TownFacts()
                        .resources("A2 | 2022 | P | 1000 | backbone_teachers=2"
                                + "\nA2 | 2023 | P | 1000 | backbone_teachers=4"
                                + "\nA2 | 2024 | P | 1000 | backbone_teachers=6")
                        .rows(new QualityResources(), town()),
                row -> row.groupCode().equals("G") && row.measure().equals("backbone"),
                """
                schoolYear | variant                       | baseYear | value | because
                2023       | education_group               | 2022     | 1.0   | -
                2024       | education_group               | 2023     | .50   | -
                2024       | education_group/base_founding | 2023     | .50   | September 1 of 2023 lies before the founding
                """);
    }

    @Test
    void theMergedStandAgainstWhatTheyWereTogether() {
        Town town = ExchangeRateTest.town()
                .with("A1", TownRecords.seats(300))
                .with("A2", TownRecords.seats(600))
                .with("A3", TownRecords.seats(1000))
                .group("G", "education_group", "C1", "2024-01-01", "A3 member")
                .succession("A1", "A3", "2024-08-01", "merge")
                .succession("A2", "A3", "2024-08-01", "merge");
        TownFacts facts = new TownFacts()
                .resources("A1 | 2023 | P | 1000 | backbone_teachers=2" + FIVE + " multimedia_rooms=23"
                        + "\nA2 | 2023 | P | 1000 | backbone_teachers=4 multimedia_rooms=22" + FIVE
                        + "\nA3 | 2024 | P | 1000 | backbone_teachers=9 multimedia_rooms=23" + FIVE);
        MetricTable.check(
                facts.rows(new QualityResources(), town), row -> row.groupCode().equals("G"), """
                variant                       | measure   | baseYear | value | n   | k | leftOutUnits | because
                education_group               | increment | 2023     | .639  | 900 | 1 | 0            | (1/2 + 7/9)/2
                education_group               | backbone  | 2023     | .50   | 6   | 1 | 0            | 6 to 9
                education_group               | seats     | 2023     | .778  | 900 | 1 | 0            | 300 of 900 were of quality, 1000 are
                education_group/base_founding | increment | 2023     | .639  | 900 | 1 | 0            | the base is that of A1 and A2
                education_group/base_founding | backbone  | 2023     | .50   | 6   | 1 | 0            |
                education_group/base_founding | seats     | 2023     | .778  | 900 | 1 | 0            |
                """);
    }
}
