package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class BigClassesTest {
    @Test
    void countsFromTheLineOnAndLeavesOutWhatIsUnknown() {
        Town town = IntakeTest.town()
                .group("G", "C1", "A1 lead, A2 member, A4 member")
                .group("H", "alliance", "C1", null, "A1 member")
                .member("G", "A3", "member", "2024-09-02", null);
        TownFacts facts = new TownFacts().classes("""
                        A1 | 2024 | J7 | 55 56 65
                        A1 | 2024 | J8 | 66
                        A1 | 2024 | P1 | 40
                        A2 | 2024 | J7 | 30 30 30 30
                        A3 | 2024 | J7 | 70 70
                        A4 | 2024 | J7 | 60 -
                        U1 | 2024 | J7 | 0
                        """);
        MetricTable.check(
                facts.rows(new BigClasses(), town), row -> !row.districtCode().equals("T"), """
                schoolCode | groupCode | variant         | stage | measure   | value | n | k | leastSide | leftOutUnits | flag          | because
                A1         | -         | -               | J     | big       | .75   | 4 | 1 | 242       | 0            | OK            | 56 is big, 55 is not
                A1         | -         | -               | J     | super_big | .25   | 4 | 1 | 242       | 0            | OK            | 66 is very big, 65 is not
                A1         | -         | -               | P     | big       | 0     | 1 | 1 | 40        | 0            | OK            | -
                A1         | -         | -               | P     | super_big | 0     | 1 | 1 | 40        | 0            | OK            | -
                A2         | -         | -               | J     | big       | 0     | 4 | 1 | 120       | 0            | OK            | -
                A2         | -         | -               | J     | super_big | 0     | 4 | 1 | 120       | 0            | OK            | -
                A3         | -         | -               | J     | big       | 1     | 2 | 1 | 140       | 0            | OK            | -
                A3         | -         | -               | J     | super_big | 1     | 2 | 1 | 140       | 0            | OK            | -
                A4         | -         | -               | J     | big       | -     | 0 | 0 | -         | 0            | MISSING_INPUT | a class of unknown size
                A4         | -         | -               | J     | super_big | -     | 0 | 0 | -         | 0            | MISSING_INPUT | -
                U1         | -         | -               | J     | big       | 0     | 1 | 1 | 0         | 0            | OK            | an empty class is a class
                U1         | -         | -               | J     | super_big | 0     | 1 | 1 | 0         | 0            | OK            | -
                -          | G         | education_group | J     | big       | .375  | 8 | 2 | 120       | 1            | OK            | 3 of 8; A3 joined on September 2
                -          | G         | education_group | J     | super_big | .125  | 8 | 2 | 120       | 1            | OK            | -
                -          | G         | education_group | P     | big       | 0     | 1 | 1 | 40        | 0            | OK            | -
                -          | G         | education_group | P     | super_big | 0     | 1 | 1 | 40        | 0            | OK            | -
                -          | H         | alliance        | J     | big       | .75   | 4 | 1 | 242       | 0            | OK            | in two groups
                -          | H         | alliance        | J     | super_big | .25   | 4 | 1 | 242       | 0            | OK            | -
                -          | H         | alliance        | P     | big       | 0     | 1 | 1 | 40        | 0            | OK            | -
                -          | H         | alliance        | P     | super_big | 0     | 1 | 1 | 40        | 0            | OK            | -
                -          | -         | -               | J     | big       | .4545 | 11| 4 | 0         | 1            | OK            | county C1: 5 of 11
                -          | -         | -               | J     | super_big | .2727 | 11| 4 | 0         | 1            | OK            | -
                -          | -         | -               | P     | big       | 0     | 1 | 1 | 40        | 0            | OK            | -
                -          | -         | -               | P     | super_big | 0     | 1 | 1 | 40        | 0            | OK            | -
                """);
    }

    @Test
    void noClassNoRow() {
        MetricTable.check(new TownFacts().rows(new BigClasses(), IntakeTest.town()), row -> true, "measure | value");
    }
}
