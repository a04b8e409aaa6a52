package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.manyuan.statistics.AdoptionUnit.NEVER;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.manyuan.statistics.GroupTimeEffect.Gap;

class GroupTimeEffectsTest {
    private static final int[] FOUR = {2020, 2021, 2022, 2023};

    @Test
    void countsByHandOnSixUnits() {
        // 2022 joins at +10 and stays; the others rise by 1, 2 or 3 a year
        AdoptionPanel panel = AdoptionPanel.of(
                FOUR,
                List.of(
                        AdoptionUnit.of("a", "a", 2022, 50, 51, 62, 63),
                        AdoptionUnit.of("b", "b", 2022, 40, 43, 56, 59),
                        AdoptionUnit.of("c", "c", 2023, 60, 61, 62, 70),
                        AdoptionUnit.of("d", "d", 2023, 70, 73, 76, 80),
                        AdoptionUnit.of("e", "e", NEVER, 30, 32, 34, 36),
                        AdoptionUnit.of("f", "f", NEVER, 20, 21, 22, 23)));
        GroupTimeEffects never = GroupTimeEffects.of(panel, Controls.NEVER_TREATED, 2);
        GroupTimeEffects notYet = GroupTimeEffects.of(panel, Controls.NOT_YET_TREATED, 2);
        // 2022 in 2022 against 2021: (11 + 13)/2 less (2 + 1)/2, or less (1 + 3 + 2 + 1)/4
        assertThat(cell(never, 2022, 2022).effect().value()).isEqualTo(12 - 1.5);
        assertThat(cell(notYet, 2022, 2022).effect().value()).isEqualTo(12 - 1.75);
        assertThat(cell(notYet, 2022, 2022).controls()).isEqualTo(4);
        // in 2023 the cohort of 2023 is under treatment: back to the never treated; base stays 2021
        assertThat(cell(notYet, 2022, 2023).effect().value()).isEqualTo(14 - 3);
        assertThat(cell(notYet, 2022, 2023).baseYear()).isEqualTo(2021);
        // the year before: against the year before that
        assertThat(cell(never, 2022, 2021).effect().value()).isEqualTo(2 - 1.5);
        assertThat(cell(never, 2022, 2021).eventTime()).isEqualTo(-1);
        // variance: Σ over sides of Σ(Δ − mean)²/n_side² = (1 + 1)/4 + (.25 + .25)/4
        assertThat(AdoptionInference.byUnit(panel)
                        .standardError(cell(never, 2022, 2022).effect()))
                .isCloseTo(Math.sqrt(2 / 4.0 + .5 / 4), within(1e-15));
    }

    @Test
    void aYearWithoutResultsIsSteppedOver() {
        AdoptionPanel panel = AdoptionPanel.of(new int[] {2018, 2019, 2022, 2023}, units(2021, NEVER, 5));
        List<GroupTimeEffect> cells =
                GroupTimeEffects.of(panel, Controls.NEVER_TREATED, 5).cells();
        assertThat(cells).extracting(GroupTimeEffect::year).containsExactly(2019, 2022, 2023);
        assertThat(cells).extracting(GroupTimeEffect::baseYear).containsExactly(2018, 2019, 2019);
        assertThat(cells).extracting(GroupTimeEffect::eventTime).containsExactly(-2, 1, 2);
    }

    @Test
    void unitsTreatedFromTheStartAreDroppedAndCounted() {
        List<AdoptionUnit> units = new ArrayList<>(units(2022, NEVER, 6));
        AdoptionPanel without = AdoptionPanel.of(FOUR, units);
        units.add(AdoptionUnit.of("early", "early", 2019, 1, 2, 3, 4));
        units.add(AdoptionUnit.of("first", "first", 2020, 5, 5, 5, 9));
        AdoptionPanel panel = AdoptionPanel.of(FOUR, units);
        assertThat(panel.treatedFromTheStart()).isEqualTo(2);
        assertThat(panel.size()).isEqualTo(12);
        assertThat(values(panel, Controls.NOT_YET_TREATED, 5)).isEqualTo(values(without, Controls.NOT_YET_TREATED, 5));
    }

