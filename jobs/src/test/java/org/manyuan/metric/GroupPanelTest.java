package org.manyuan.metric;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.MetricValue;

class GroupPanelTest {
    private static final String HEADER =
            "variant | measure | value | n | k | flag | leftOutUnits | leftOutStudents | because\n";

    @Test
    void aRenamedMemberIsStillTheSame() {
        Town town = town("M1").member("GA", "M1x", "member", "2024-08-01", null).totals("""
                E23 | M1  | 50 | 60 | 10
                E24 | M1x | 50 | 70 | 10
                """);
        check(town, """
                education_group/GAP-07/base_previous            | change | -    | -   | - | BASE_MISSING | 2 | 100 | without the succession M1 and M1x are two schools
                education_group/GAP-07/base_previous/as_of_base | change | -    | -   | - | BASE_MISSING | 2 | 100 |
                """);
        check(town.succession("M1", "M1x", "2024-08-01", "rename"), """
                education_group/GAP-07/base_previous            | change | -10.0 | 150 | 2 | OK | 0 | 0 | 80 − 60, then 80 − 70
                education_group/GAP-07/base_previous/as_of_base | change | -10.0 | 150 | 2 | OK | 0 | 0 |
                """);
    }

    @Test
    void mergedMembersArePooled() {
        check(
                town("M1", "M2")
                        .member("GA", "M3", "member", "2024-08-01", null)
                        .succession("M1", "M3", "2024-08-01", "merge")
                        .succession("M2", "M3", "2024-08-01", "merge")
                        .totals("""
                                E23 | M1 | 50  | 60 | 10
                                E23 | M2 | 150 | 64 | 10
                                E24 | M3 | 200 | 70 | 10
                                """),
                """
                education_group/GAP-07/base_previous            | change | -7.0 | 300 | 2 | OK | 0 | 0 | 63 is the mean of M1 and M2 by pupils
                education_group/GAP-07/base_previous/as_of_base | change | -7.0 | 300 | 2 | OK | 0 | 0 | both were members then
                """);
    }

    @Test
    void theOneOfTwoThatSatNothingMakesThemIncomparable() {
        check(
                town("M1", "M2")
                        .member("GA", "M3", "member", "2024-08-01", null)
                        .succession("M1", "M3", "2024-08-01", "merge")
                        .succession("M2", "M3", "2024-08-01", "merge")
                        .exam("E22", 2022, null, null)
                        .totals("""
                                E22 | M2 | 150 | 64 | 10
                                E23 | M1 | 50  | 60 | 10
                                E24 | M3 | 200 | 70 | 10
                                """),
                """
                education_group/GAP-07/base_previous            | change | - | - | - | BASE_MISSING | 1 | 200 | M2 taught the stage: E22 says so
                education_group/GAP-07/base_previous/as_of_base | change | - | - | - | BASE_MISSING | 1 | 200 |
                """);
    }

    @Test
    void thePartsOfASplitMemberAreOneUnit() {
        check(
                town("M1")
                        .member("GA", "S1", "member", "2024-08-01", null)
                        .member("GA", "S2", "member", "2024-08-01", null)
                        .succession("M1", "S1", "2024-08-01", "split")
                        .succession("M1", "S2", "2024-08-01", "split")
                        .totals("""
                                E23 | M1 | 100 | 60 | 10
                                E24 | S1 | 60  | 70 | 10
                                E24 | S2 | 40  | 65 | 10
                                """),
                """
                education_group/GAP-07/base_previous            | change | -8.0 | 200 | 2 | OK | 0 | 0 | 68 is the mean of S1 and S2 by pupils
                education_group/GAP-07/base_previous/as_of_base | change | -8.0 | 200 | 2 | OK | 0 | 0 |
                """);
    }

    @Test
    void whatHasPartsOutsideTheGroupOrInAnotherRoleIsLeftOut() {
        for (String role : List.of("", "lead")) {
            Town town = town("M1", "M4")
                    .member("GA", "M4", "member", "2024-08-01", null)
                    .member("GA", "S1", "member", "2024-08-01", null)
                    .succession("M1", "S1", "2024-08-01", "split")
                    .succession("M1", "S2", "2024-08-01", "split")
                    .totals("""
                            E23 | M1 | 100 | 60 | 10
                            E23 | M4 | 100 | 50 | 10
                            E24 | M4 | 100 | 60 | 10
                            E24 | S1 | 60  | 70 | 10
                            E24 | S2 | 40  | 65 | 10
                            """);
            if (!role.isEmpty()) {
                town.member("GA", "S2", role, "2024-08-01", null);
            }
            String students = role.isEmpty() ? "60" : "100";
            check(
                    town,
                    "education_group/GAP-07/base_previous | change | -10.0 | 200 | 2 | OK | 1 | " + students
                            + " | M4 alone: 30, then 20\n"
                            + "education_group/GAP-07/base_previous/as_of_base | change | -9.0 | 300 | 3 | OK | 0 | 0"
                            + " | M1 was a member: 25, then 16\n");
        }
    }

    @Test
    void whereNothingElseIsInTheGroupThereIsNoBase() {
        check(
                town("M1")
                        .member("GA", "S1", "member", "2024-08-01", null)
                        .succession("M1", "S1", "2024-08-01", "split")
                        .succession("M1", "S2", "2024-08-01", "split")
                        .totals("""
                                E23 | M1 | 100 | 60 | 10
                                E24 | S1 | 60  | 70 | 10
                                E24 | S2 | 40  | 65 | 10
                                """),
                """
                education_group/GAP-07/base_previous            | change | -   | -   | - | BASE_MISSING | 1 | 60 | no common paper is missing: the school is another
                education_group/GAP-07/base_previous/as_of_base | change | -8.0 | 200 | 2 | OK           | 0 | 0  | as M1 was a member
                """);
    }

