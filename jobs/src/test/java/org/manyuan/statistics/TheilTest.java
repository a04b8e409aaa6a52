package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TheilTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"2023,D1", "2023,D2", "2023,ALL", "2024,D1", "2024,D2", "2024,ALL"})
    void agreesWithTheGoldenIndices(int year, String district) {
        List<Golden.Unit> units = Golden.units(year, district);
        List<StudentTerms> terms = terms(units);
        StudentTerms all = terms.stream().reduce(StudentTerms.EMPTY, StudentTerms::merge);
        double[] x = Golden.means(units);
        double[] w = Golden.weights(units);
        String key = year + "." + district;
        Golden.agrees(Theil.t(x, w), key + ".theilT_schoolmeans");
        Golden.agrees(Theil.l(x, w), key + ".theilL_schoolmeans");
        Golden.agrees(all.t(), key + ".theilT_students");
        Golden.agrees(all.l(), key + ".theilL_students");
        Golden.agrees(Theil.withinT(terms), key + ".theilT_within_school");
        Golden.agrees(Theil.withinL(terms), key + ".theilL_within_school");
    }

    @ParameterizedTest
    @ValueSource(ints = {2023, 2024})
    void agreesWithTheGoldenChainOfThreeLevels(int year) {
        List<Golden.Unit> units = Golden.units(year, "ALL");
        double[] x = Golden.means(units);
        double[] w = Golden.weights(units);
        Partition district =
                Partition.of(units.stream().map(Golden.Unit::district).toList());
        Partition group =
                Partition.of(units.stream().map(TheilTest::groupOrItself).toList());
        Partition whole = Partition.whole(units.size());
        Partition each = Partition.each(units.size());
        String key = year + ".theilT.";
        Golden.agrees(Theil.betweenT(whole, district, x, w), key + "between_district");
        Golden.agrees(Theil.betweenT(district, group, x, w), key + "between_group_within_district");
        Golden.agrees(Theil.betweenT(group, each, x, w), key + "between_school_within_group");
        Golden.agrees(Theil.withinT(terms(units)), key + "within_school");
    }

    @ParameterizedTest
    @ValueSource(ints = {2023, 2024})
    void thePartsOfEachChainAddToThePupilsIndex(int year) {
        List<Golden.Unit> units = Golden.units(year, "ALL");
        double[] x = Golden.means(units);
        double[] w = Golden.weights(units);
        StudentTerms all = terms(units).stream().reduce(StudentTerms.EMPTY, StudentTerms::merge);
        Partition whole = Partition.whole(units.size());
        Partition each = Partition.each(units.size());
        Partition district =
                Partition.of(units.stream().map(Golden.Unit::district).toList());
        Partition group =
                Partition.of(units.stream().map(TheilTest::groupOrItself).toList());
        for (List<Partition> chain : List.of(
                List.of(whole, district, each), List.of(whole, group, each), List.of(whole, district, group, each))) {
            double t = Theil.withinT(terms(units));
            double l = Theil.withinL(terms(units));
            for (int level = 1; level < chain.size(); level++) {
                t += Theil.betweenT(chain.get(level - 1), chain.get(level), x, w);
                l += Theil.betweenL(chain.get(level - 1), chain.get(level), x, w);
            }
            assertThat(t).isCloseTo(all.t(), within(1e-12));
            assertThat(l).isCloseTo(all.l(), within(1e-12));
        }
    }

    @Test
    void reproducesThePublishedExample() {
        // METRICS D2.3 prints it as T; by the formulas of B1 it is L (see schemas/CLARIFICATIONS.md)
        double[] x = {10, 10, 10, 20, 50};
        double[] one = {1, 1, 1, 1, 1};
        assertThat(Theil.t(x, one)).isCloseTo(.5 * Math.log(2.5) - .3 * Math.log(2), within(1e-15));
        assertThat(Theil.l(x, one)).isCloseTo(.2326301620, within(5e-11));
    }

    @Test
    void aZeroAddsNothingToTAndEndsL() {
        double[] w = {1, 1};
        assertThat(Theil.t(new double[] {0, 4}, w)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(Theil.l(new double[] {0, 4}, w)).isNaN();
        StudentTerms withZero = StudentTerms.of(new int[] {0, 4}, new long[] {1, 1}, 1);
        assertThat(withZero.t()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(withZero.l()).isNaN();
    }

    @Test
    void negativeValuesNoUnitsAndAllZerosHaveNoIndex() {
        double[] none = {};
        assertThat(Theil.t(new double[] {-1, 4}, new double[] {1, 1})).isNaN();
        assertThat(Theil.l(new double[] {-1, 4}, new double[] {1, 1})).isNaN();
        assertThat(Theil.t(none, none)).isNaN();
        assertThat(Theil.t(new double[] {0, 0}, new double[] {1, 1})).isNaN();
        assertThat(StudentTerms.EMPTY.t()).isNaN();
        assertThat(Theil.withinT(List.of())).isNaN();
    }

    @Test
    void oneUnitAndEqualUnitsAreEqual() {
        assertThat(Theil.t(new double[] {7}, new double[] {3})).isZero();
        assertThat(Theil.l(new double[] {7, 7}, new double[] {3, 9})).isZero();
    }

    @Test
    void doesNotDependOnTheScoreStep() {
        StudentTerms points = StudentTerms.of(new int[] {40, 60, 90}, new long[] {3, 5, 2}, 1);
        StudentTerms halves = StudentTerms.of(new int[] {80, 120, 180}, new long[] {3, 5, 2}, 0.5);
        assertThat(halves.t()).isCloseTo(points.t(), within(1e-15));
        assertThat(halves.l()).isCloseTo(points.l(), within(1e-15));
        assertThat(Theil.t(new double[] {20, 30}, new double[] {1, 2}))
                .isCloseTo(Theil.t(new double[] {2, 3}, new double[] {10, 20}), within(1e-15));
    }

    @Test
    void leavingOneOutFromTheTotalsIsTheSameAsLeavingItOut() {
        double[] x = {81.6, 70.4, 0, 60.7, 80.1};
        double[] w = {60, 40, 35, 12, 55};
        double[] slow =
                Jackknife.leaveOneOut(5, stay -> Theil.t(DispersionTest.pick(x, stay), DispersionTest.pick(w, stay)));
        assertThat(Theil.tLeaveOneOut(x, w)).containsExactly(slow, within(1e-14));
    }

    @Test
    void leavingOneOutOfManyNearlyEqualUnitsKeepsItsDigits() {
        double d = 1e-4;
        double[] x = new double[151];
        double[] w = new double[151];
        for (int j = 0; j < 151; j++) {
            x[j] = j == 150 ? 70 : 70 * (j % 2 == 0 ? 1 + d : 1 - d);
            w[j] = 300;
        }
        // half at 1 + d, half at 1 − d: T = d²/2 + d⁴/12 + …
        double t = d * d / 2 + Math.pow(d, 4) / 12;
        assertThat(Theil.tLeaveOneOut(x, w)[150]).isCloseTo(t, within(1e-11 * t));
    }

    @Test
    void unitsThatDifferByRoundingAreEqual() {
        double[] x = {60.1, Math.nextUp(60.1), 60.1};
        double[] w = {30, 47, 11};
        assertThat(Theil.t(x, w)).isZero();
        assertThat(Theil.tLeaveOneOut(x, w)).containsOnly(0);
    }

    @Test
    void aGroupThatCrossesADistrictBreaksTheChain() {
        Partition district = Partition.of(List.of("D1", "D1", "D2"));
        Partition group = Partition.of(List.of("G1", "G2", "G2"));
        assertThat(group.isNestedIn(district)).isFalse();
        assertThatThrownBy(() -> Theil.betweenT(district, group, new double[] {1, 2, 3}, new double[] {1, 1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an inner part crosses an outer border: these two cannot stand in one chain");
    }

    private static String groupOrItself(Golden.Unit unit) {
        return unit.group().isEmpty() ? unit.school() : unit.group();
    }

    private static List<StudentTerms> terms(List<Golden.Unit> units) {
        return units.stream().map(Golden.Unit::terms).toList();
    }
}
