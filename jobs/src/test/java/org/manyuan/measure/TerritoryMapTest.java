package org.manyuan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.District;
import org.manyuan.domain.Origin;

class TerritoryMapTest {
    private static final List<District> TREE = List.of(
            district("P", null, "province"),
            district("Q", "P", "city"),
            district("Q1", "Q", "county"),
            district("Q11", "Q1", "township"),
            district("K", "P", "county"),
            district("lost", "nowhere", "county"),
            district("m", "n", "county"),
            district("n", "m", "county"),
            district("o", "m", "county"));

    @Test
    void aDistrictLiesInItsAncestorOfTheLevel() {
        TerritoryMap map = new TerritoryMap(TREE, "city");
        assertThat(map.of("Q11")).as("two steps up").isEqualTo("Q");
        assertThat(map.of("Q")).as("itself of the level").isEqualTo("Q");
    }

    @Test
    void whereNoneIsOfTheLevelTheRootIsTheTerritory() {
        TerritoryMap map = new TerritoryMap(TREE, "city");
        assertThat(map.of("K")).as("a county right under the province").isEqualTo("P");
        assertThat(map.of("P")).as("above the level").isEqualTo("P");
        assertThat(map.of("lost")).as("its parent is not in the tree").isEqualTo("lost");
        assertThat(map.of("unknown")).as("not in the tree itself").isEqualTo("unknown");
    }

    @Test
    void districtsInACircleLieInItsLowestCode() {
        TerritoryMap map = new TerritoryMap(TREE, "city");
        assertThat(List.of(map.of("m"), map.of("n"), map.of("o"))).containsOnly("m");
    }

    private static District district(String code, String parent, String level) {
        return new District(code, code, parent, level, Origin.REPORTED);
    }
}
