package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftShareTest {
    @Test
    void agreesWithTheGoldenParts() {
        List<Golden.Unit> then = Golden.units(2023, "ALL");
        List<ShiftShare> parts = ShiftShare.of(
                Golden.counts(then),
                Golden.counts(Golden.units(2024, "ALL")),
                Partition.of(then.stream().map(Golden.Unit::district).toList()));
        for (int j = 0; j < then.size(); j++) {
            String key = "shiftshare." + then.get(j).school();
            Golden.agrees(parts.get(j).change(), key, 0, Golden.TEN_DIGITS);
            Golden.agrees(parts.get(j).national(), key, 1, Golden.TEN_DIGITS);
            Golden.agrees(parts.get(j).mix(), key, 2, Golden.TEN_DIGITS);
            Golden.agrees(parts.get(j).competitive(), key, 3, Golden.TEN_DIGITS);
        }
        ShiftShare all = parts.stream().reduce(ShiftShare.NONE, ShiftShare::plus);
        assertThat(all.mix()).as("strata add to nothing").isCloseTo(0, within(1e-12));
        assertThat(all.competitive()).isCloseTo(0, within(1e-12));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"A, 0, 27, 1, -3, 25", "B, 4, 24, -1, 32, 55", "C, 8, 114, 0, -29, 85"})
    void reproducesThePublishedRegions(
            String region, int from, double national, double mix, double competitive, double total) {
        // METRICS D2.9: four sectors in each of three regions
        long[] then = {90, 20, 10, 60, 60, 30, 30, 40, 250, 100, 110, 300};
        long[] now = {100, 40, 10, 55, 85, 55, 40, 35, 255, 115, 85, 390};
        Partition sectors = Partition.of(List.of("1", "2", "3", "4", "1", "2", "3", "4", "1", "2", "3", "4"));
        ShiftShare parts = ShiftShare.of(then, now, sectors).subList(from, from + 4).stream()
                .reduce(ShiftShare.NONE, ShiftShare::plus);
        assertThat(parts.national()).as(region).isCloseTo(national, within(1e-12));
        assertThat(parts.mix()).isCloseTo(mix, within(1e-12));
        assertThat(parts.competitive()).isCloseTo(competitive, within(1e-12));
        assertThat(parts.change()).isCloseTo(total, within(1e-12));
    }

    @Test
    void aNewUnitStandsApartAndIsInNoGrowth() {
        Partition one = Partition.whole(3);
        List<ShiftShare> parts = ShiftShare.of(new long[] {100, 0, 50}, new long[] {120, 40, 45}, one);
        assertThat(parts.get(1)).isEqualTo(new ShiftShare(0, 0, 0, 0, 40));
        assertThat(parts.get(0))
                .isEqualTo(ShiftShare.of(new long[] {100, 50}, new long[] {120, 45}, Partition.whole(2))
                        .get(0));
        assertThat(parts.stream().reduce(ShiftShare.NONE, ShiftShare::plus).change())
                .isCloseTo(55, within(1e-13));
    }

    @Test
    void aStratumOfNewUnitsAUnitThatClosedAndNoUnit() {
        List<ShiftShare> parts = ShiftShare.of(
                new long[] {0, 80, 20}, new long[] {40, 0, 30}, Partition.of(List.of("new", "old", "old")));
        assertThat(parts.get(0).newUnits()).isEqualTo(40);
        assertThat(parts.get(1).change()).isCloseTo(-80, within(1e-13));
        assertThat(ShiftShare.of(new long[0], new long[0], Partition.whole(0))).isEmpty();
    }

    @Test
    void refusesUnitsThatDoNotMatch() {
        assertThatThrownBy(() -> ShiftShare.of(new long[2], new long[2], Partition.whole(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 counts in the base year, 2 now, 3 strata: give one of each a unit");
    }
}
