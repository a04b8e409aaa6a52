package org.manyuan.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.Stage;
import org.manyuan.synthesis.CountyPlan.Group;
import org.manyuan.synthesis.Planted.KnownExchange;
import org.manyuan.synthesis.Planted.KnownIntake;

class SyntheticCountyTest {
    private static final CountyPlan PLAN = CountyPlan.of("linzi");
    private static final SyntheticCounty COUNTY = SyntheticCounty.of(PLAN, PLAN.seed());
    private static final HandedInScores SCORES = new HandedInScores(PLAN, COUNTY.files());

    @Test
    void holdsTheSevenPilotGroupsAndTwelveSchoolsOutside() {
        assertThat(PLAN.groups()).extracting(g -> g.members().size()).containsExactly(2, 4, 2, 2, 2, 1, 2);
        assertThat(PLAN.groups())
                .extracting(Group::form)
                .containsExactly("贯通培养型", "贯通培养型", "城乡共建型", "城乡共建型", "城乡共建型", "城乡共建型", "城乡共建型");
        assertThat(PLAN.schools()).hasSize(34);
        assertThat(grouped()).hasSize(22);
    }

    @Test
    void seniorLeadsSitNoExamOfTheirMembers() {
        for (String lead : List.of("3437930501", "3437930504")) {
            assertThat(PLAN.school(lead).stages()).containsExactly(Stage.S);
            assertThat(SCORES.of("J9-2024", "total")).doesNotContainKey(lead);
        }
    }

    @Test
    void staysSmallEnoughForADemo() {
        assertThat(SCORES.cells()).isBetween(60_000L, 120_000L);
    }

    @Test
    void everyRowSaysThatItIsSynthetic() {
        for (CountyFile file : COUNTY.files()) {
            int origin = Math.max(file.header().indexOf("origin"), file.header().indexOf("数据来源"));
            assertThat(file.rows().get()).as(file.name()).isNotEmpty().allSatisfy(row -> {
                assertThat(row).hasSameSizeAs(file.header());
                assertThat(row.get(origin)).isEqualTo("synthetic");
            });
        }
    }

    @Test
    void exchangePassesTenPercentInSixGroupsAndStaysBelowInOne() {
        for (KnownExchange known : COUNTY.planted().exchanges()) {
            double rate = (double) known.exchanged() / known.eligible();
            double backbone = (double) known.backbone() / known.exchanged();
            assertThat(rate > 0.10)
                    .as(known.toString())
                    .isEqualTo(!known.groupCode().equals("LZ06"));
            assertThat(backbone).as(known.toString()).isGreaterThanOrEqualTo(0.20);
        }
        assertThat(COUNTY.planted().exchanges()).hasSize(7 * 3);
    }

    @Test
    void theExchangeListHoldsThePlantedCountsAndNobodyTwiceAYear() {
        CountyFile file = file("teacher_exchange.csv");
        Map<String, List<List<String>>> byYear = file.rows().get().stream()
                .filter(row -> !row.get(0).startsWith("ERR") && !row.get(8).equals("跟岗"))
                .filter(row -> row.get(7).contains("/7/"))
                .collect(Collectors.groupingBy(
                        row -> row.get(3) + " " + row.get(6).substring(0, 4)));
        for (KnownExchange known : COUNTY.planted().exchanges()) {
            List<List<String>> rows = byYear.get(known.groupCode() + " " + known.schoolYear());
            assertThat(rows).as(known.toString()).hasSize(known.exchanged());
            assertThat(rows).extracting(row -> row.get(1)).doesNotHaveDuplicates();
            assertThat(rows)
                    .extracting(row -> row.get(8))
                    .filteredOn("挂职"::equals)
                    .hasSize(2);
        }
    }

    @Test
    void membersOfHalvingGroupsTakeInMoreAndTheirLeadsLess() {
        for (String group : List.of("LZ03", "LZ04", "LZ05")) {
            assertThat(growth(group, "member")).as(group).isGreaterThan(0.10);
            assertThat(growth(group, "lead")).as(group).isLessThan(-0.05);
        }
        for (String group : List.of("LZ06", "LZ07")) {
            assertThat(growth(group, "member")).as(group).isBetween(-0.08, 0.08);
        }
    }

    @Test
    void pupilsHaveNumbersThatPassTheCheckAndAreTheirsAlone() {
        Set<String> numbers = new HashSet<>();
        List<List<String>> rows = file("exam_score-J9-2024.xlsx").rows().get();
        for (List<String> row : rows) {
            String number = row.get(0);
            assertThat(number).matches("J370305\\d{11}[\\dX]");
            assertThat(number.charAt(18)).isEqualTo(Pupil.checkDigit(number.substring(1, 18)));
            assertThat(numbers.add(number)).isTrue();
        }
        List<List<String>> yearBefore = file("exam_score-J8-2023.csv").rows().get();
        assertThat(yearBefore.stream()
                        .map(row -> row.get(0))
                        .filter(numbers::contains)
                        .distinct())
                .as("those who sat J9 in 2024 sat J8 in 2023")
                .hasSize(rows.size());
    }

