package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.domain.District;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Origin;
import org.manyuan.domain.SchoolingSystem;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;

class TerritoryTest {
    @Test
    void countsAUnitInEveryPlaceDownToTheCounty() {
        Territory city = new Territory(
                "CITY",
                "city",
                List.of(
                        district("TOWN", "COUNTY", "township"),
                        district("COUNTY", "CITY", "county"),
                        district("CITY", "PROVINCE", "city"),
                        district("PROVINCE", null, "province"),
                        district("ELSEWHERE", "OTHER", "county")),
                List.of(unit("A", "TOWN"), unit("B", "COUNTY"), unit("C", "CITY"), unit("D", "NOWHERE")),
                List.of(),
                List.of(),
                List.of());

        assertThat(city.districtCodes()).containsExactly("CITY", "COUNTY");
        assertThat(city.places("TOWN")).containsExactly("COUNTY", "CITY");
        assertThat(city.places("CITY")).containsExactly("CITY");
        assertThat(city.places("NOWHERE")).as("unknown to the tree").containsExactly("CITY");
        assertThat(city.unitsIn("COUNTY")).extracting(Unit::schoolCode).containsExactly("A", "B");
        assertThat(city.unitsIn("CITY")).hasSize(4);
        assertThat(city.hasDistrictsBelow("CITY")).isTrue();
        assertThat(city.hasDistrictsBelow("COUNTY")).isFalse();
    }

    @ParameterizedTest(name = "{0} and {1}: {2}, {3}")
    @CsvSource({
        "370300, 370300, true, itself",
        "370300, 370305, true, a county of its tree",
        "370300, 370305001, true, a town of it",
        "370305, 370300, true, the city above it",
        "370305, 370000, true, the province above it",
        "370300, 370200, false, another city",
        "370300, 370783, false, another county",
        "370303, 370305, false, its neighbour",
        "CITY, 370300, false, no such code"
    })
    void tellsWhetherARegionOverlapsIt(String code, String region, boolean overlaps, String reason) {
        Territory territory = new Territory(
                code,
                "city",
                List.of(
                        district("370300", "370000", "city"),
                        district("370305", "370300", "county"),
                        district("370305001", "370305", "township"),
                        district("370783", "370700", "county")),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(territory.overlaps(region)).isEqualTo(overlaps);
    }

    @Test
    void standsAloneAsACounty() {
        Territory county = new Territory(
                "COUNTY",
                "county",
                List.of(district("COUNTY", "CITY", "county"), district("TOWN", "COUNTY", "township")),
                List.of(unit("A", "TOWN")),
                List.of(),
                List.of(),
                List.of());

        assertThat(county.districtCodes()).containsExactly("COUNTY");
        assertThat(county.places("TOWN")).containsExactly("COUNTY");
    }

    @Test
    void tellsWhoIsInAGroupOnADay() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member, A3 peer, A4 base")
                .group("GB", "C1", "A1 peer, A2 member")
                .group("GC", "C1", "")
                .member("GC", "A1", "lead", "2024-09-01", "2025-03-15")
                .member("GC", "ZZ", "member", "2024-09-01", null);
        for (int j = 1; j <= 4; j++) {
            town.unit("A" + j, "C1");
        }
        Territory territory = town.territory();

        LocalDate day = LocalDate.of(2025, 3, 14);
        Roster withLead = territory.roster(group(territory, "GA"), day);
        Roster withoutLead = territory.roster(group(territory, "GB"), day);

        assertThat(withLead.leads()).containsExactly("A1");
        assertThat(withLead.members()).as("peers only where there is no lead").containsExactly("A2");
        assertThat(withLead.all()).containsExactly("A1", "A2", "A3", "A4");
        assertThat(withoutLead.members()).containsExactly("A1", "A2");
        assertThat(territory.roster(group(territory, "GC"), day).all())
                .as("a unit of another territory is not here")
                .containsExactly("A1");
        assertThat(territory.roster(group(territory, "GC"), day.plusDays(1)).all())
                .as("the day of leaving is outside")
                .isEmpty();
    }

    private static EducationGroup group(Territory territory, String code) {
        return territory.groups().stream()
                .filter(group -> group.groupCode().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static District district(String code, String parent, String level) {
        return new District(code, code, parent, level, Origin.REPORTED);
    }

    private static Unit unit(String code, String district) {
        return new Unit(
                code,
                code,
                district,
                district,
                null,
                EnumSet.of(Stage.J),
                SchoolingSystem.SIX_THREE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Origin.REPORTED);
    }
}