    @Test
    void aTreatmentAfterTheLastYearIsNoTreatmentYet() {
        assertThat(values(AdoptionPanel.of(FOUR, units(2022, 2024, 6)), Controls.NEVER_TREATED, 5))
                .isEqualTo(values(AdoptionPanel.of(FOUR, units(2022, NEVER, 6)), Controls.NEVER_TREATED, 5))
                .doesNotContain(Double.NaN);
    }

    @Test
    void aSmallCohortOrFewControlsHaveNoEffect() {
        List<AdoptionUnit> units = new ArrayList<>(units(2022, NEVER, 5));
        units.remove(0);
        GroupTimeEffects effects = GroupTimeEffects.of(AdoptionPanel.of(FOUR, units), Controls.NEVER_TREATED, 5);
        assertThat(effects.known()).isEmpty();
        assertThat(effects.cells()).hasSize(3).allMatch(cell -> cell.gap() == Gap.TOO_FEW_UNITS && cell.treated() == 4);
        assertThat(new AdoptionAverages(effects).simple().exists()).isFalse();
        assertThat(new AdoptionAverages(effects).groupOverall().exists()).isFalse();
        assertThat(new AdoptionAverages(effects).event()).isEmpty();
        // without a never treated unit only the not yet treated can be compared with
        AdoptionPanel all = AdoptionPanel.of(FOUR, units(2022, 2023, 5));
        assertThat(GroupTimeEffects.of(all, Controls.NEVER_TREATED, 5).known()).isEmpty();
        assertThat(GroupTimeEffects.of(all, Controls.NOT_YET_TREATED, 5).known())
                .extracting(GroupTimeEffect::cohort, GroupTimeEffect::year)
                .containsExactly(tuple(2022, 2021), tuple(2022, 2022), tuple(2023, 2021));
        assertThatThrownBy(() -> GroupTimeEffects.of(all, Controls.NOT_YET_TREATED, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a side of 1 units has no variance: ask for at least 2");
    }

    @Test
    void anEffectTakesTheUnitsThatHaveBothYears() {
        List<AdoptionUnit> units = new ArrayList<>(units(2022, NEVER, 6));
        AdoptionUnit gone = units.remove(0);
        AdoptionUnit holed = AdoptionUnit.of(
                gone.key(), gone.cluster(), gone.firstYear(), gone.outcome().clone());
        holed.outcome()[3] = Double.NaN;
        List<AdoptionUnit> withHole = new ArrayList<>(units);
        withHole.add(holed);
        AdoptionPanel panel = AdoptionPanel.of(FOUR, withHole);
        GroupTimeEffects pairs = GroupTimeEffects.of(panel, Controls.NEVER_TREATED, 5);
        GroupTimeEffects dropped = GroupTimeEffects.of(AdoptionPanel.of(FOUR, units), Controls.NEVER_TREATED, 5);
        assertThat(pairs.cells()).extracting(GroupTimeEffect::treated).containsExactly(6, 6, 5);
        Effect last = cell(pairs, 2022, 2023).effect();
        Effect same = cell(dropped, 2022, 2023).effect();
        assertThat(last.value()).isEqualTo(same.value());
        assertThat(AdoptionInference.byUnit(panel).standardError(last))
                .as("a unit that is not in a comparison adds nothing to its error")
                .isCloseTo(
                        AdoptionInference.byUnit(AdoptionPanel.of(FOUR, units)).standardError(same), within(1e-15));
        assertThat(panel.balanced().incomplete()).isEqualTo(1);
        assertThat(values(panel.balanced(), Controls.NEVER_TREATED, 5))
                .isEqualTo(values(AdoptionPanel.of(FOUR, units), Controls.NEVER_TREATED, 5));
    }

    @Test
    void theOrderOfUnitsDoesNotMoveABit() {
        List<AdoptionUnit> units = new ArrayList<>(GoldenPanel.units());
        AdoptionPanel panel = GoldenPanel.panel();
        Collections.reverse(units);
        AdoptionPanel reversed = AdoptionPanel.of(GoldenPanel.YEARS, units);
        assertThat(values(reversed, Controls.NOT_YET_TREATED, 5)).isEqualTo(values(panel, Controls.NOT_YET_TREATED, 5));
        assertThat(band(reversed).intervals()).isEqualTo(band(panel).intervals());
    }

    @Test
    void aPanelSaysWhatIsWrongWithIt() {
        refused("years of a panel ascend: sort them and drop doubles", new int[] {2020, 2020}, "a", "b", 2);
        refused("a unit stands twice: give one row a unit", new int[] {2020, 2021}, "a", "a", 2);
        refused(
                "a unit has other years than the panel: give one value a year, NaN where there is none",
                new int[] {2020, 2021},
                "a",
                "b",
                3);
        List<AdoptionUnit> uneven = List.of(
                AdoptionUnit.of("a", "a", NEVER, 1, 2),
                new AdoptionUnit("b", "b", NEVER, new double[2], new double[2][1]));
        assertThatThrownBy(() -> AdoptionPanel.of(new int[] {2020, 2021}, uneven))
                .hasMessage("units have different covariates: give each the same ones in every year");
    }

    @Test
    void anEmptyPanelHasNoEffects() {
        GroupTimeEffects effects = GroupTimeEffects.of(AdoptionPanel.of(FOUR, List.of()), Controls.NEVER_TREATED, 5);
        assertThat(effects.cells()).isEmpty();
        assertThat(TwoWayFixedEffects.of(effects.panel())).isNaN();
    }

    @Test
    void fixedEffectsAgreeWithTheOnlyComparisonThereIs() {
        // two years, one cohort: both are the difference of the differences
        AdoptionPanel panel = AdoptionPanel.of(
                new int[] {2020, 2021},
                List.of(
                        AdoptionUnit.of("a", "a", 2021, 5, 9),
                        AdoptionUnit.of("b", "b", 2021, 6, 8),
                        AdoptionUnit.of("c", "c", NEVER, 1, 2),
                        AdoptionUnit.of("d", "d", NEVER, 4, 4.5)));
        assertThat(TwoWayFixedEffects.of(panel))
                .isCloseTo(values(panel, Controls.NEVER_TREATED, 2).get(0), within(1e-14))
                .isCloseTo(3 - .75, within(1e-14));
    }

    private static void refused(String message, int[] years, String first, String second, int values) {
        List<AdoptionUnit> units = List.of(
                AdoptionUnit.of(first, "x", NEVER, new double[values]),
                AdoptionUnit.of(second, "x", NEVER, new double[values]));
        assertThatThrownBy(() -> AdoptionPanel.of(years, units))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    /** Two cohorts of equal size with chance in every value. */
    private static List<AdoptionUnit> units(int firstYear, int otherFirstYear, int each) {
        SplittableRandom random = new SplittableRandom(7);
        List<AdoptionUnit> units = new ArrayList<>();
        for (int i = 0; i < 2 * each; i++) {
            String key = "U" + i;
            units.add(AdoptionUnit.of(
                    key,
                    key,
                    i < each ? firstYear : otherFirstYear,
                    random.nextGaussian(),
                    random.nextGaussian(),
                    random.nextGaussian(),
                    random.nextGaussian()));
        }
        return units;
    }

    private static List<Double> values(AdoptionPanel panel, Controls controls, int smallest) {
        return GroupTimeEffects.of(panel, controls, smallest).cells().stream()
                .map(cell -> cell.effect().value())
                .toList();
    }

    private static SimultaneousBand band(AdoptionPanel panel) {
        List<Effect> effects = GroupTimeEffects.of(panel, Controls.NEVER_TREATED, 5).known().stream()
                .map(GroupTimeEffect::effect)
                .toList();
        return AdoptionInference.byCluster(panel).band(effects, 199, 1);
    }

    static GroupTimeEffect cell(GroupTimeEffects effects, int cohort, int year) {
        return effects.cells().stream()
                .filter(cell -> cell.cohort() == cohort && cell.year() == year)
                .findFirst()
                .orElseThrow();
    }
}
