package org.manyuan.metric;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IntakeQualityGapTest {
    private static final IntakeQualityGap METRIC = new IntakeQualityGap();

    @Test
    void comparesLeadsAndMembersOnBaselinesOnly() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .group("GB", "C1", "B1 lead, B2 member")
                .baseline("B", 2024, LocalDate.of(2024, 9, 5))
                .exam("E", 2024)
                .scores("""
                        B | A1 | 20x60 20x80
                        B | A2 | 20x40 20x60
                        B | B2 | 20x40 20x60
                        E | A1 | 40x90
                        E | A2 | 40x10
                        """);

        MetricTable.check(town.rows(METRIC), row -> true, """
                groupCode | measure | ciFrame | examCode | value | ciMethod | n  | flag         | because
                GA        | gap     | census  | B        | 1.449 | normal   | 80 | OK           | 20 over √((12000 + 10667)/119)
                GA        | gap     | schools | B        | 1.449 | -        | 80 | K_TOO_SMALL  | three schools
                GA        | V       | census  | B        | 1.627 | delong   | 80 | OK           | √2·Φ⁻¹(.875)
                GB        | gap     | census  | B        | -     | -        | 40 | BASE_MISSING | the lead has no result
                GB        | gap     | schools | B        | -     | -        | 40 | BASE_MISSING |
                GB        | V       | census  | B        | -     | -        | 40 | BASE_MISSING |
                """);
    }

    @Test
    void hasNoRowWithoutABaseline() {
        MetricTable.check(
                new Town()
                        .group("GA", "C1", "A1 lead, A2 member")
                        .exam("E", 2024)
                        .scores("E | A1 | 50")
                        .rows(METRIC),
                row -> true,
                "value");
    }
}
