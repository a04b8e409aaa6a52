package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdoptionInferenceTest {
    private final AdoptionPanel golden = GoldenPanel.panel();
    private final GroupTimeEffects effects = GroupTimeEffects.of(golden, Controls.NEVER_TREATED, 5);

    @Test
    void anAverageOfYearsIsTheMeanOfItsYears() {
        AdoptionAverages averages = new AdoptionAverages(effects);
        assertThat(averages.calendar().keySet()).containsExactly(2020, 2021, 2022, 2023, 2024);
        double mean = averages.calendar().values().stream()
                .mapToDouble(Effect::value)
                .average()
                .orElseThrow();
        assertThat(averages.calendarOverall().value()).isCloseTo(mean, within(1e-15));
        // one cohort alone in a year: its own effect, and no chance of shares
        Effect first = averages.calendar().get(2020);
        Effect cell = GroupTimeEffectsTest.cell(effects, 2020, 2020).effect();
        assertThat(first.value()).isEqualTo(cell.value());
        assertThat(first.influence()).containsExactly(cell.influence(), within(1e-15));
    }

    @Test
    void theSharesOfCohortsBringChanceOfTheirOwn() {
        // effects of 0 and 10 without any chance in the outcome: what is left is the chance of the shares
        List<AdoptionUnit> units = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int cohort = i < 10 ? 2021 : i < 20 ? 2022 : AdoptionUnit.NEVER;
            units.add(AdoptionUnit.of("U" + i, "U" + i, cohort, 5, i < 10 ? 15 : 5, i < 10 ? 15 : 5));
        }
        AdoptionPanel panel = AdoptionPanel.of(new int[] {2020, 2021, 2022}, units);
        Effect start = new AdoptionAverages(GroupTimeEffects.of(panel, Controls.NEVER_TREATED, 5))
                .event()
                .get(0);
        assertThat(start.value()).isEqualTo(5);
        // p = a/(a+b) of 20 treated units: 10·√(p(1−p)/20)
        assertThat(AdoptionInference.byUnit(panel).standardError(start))
                .isCloseTo(10 * Math.sqrt(.25 / 20), within(1e-14));
    }

    @Test
    void unitsThatAllMovedAlikeTellNothingOfChance() {
        SplittableRandom random = new SplittableRandom(7);
        for (int gain = 0; gain < 2; gain++) {
            List<AdoptionUnit> units = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                double start = random.nextDouble(-2, 2);
                boolean joins = i < 10;
                double later = start + .1 + (joins ? .3 * gain : 0);
                int firstYear = joins ? 2022 : AdoptionUnit.NEVER;
                units.add(AdoptionUnit.of("U" + i, "G" + i % 15, firstYear, start, start, later));
            }
            AdoptionPanel panel = AdoptionPanel.of(new int[] {2020, 2021, 2022}, units);
            Effect effect = new AdoptionAverages(GroupTimeEffects.of(panel, Controls.NEVER_TREATED, 5)).groupOverall();
            AdoptionInference inference = AdoptionInference.byCluster(panel);
            assertThat(effect.value()).isCloseTo(.3 * gain, within(gain == 0 ? 0 : 1e-14));
            assertThat(inference.standardError(effect)).isZero();
            assertThat(inference.welch(effect).se()).isZero();
            assertThat(inference.welch(effect).p()).isNaN();
        }
    }

    @Test
    void clustersOfOneUnitAreTheUnits() {
        List<AdoptionUnit> alone = GoldenPanel.units().stream()
                .map(unit -> AdoptionUnit.of(unit.key(), unit.key(), unit.firstYear(), unit.outcome()))
                .toList();
        AdoptionPanel panel = AdoptionPanel.of(GoldenPanel.YEARS, alone);
        Effect simple = new AdoptionAverages(GroupTimeEffects.of(panel, Controls.NEVER_TREATED, 5)).simple();
        assertThat(AdoptionInference.byCluster(panel).standardError(simple))
                .isEqualTo(AdoptionInference.byUnit(panel).standardError(simple));
        assertThat(AdoptionInference.byUnit(golden).draws()).isEqualTo(120);
        assertThat(AdoptionInference.byCluster(golden).draws()).isEqualTo(36);
    }

    @Test
    void aCohortInOneClusterHasNoClusteredError() {
        List<AdoptionUnit> units = GoldenPanel.units().stream()
                .map(unit -> AdoptionUnit.of(
                        unit.key(),
                        unit.firstYear() == 2021 ? "K04" : unit.cluster(),
                        unit.firstYear(),
                        unit.outcome()))
                .toList();
        AdoptionPanel panel = AdoptionPanel.of(GoldenPanel.YEARS, units);
        GroupTimeEffects effects = GroupTimeEffects.of(panel, Controls.NEVER_TREATED, 5);
        AdoptionInference byCluster = AdoptionInference.byCluster(panel);
        AdoptionAverages averages = new AdoptionAverages(effects);
        assertThat(byCluster.standardError(averages.group().get(2021))).isNaN();
        assertThat(byCluster.standardError(averages.group().get(2022))).isPositive();
        assertThat(byCluster.standardError(averages.simple())).isNaN();
        assertThat(byCluster.interval(averages.simple()).exists()).isFalse();
        assertThat(byCluster.allZero(effects.before()).p()).isNaN();
        assertThat(byCluster.wild(averages.simple(), 99, 1).interval().exists()).isFalse();
        SimultaneousBand band = byCluster.band(List.copyOf(averages.group().values()), 99, 1);
        assertThat(band.intervals().get(1).exists()).isFalse();
        assertThat(band.intervals().get(2).exists()).isTrue();
        assertThat(AdoptionInference.byUnit(panel).standardError(averages.simple()))
                .isPositive();
    }

    @Test
    void theTestOfAllBeingZeroIsTheSquareOfOneAlone() {
        AdoptionInference inference = AdoptionInference.byUnit(golden);
        GroupTimeEffect one = effects.before().get(0);
        double z = one.effect().value() / inference.standardError(one.effect());
        WaldTest test = inference.allZero(List.of(one));
        assertThat(test.statistic()).isCloseTo(z * z, within(1e-12));
        assertThat(test.p()).isCloseTo(inference.p(one.effect()), within(1e-12));
    }

    @Test
    void aCohortAgainstTheNeverTreatedIsWelchsComparison() {
        AdoptionInference inference = AdoptionInference.byUnit(golden);
        Welch ours =
                inference.welch(GroupTimeEffectsTest.cell(effects, 2020, 2021).effect());
        Welch theirs = Welch.of(changes(2020), changes(AdoptionUnit.NEVER));
        assertThat(ours.delta()).isCloseTo(theirs.delta(), within(1e-14));
        assertThat(ours.se()).isCloseTo(theirs.se(), within(1e-14));
        assertThat(ours.df()).isCloseTo(theirs.df(), within(1e-9));
        Effect simple = new AdoptionAverages(effects).simple();
        assertThat(inference.welch(simple).se())
                .as("an average of cohorts of 12 and more")
                .isBetween(inference.standardError(simple), 1.05 * inference.standardError(simple));
        assertThat(inference.welch(Effect.NONE).interval(.95).exists()).isFalse();
    }

    @Test
    void hotellingsTestOfOneEffectIsWelchs() {
        AdoptionInference inference = AdoptionInference.byCluster(golden);
        GroupTimeEffect one = effects.before().get(1);
        assertThat(inference.allZero(List.of(one)).smallSampleP())
                .isCloseTo(inference.welch(one.effect()).p(), within(1e-10));
        WaldTest all = inference.allZero(effects.before());
        assertThat(all.smallSampleP()).isGreaterThan(all.p());
        assertThat(FisherF.upperTail(FisherF.quantile(.95, 3, 7), 3, 7)).isCloseTo(.05, within(1e-12));
    }

    @Test
    void theBandOfWelchIsTheBandOfLargeSamplesStretched() {
        List<Effect> all = effects.known().stream().map(GroupTimeEffect::effect).toList();
        AdoptionInference inference = AdoptionInference.byUnit(golden);
        SimultaneousBand band = inference.band(all, 999, 1);
        for (int k = 0; k < all.size(); k++) {
            Welch welch = inference.welch(all.get(k));
            double reach = StudentT.quantile(Normal.cdf(band.criticalValue()), welch.df()) * welch.se();
            assertThat(band.welch().get(k).hi()).isCloseTo(all.get(k).value() + reach, within(1e-12));
        }
    }

    @Test
    void aCohortDrawnNoOftenerThanItHasYearsBeforeIsNotTestedByHotelling() {
        // four clusters of 2022 vary in three ways, as many as the cohort has years before; three do not
        assertThat(AdoptionInference.byCluster(golden).allZero(effects.before()).smallSampleP())
                .isPositive();
        assertThat(beforeWithClustersOf2022(4).smallSampleP()).isPositive();
        WaldTest three = beforeWithClustersOf2022(3);
        assertThat(three.smallSampleP()).isNaN();
        assertThat(three.p()).as("chi-square does not notice").isPositive();
    }

    @Test
    void clustersOfSeveralCohortsAreOneStratum() {
        // the clusters of 2020 are joined one by one to clusters of 2021
        List<AdoptionUnit> units = GoldenPanel.units().stream()
                .map(unit -> AdoptionUnit.of(
                        unit.key(),
                        unit.cluster()
                                .replace("K01", "K04")
                                .replace("K02", "K05")
                                .replace("K03", "K06"),
                        unit.firstYear(),
                        unit.outcome()))
                .toList();
        AdoptionPanel panel = AdoptionPanel.of(GoldenPanel.YEARS, units);
        AdoptionInference joined = AdoptionInference.byCluster(panel);
        GroupTimeEffects effects = GroupTimeEffects.of(panel, Controls.NEVER_TREATED, 5);
        Effect cell = GroupTimeEffectsTest.cell(effects, 2020, 2021).effect();
        Welch apart = AdoptionInference.byCluster(golden)
                .welch(GroupTimeEffectsTest.cell(this.effects, 2020, 2021).effect());
        assertThat(joined.draws()).isEqualTo(33);
        assertThat(joined.welch(cell).se())
                .as("three clusters of the cohort either way")
                .isCloseTo(apart.se(), within(1e-12));
        assertThat(joined.welch(cell).df()).isCloseTo(apart.df(), within(1e-9));
    }

    private static WaldTest beforeWithClustersOf2022(int clusters) {
        List<AdoptionUnit> units = GoldenPanel.units().stream()
                .map(unit -> AdoptionUnit.of(
                        unit.key(),
                        unit.firstYear() == 2022
                                ? "L" + Integer.parseInt(unit.key().substring(1)) % clusters
                                : unit.cluster(),
                        unit.firstYear(),
                        unit.outcome()))
                .toList();
        AdoptionPanel panel = AdoptionPanel.of(GoldenPanel.YEARS, units);
        return AdoptionInference.byCluster(panel)
                .allZero(GroupTimeEffects.of(panel, Controls.NEVER_TREATED, 5).before());
    }

    private Moments changes(int cohort) {
        return Moments.pool(GoldenPanel.units().stream()
                .filter(unit -> unit.firstYear() == cohort)
                .map(unit -> new Moments(1, unit.outcome()[3] - unit.outcome()[1], 0))
                .toList());
    }

    @Test
    void effectsThatRepeatOneAnotherCannotBeTestedTogether() {
        AdoptionInference inference = AdoptionInference.byUnit(golden);
        GroupTimeEffect one = effects.before().get(0);
        assertThat(inference.allZero(List.of(one, one))).isEqualTo(WaldTest.none(2));
        assertThat(inference.allZero(List.of())).isEqualTo(WaldTest.none(0));
    }

    @Test
    void theBandHasTheErrorsOfTheFormulaAndAWiderReach() {
        List<Effect> all = effects.known().stream().map(GroupTimeEffect::effect).toList();
        AdoptionInference inference = AdoptionInference.byUnit(golden);
        SimultaneousBand band = inference.band(all, 9_999, 20240901);
        for (int k = 0; k < all.size(); k++) {
            double se = inference.standardError(all.get(k));
            assertThat(band.standardErrors()[k]).as("METRICS D: bootstrap, 5 %").isCloseTo(se, within(.05 * se));
            assertThat(band.intervals().get(k).hi())
                    .isCloseTo(all.get(k).value() + band.criticalValue() * band.standardErrors()[k], within(1e-15));
        }
        double bonferroni = Normal.quantile(1 - .025 / all.size());
        assertThat(band.criticalValue()).isBetween(2.5, bonferroni + .15);
        assertThat(inference.band(all.subList(0, 1), 9_999, 1).criticalValue())
                .as("one effect alone")
                .isBetween(Normal.Z95, 2.05);
        assertThat(inference.band(all, 99, 1).criticalValue())
                .isNotEqualTo(inference.band(all, 99, 2).criticalValue());
    }

    @Test
    void anEffectWithoutVarianceHasNoBand() {
        Effect still = new Effect(1, new double[golden.size()], 5);
        SimultaneousBand band = AdoptionInference.byUnit(golden).band(List.of(still), 99, 1);
        assertThat(band.criticalValue()).isNaN();
        assertThat(band.intervals()).containsExactly(Interval.NONE);
        assertThat(AdoptionInference.byUnit(golden).p(still)).isNaN();
    }

    @Test
    void fewClustersReachAboutAsFarAsStudentSays() {
        // ten equal clusters that vary by chance alone: t on 9 degrees of freedom asks for 2.26, on 199 for 1.97
        assertThat(reach(10)).isBetween(2.1, 2.5);
        assertThat(reach(200)).isBetween(1.88, 2.06);
    }

    @Test
    void weightsHaveMeanZeroAndVarianceOne() {
        long[] labels = new SplittableRandom(1).longs(50).toArray();
        for (HashedWeight kind : HashedWeight.values()) {
            double sum = 0;
            double squares = 0;
            for (int b = 0; b < 4_000; b++) {
                for (double weight : kind.draw(labels, b)) {
                    sum += weight;
                    squares += weight * weight;
                }
            }
            assertThat(sum / 200_000).as(kind + " mean").isCloseTo(0, within(.008));
            assertThat(squares / 200_000).as(kind + " variance").isCloseTo(1, within(.01));
        }
    }

    private static double reach(int clusters) {
        SplittableRandom random = new SplittableRandom(5);
        double total = 0;
        for (int sample = 0; sample < 40; sample++) {
            double[] sums = new double[clusters];
            Arrays.setAll(sums, c -> random.nextGaussian());
            total += WildBootstrap.of(0, sums, random.longs(clusters).toArray(), 999)
                    .criticalValue();
        }
        return total / 40;
    }
}
