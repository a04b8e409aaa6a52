package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class NearbyEnrollmentTest {
    @Test
    void dividesSumsAndLeavesOutWhatIsUnknown() {
        Town town = IntakeTest.town()
                .unit("U2", "C1")
                .group("G", "C1", "A1 lead, A2 member, A3 member, A4 member, U1 member")
                .member("G", "U2", "member", "2024-09-11", null);
        TownFacts facts = new TownFacts().enrollment("""
                        A1 | 2024 | J7 | 2024-09-10 | 100 | 90 | 81 | 80
                        A1 | 2024 | J8 | 2024-09-10 | 100 | -  | -  | 70
                        A2 | 2024 | J7 | 2024-09-10 | 50  | 40 | 41 | 50
                        A3 | 2024 | J7 | 2024-09-10 | 60  | 60 | -  | 60
                        A3 | 2024 | J8 | 2024-09-10 | 60  | -  | -  | -
                        U1 | 2024 | J7 | 2024-09-10 | 0   | 0  | 0  | 0
                        U2 | 2024 | J7 | 2024-09-10 | 20  | 20 | 5  | 5
                        """);
        MetricTable.check(
                facts.rows(new NearbyEnrollment(), town),
                row -> !row.districtCode().equals("T"),
                """
                schoolCode | groupCode | variant         | measure  | value | n   | k | leastSide | leastUnit | leftOutUnits | leftOutStudents | flag                | because
                A1         | -         | -               | students | .75   | 200 | 1 | 50        | 200       | 0            | 0               | OK                  | 150 of 200
                A1         | -         | -               | intake   | .90   | 90  | 1 | 9         | 90        | 0            | 0               | OK                  | the first grade's row alone
                A2         | -         | -               | students | 1     | 50  | 1 | 0         | 50        | 0            | 0               | OK                  | everybody
                A2         | -         | -               | intake   | 1.025 | 40  | 1 | -1        | 40        | 0            | 0               | INCONSISTENT_SOURCE | 41 of 40
                A3         | -         | -               | students | -     | 0   | 0 | -         | -         | 0            | 0               | MISSING_INPUT       | grade 8 does not say
                A3         | -         | -               | intake   | -     | 0   | 0 | -         | -         | 0            | 0               | MISSING_INPUT       | -
                U1         | -         | -               | students | -     | 0   | 1 | 0         | 0         | 0            | 0               | BASE_MISSING        | nobody is there
                U1         | -         | -               | intake   | -     | 0   | 1 | 0         | 0         | 0            | 0               | BASE_MISSING        | -
                U2         | -         | -               | students | .25   | 20  | 1 | 5         | 20        | 0            | 0               | N_TOO_SMALL         | -
                U2         | -         | -               | intake   | .25   | 20  | 1 | 5         | 20        | 0            | 0               | N_TOO_SMALL         | -
                -          | G         | education_group | students | .80   | 250 | 3 | 0         | 0         | 2            | 120             | OK                  | 200 of 250; A3 and A4 left out, U2 came the day after
                -          | G         | education_group | intake   | .9385 | 130 | 3 | -1        | 0         | 2            | 120             | INCONSISTENT_SOURCE | 122 of 130, A2 impossible
                -          | -         | -               | students | .7593 | 270 | 4 | 0         | 0         | 2            | 120             | OK                  | county C1
                -          | -         | -               | intake   | .8467 | 150 | 4 | -1        | 0         | 2            | 120             | INCONSISTENT_SOURCE | -
                """);
    }
}