    /** GB 11643's own examples, METRICS A7. */
    @Test
    void theCheckDigitIsThatOfTheNationalStandard() {
        assertThat(Pupil.checkDigit("11010519491231002")).isEqualTo('X');
        assertThat(Pupil.checkDigit("44052418800101001")).isEqualTo('4');
    }

    @Test
    void schoolCodesFollowTheNationalPatternAndTheirType() {
        assertThat(PLAN.schools()).allSatisfy(school -> {
            assertThat(school.code())
                    .matches(
                            "(11|21|22|3[1-7]|4[12]|51|9[123])(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\\d{6}");
            String category = school.type().equals("342") ? "34" : school.type().substring(0, 2);
            assertThat(school.code()).startsWith(category + "37");
        });
        assertThat(PLAN.schools()).extracting(CountyPlan.School::code).doesNotHaveDuplicates();
    }

    @Test
    void plantsAsManyWrongLinesAsItSays() {
        Map<String, Set<String>> wrong = Map.of(
                "ABOVE_FULL_MARK", Set.of("720", "999"),
                "OFF_STEP", Set.of("87.3", "61.2"),
                "UNKNOWN_SCHOOL", Set.of("第九中学", "3137939999"),
                "AMBIGUOUS_SCHOOL", Set.of("齐陵中学"),
                "ENDS_BEFORE_BEGIN", Set.of("2022年3月1日", "ERR-01"),
                "TYPE", Set.of("2023年2月30日", "二百"),
                "CONFLICT", Set.of("ERR-03"));
        for (Planted.KnownFault fault : COUNTY.planted().faults()) {
            List<List<String>> rows = file(fault.file()).rows().get();
            long seen =
                    switch (fault.kind()) {
                        case "DUPLICATE" -> rows.size() - new HashSet<>(rows).size();
                        case "REQUIRED" ->
                            rows.stream().filter(row -> row.get(0).isEmpty()).count();
                        default ->
                            rows.stream()
                                    .filter(row -> row.stream().anyMatch(wrong.get(fault.kind())::contains))
                                    .count();
                    };
            assertThat(seen).as(fault.toString()).isEqualTo(fault.lines());
        }
        assertThat(COUNTY.planted().faults())
                .extracting(Planted.KnownFault::kind)
                .contains(
                        "ABOVE_FULL_MARK",
                        "OFF_STEP",
                        "UNKNOWN_SCHOOL",
                        "AMBIGUOUS_SCHOOL",
                        "ENDS_BEFORE_BEGIN",
                        "TYPE",
                        "CONFLICT",
                        "REQUIRED",
                        "DUPLICATE");
    }

    @Test
    void theSameSeedMakesTheSameRowsInAnyOrderAndAnotherSeedOthers() {
        SyntheticCounty again = SyntheticCounty.of(PLAN, PLAN.seed());
        for (int i = COUNTY.files().size() - 1; i >= 0; i--) {
            assertThat(again.files().get(i).rows().get())
                    .isEqualTo(COUNTY.files().get(i).rows().get());
        }
        assertThat(again.planted()).isEqualTo(COUNTY.planted());
        assertThat(SyntheticCounty.of(PLAN, 7).files().get(20).rows().get())
                .isNotEqualTo(COUNTY.files().get(20).rows().get());
    }

    @Test
    void aPlanWithAKeyThatNobodyKnowsIsRefusedWithItsLine() {
        byte[] plan = "region: x\ndistrict: \"1\"\nregoin: y\n".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CountyPlan.read(new ByteArrayInputStream(plan)))
                .hasMessageContaining("regoin")
                .hasMessageContaining("line: ");
    }

    @Test
    void anUnknownRegionIsRefused() {
        assertThatThrownBy(() -> CountyPlan.of("atlantis"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("atlantis");
    }

    private static double growth(String group, String role) {
        return intake(group, role, 2024) / intake(group, role, 2021) - 1;
    }

    private static double intake(String group, String role, int year) {
        return COUNTY.planted().intakes().stream()
                .filter(k -> k.groupCode().equals(group) && k.role().equals(role) && k.stage() == Stage.J)
                .filter(k -> k.schoolYear() == year)
                .mapToDouble(KnownIntake::intake)
                .sum();
    }

    private static Set<String> grouped() {
        Set<String> codes = new HashSet<>();
        PLAN.groups().forEach(group -> {
            codes.add(group.lead());
            codes.addAll(group.members().keySet());
        });
        return codes;
    }

    private static CountyFile file(String name) {
        return COUNTY.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file " + name));
    }
}