    @Test
    void othersAreThePanelUnitsWithoutAPartInTheGroup() {
        Town town = town("M1")
                .member("GA", "M1x", "member", "2024-08-01", null)
                .succession("M1", "M1x", "2024-08-01", "recode")
                .succession("O1", "O1x", "2024-08-01", "recode")
                .totals("""
                        E23 | M1  | 50 | 60 | 10
                        E24 | M1x | 50 | 70 | 10
                        E23 | O1  | 50 | 70 | 10
                        E24 | O1x | 50 | 70 | 10
                        """);
        for (int j = 2; j <= 9; j++) {
            town.totals("E23 | O" + j + " | 50 | " + (60 + j) + " | 10");
            town.totals("E24 | O" + j + " | 50 | " + (60 + j) + " | 10");
        }
        MetricTable.check(
                town.rows(new NarrowingOfGap()),
                row -> row.schoolYear() == 2024
                        && row.variant().equals("education_group/GAP-08c/base_previous")
                        && row.measure().equals("change"),
                """
                ciFrame | n   | k  | flag | because
                census  | 500 | 10 | OK   | M1x and nine others; L is of the group
                schools | 500 | 10 | OK   | nine others moved against each other
                """);
    }

    @Test
    void aDistrictTakesThemToo() {
        Town town = new Town()
                .unit("S1", "C1")
                .unit("S2", "C2")
                .exam("E23", 2023, null, null)
                .exam("E24", 2024, null, null)
                .succession("A", "Ax", "2024-08-01", "rename")
                .succession("B", "D", "2024-08-01", "merge")
                .succession("C", "D", "2024-08-01", "merge")
                .succession("S", "S1", "2024-08-01", "split")
                .succession("S", "S2", "2024-08-01", "split")
                .totals("""
                        E23 | A  | 50  | 60 | 10
                        E24 | Ax | 50  | 70 | 10
                        E23 | B  | 50  | 50 | 10
                        E23 | C  | 50  | 60 | 10
                        E24 | D  | 100 | 65 | 10
                        E23 | S  | 100 | 80 | 10
                        E24 | S1 | 60  | 80 | 10
                        E24 | S2 | 40  | 75 | 10
                        """);
        MetricTable.check(town.rows(new ChangeOfSpread()), row -> row.measure().equals("cv_ratio"), """
                districtCode | value  | n   | k | leftOutUnits | leftOutStudents | because
                C1           | .8519  | 150 | 2 | 1            | 60              | 60, 55 then 70, 65; S has a part in C2
                T            | .4538  | 250 | 3 | 0            | 0               | 60, 55, 80 then 70, 65, 78
                """);
    }

    @Test
    void theSpreadInsideAGroupIsThatOfPanelUnits() {
        Town town = new Town()
                .group("GA", "C1", "M2 member")
                .member("GA", "M1", "member", "2010-09-01", "2024-08-01")
                .member("GA", "S1", "member", "2024-08-01", null)
                .member("GA", "S2", "member", "2024-08-01", null)
                .succession("M1", "S1", "2024-08-01", "split")
                .succession("M1", "S2", "2024-08-01", "split")
                .exam("E23", 2023, null, null)
                .exam("E24", 2024, null, null)
                .totals("""
                        E23 | M1 | 50 | 60 | 10
                        E23 | M2 | 50 | 70 | 10
                        E24 | S1 | 25 | 50 | 10
                        E24 | S2 | 25 | 70 | 10
                        E24 | M2 | 50 | 80 | 10
                        """);
        MetricTable.check(
                town.rows(new NarrowingOfGap()),
                row -> row.schoolYear() == 2024
                        && row.districtCode().equals("C1")
                        && row.variant().startsWith("education_group/GAP-20/base_previous")
                        && !row.variant().endsWith("/adjusted")
                        && row.measure().equals("change"),
                """
                variant                                         | value | n   | k | leftOutUnits | because
                education_group/GAP-20/base_previous            | 5.0   | 100 | 1 | 0            | 60 and 70, then 60 and 80: S1 and S2 are one
                education_group/GAP-20/base_previous/as_of_base | 5.0   | 100 | 1 | 0            |
                """);
    }

    /** Lead L with 100 pupils in both years; members until August 2024. */
    private static Town town(String... members) {
        Town town = new Town()
                .group("GA", "C1", "L lead")
                .exam("E23", 2023, null, null)
                .exam("E24", 2024, null, null)
                .totals("""
                        E23 | L | 100 | 80 | 10
                        E24 | L | 100 | 80 | 10
                        """);
        for (String member : members) {
            town.member("GA", member, "member", "2010-09-01", "2024-08-01");
        }
        return town;
    }

    private static void check(Town town, String table) {
        MetricTable.check(town.rows(new NarrowingOfGap()), GroupPanelTest::isOfPoints, HEADER + table);
    }

    private static boolean isOfPoints(MetricValue row) {
        return row.schoolYear() == 2024
                && row.measure().equals("change")
                && row.variant().startsWith("education_group/GAP-07/base_previous");
    }
}
