package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.Flag;
import org.manyuan.domain.IndicatorCorrelations;
import org.manyuan.domain.IndicatorCorrelations.Leaf;
import org.manyuan.domain.IndicatorCorrelations.Pair;
import org.manyuan.job.AssessGroups;
import org.manyuan.job.AssessedGroup;
import org.manyuan.job.AssessedGroup.Place;
import org.manyuan.job.AssessedGroup.Waiting;
import org.manyuan.job.TryWeights;

/** What is read of scores on a terminal, in both languages. */
class AssessTextTest {
    private static final IndicatorCorrelations NONE = new IndicatorCorrelations(List.of(), List.of());

    @Test
    void aPlannedSchemeIsAPreviewAndOneInForceIsNot() {
        AssessedGroup planned = group("G1", List.of(), List.of("planned", "draft"), "G2");
        AssessedGroup trial = group("G1", List.of(), List.of("trial"), "G2");

        assertThat(zh(told(planned, NONE))).startsWith("【预览，方案尚未施行】方案 s 第 1 版").contains("预览（方案尚未施行）、方案未定稿");
        assertThat(en(told(planned, NONE))).startsWith("[Preview: the scheme is not in force] Scheme s");
        assertThat(zh(told(trial, NONE)))
                .startsWith("方案 s 第 1 版")
                .contains("方案试行")
                .doesNotContain("预览");
    }

    @Test
    void whoWaitsIsListedWithTheDayFromWhichItCounts() {
        AssessedGroup group = group(
                "G1",
                List.of(new Waiting("S3", "东风学校", LocalDate.of(2025, 9, 1)), new Waiting("S4", "西关学校", null)),
                List.of(),
                "G2");
        AssessedGroup changed =
                new AssessedGroup("G2", "", "乙", 70.0, 1.0, null, Flag.OK, null, 3L, 1L, List.of(), List.of());

        assertThat(zh(told(group, NONE))).contains("尚未计入的学校", "G1 甲集团：东风学校（2025-09-01 起计入）、西关学校（计入之前退出）");
        assertThat(en(told(group, NONE)))
                .contains("东风学校 (counts from 2025-09-01), 西关学校 (leaves before it would count)");
        assertThat(zh(told(changed, NONE))).contains("G2 乙：1 所，成员关系已变，起计日期不详");
        assertThat(zh(told(group("G1", List.of(), List.of(), "G2"), NONE))).doesNotContain("尚未计入");
    }

    @Test
    void indicatorsStandWithTheirEffectiveWeightsAndWhatCountsDouble() {
        IndicatorCorrelations found = new IndicatorCorrelations(
                List.of(
                        new Leaf("N1", "差距", 0.4, 7, -0.0049, 0.000024, Flag.OK),
                        new Leaf("N2", "招生", 0.6, 4, null, null, Flag.K_TOO_SMALL)),
                List.of(new Pair("N1", "N2", 6, -0.954, true, Flag.OK)));
        String said = zh(told(group("G1", List.of(), List.of(), "G2"), found));

        assertThat(said.lines().map(line -> line.replaceAll(" +", " ")))
                .contains("N1 差距 0.40 0.00 7 0.00 1 −0.95", "N2 招生 0.60 — 4 — −0.95 1");
        assertThat(said).contains("可能重复计分", "N1 与 N2：r = −0.95（6 个对象）", "不足 5 个对象的");
        assertThat(en(told(group("G1", List.of(), List.of(), "G2"), found)))
                .contains("may count double", "N1 and N2: r = −0.95 (6 of them)");
    }

    @Test
    void withFewerThanFiveThereIsOnlyANote() {
        IndicatorCorrelations few =
                new IndicatorCorrelations(List.of(new Leaf("N1", "差距", 1, 4, null, null, Flag.K_TOO_SMALL)), List.of());

        assertThat(zh(told(group("G1", List.of(), List.of(), "G2"), few)))
                .contains("有得分的对象不足 5 个，不计算")
                .doesNotContain("有效权重为");
    }

    @Test
    void whatIsToldBesideTheScoresIsCountedByResult() {
        AssessGroups.Told told = new AssessGroups.Told(
                "s",
                1,
                2024,
                List.of(group("G1", List.of(), List.of(), "G2")),
                NONE,
                List.of(new AssessGroups.RuleResults("CN-R1", 5, 2, 1, 0)));

        assertThat(zh(told).lines().map(line -> line.replaceAll(" +", " ")))
                .contains("方案所列政策规则（同时公布，不计分），各种结果的条数：", "规则 符合 不符合 无法判定 不适用", "CN-R1 5 2 1 0");
    }

    @Test
    void aPlaceUnderOtherWeightsStandsBesideWhomItCannotBeToldFromToo() {
        TryWeights.Tried tried = new TryWeights.Tried(
                "s",
                1,
                2024,
                List.of(),
                List.of(new TryWeights.Moved(
                        group("G1", List.of(), List.of("planned"), "G2"),
                        group("G1", List.of(), List.of("planned"), "G7"))),
                List.of());
        String said = new AssessText(Words.in(Language.zh)).of(tried);

        assertThat(said).startsWith("试算其他权重：【预览，方案尚未施行】").contains("新位次不可区分");
        assertThat(said.lines().filter(line -> line.startsWith("G1")).map(line -> line.replaceAll(" +", " ")))
                .containsExactly("G1 甲集团 80.00 80.00 0.00 1（1–2） G2 1（1–2） G7");
    }

    private static AssessedGroup group(String code, List<Waiting> waiting, List<String> marks, String alike) {
        return new AssessedGroup(
                code,
                "",
                "甲集团",
                80.0,
                1.0,
                null,
                Flag.OK,
                new Place(1, 5, 1, 1, 2, 1, 0.9, List.of(alike)),
                3L,
                (long) waiting.size(),
                waiting,
                marks);
    }

    private static AssessGroups.Told told(AssessedGroup group, IndicatorCorrelations found) {
        return new AssessGroups.Told("s", 1, 2024, List.of(group), found, List.of());
    }

    private static String zh(AssessGroups.Told told) {
        return new AssessText(Words.in(Language.zh)).of(List.of(told));
    }

    private static String en(AssessGroups.Told told) {
        return new AssessText(Words.in(Language.en)).of(List.of(told));
    }
}
