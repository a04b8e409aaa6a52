package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.MetricValue;

/** Dispersion between units over resources: the metrics of scores on x_j/P_j weighted with P_j. */
class ResourceSetTest {
    /** METRICS D1.1, the worked example of the ministry's method: five schools, their students and books. */
    private static final String EXAMPLE = """
            A1 | 2024 | J | 45 | books=279
            A2 | 2024 | J | 37 | books=137
            A3 | 2024 | J | 89 | books=935
            A4 | 2024 | J | 76 | books=160
            A5 | 2024 | J | 55 | books=402
            """;

    @Test
    void theWorkedExampleOfTheMinistry() {
        Town town = town(5);

        assertThat(value(town, EXAMPLE, new CoefficientOfVariation(), "")).isCloseTo(.5152566299, within(5e-11));
        assertThat(value(town, EXAMPLE, new UnweightedCoefficientOfVariation(), ""))
                .isCloseTo(.5464622347, within(5e-11));
        assertThat(value(town, EXAMPLE, new UnweightedCoefficientOfVariation(), "ddof0"))
                .isCloseTo(.4887706816, within(5e-11));
        assertThat(MetricTable.one(
                                rows(town, EXAMPLE, new ResourceIndicator(Resource.BOOKS)),
                                row -> row.districtCode().equals("C1")
                                        && row.schoolCode().isEmpty())
                        .value())
                .as("the mean is the ratio of totals")
                .isCloseTo(6.334437086, within(5e-10));
    }

    @Test
    void rangesAndGiniOfTheSameExample() {
        Town town = town(5);

        MetricTable.check(rows(town, EXAMPLE, new RangeOfMeans()), books("C1"), """
                measure | variant | value  | leastSide | flag        | because
                RES-15  | -       | 4.9902 | 37        | OK          | 10.5056/2.1053
                RES-15  | p95_p5  | -      | 37        | K_TOO_SMALL | twenty units
                RES-15  | federal | -      | 37        | K_TOO_SMALL | -
                """);
        MetricTable.check(rows(town, EXAMPLE, new GiniCoefficient()), books("C1"), """
                measure | variant    | value | leastSide | leastUnit | flag
                RES-15  | -          | .2884 | 302       | 37        | K_TOO_SMALL
                RES-15  | normalised | .3605 | 302       | 37        | K_TOO_SMALL
                RES-15  | equal      | .2737 | 37        | 37        | K_TOO_SMALL
                """);
    }

    @Test
    void speaksOfEveryPlaceAndOfGroupsOnTheFirstOfSeptember() {
        Town town = town(3).unit("B1", "C2")
                .group("G", "C1", "A1 lead")
                .member("G", "A2", "member", "2024-09-01", null)
                .member("G", "A3", "member", "2024-09-02", null)
                .member("G", "B1", "member", "2010-09-01", "2024-09-01");

        MetricTable.check(
                rows(town, """
                        A1 | 2024 | J | 100 | books=1000
                        A2 | 2024 | J | 300 | books=6000
                        A3 | 2024 | J | 50  |
                        B1 | 2024 | J | 100 | books=0
                        """, new CoefficientOfVariation()),
                row -> row.measure().equals("RES-15"),
                """
                districtCode | groupCode | variant         | stage | value | n   | k | leftOutUnits | leftOutStudents | ciFrame | flag        | because
                C1           | -         | -               | J     | .2474 | 400 | 2 | 1            | 50              | schools | K_TOO_SMALL | √(100·7.5² + 300·2.5²)/√400/17.5
                C2           | -         | -               | J     | -     | 100 | 1 | 0            | 0               | schools | K_TOO_SMALL | one unit
                T            | -         | -               | J     | .5714 | 500 | 3 | 1            | 50              | schools | K_TOO_SMALL | 8/14: √((100·4² + 300·6² + 100·14²)/500) = 8
                C1           | G         | education_group | J     | .2474 | 400 | 2 | 0            | 0               | schools | K_TOO_SMALL | A3 joins a day late, B1 has left
                """);
    }

    @Test
    void theilsPartsAddToWhatLiesBetweenUnits() {
        Town town = town(4).unit("B1", "C2")
                .unit("B2", "C2")
                .group("G", "C1", "A1 lead, A2 member")
                .group("H", "C2", "B1 lead, B2 member");
        List<MetricValue> rows =
                rows(town, EXAMPLE.replace("A5", "B1") + "B2 | 2024 | J | 60 | books=120\n", new TheilIndex());

        for (String index : List.of("T", "L")) {
            double units = theil(rows, index.equals("T") ? "" : "L.between_unit");
            assertThat(units).isPositive();
            assertThat(theil(rows, "education_group/" + index + ".between_group")
                            + theil(rows, "education_group/" + index + ".between_unit_within_group"))
                    .isCloseTo(units, within(1e-12));
            assertThat(theil(rows, index + ".between_district")
                            + theil(rows, "education_group/" + index + ".between_group_within_district")
                            + theil(rows, "education_group/" + index + ".between_unit_within_group"))
                    .isCloseTo(units, within(1e-12));
        }
    }

    @Test
    void nobodyHasAnyOrNobodyKnows() {
        String nothing = """
                A1 | 2024 | J | 100 | books=0
                A2 | 2024 | J | 300 | books=0
                A3 | 2024 | J | 0   | computers=5
                """;

        for (TerritoryMetric metric :
                List.of(new CoefficientOfVariation(), new UnweightedCoefficientOfVariation(), new GiniCoefficient())) {
            assertThat(rows(town(3), nothing, metric).stream()
                            .filter(row -> row.measure().equals("RES-15")))
                    .isNotEmpty()
                    .allSatisfy(
                            row -> assertThat(row.value() + " " + row.flag()).isEqualTo("null ZERO_MEAN"));
            assertThat(rows(town(3), nothing, metric).stream()
                            .filter(row -> row.measure().equals("RES-14")))
                    .as("computers came in for a unit without students alone")
                    .isNotEmpty()
                    .allSatisfy(
                            row -> assertThat(row.value() + " " + row.flag()).isEqualTo("null MISSING_INPUT"));
        }
        assertThat(rows(town(3), nothing, new RangeOfMeans()).stream()
                        .filter(row ->
                                row.measure().equals("RES-15") && row.variant().isEmpty()))
                .allSatisfy(row -> assertThat(row.value() + " " + row.flag()).isEqualTo("null ZERO_MEAN"));
    }

    @Test
    void eightUnitsHaveAnInterval() {
        StringBuilder table = new StringBuilder();
        for (int unit = 1; unit <= 8; unit++) {
            table.append("A" + unit + " | 2024 | J | 100 | books=" + (900 + 40 * unit) + "\n");
        }
        List<MetricValue> rows = rows(town(8), table.toString(), new CoefficientOfVariation());
        MetricValue county = MetricTable.one(rows, books("C1"));

        assertThat(county.flag().name()).isEqualTo("OK");
        assertThat(county.ciMethod()).isEqualTo("log-jackknife");
        assertThat(county.ciLo()).isPositive().isLessThan(county.value());
        assertThat(county.ciHi()).isGreaterThan(county.value());
    }

    /** Doubling what everybody has changes no relative spread. */
    @Test
    void theUnitOfMeasureDoesNotMatter() {
        String doubled = EXAMPLE.replace("=279", "=558")
                .replace("=137", "=274")
                .replace("=935", "=1870")
                .replace("=160", "=320")
                .replace("=402", "=804");

        for (TerritoryMetric metric : List.of(
                new CoefficientOfVariation(),
                new UnweightedCoefficientOfVariation(),
                new RangeOfMeans(),
                new GiniCoefficient(),
                new TheilIndex())) {
            assertThat(value(town(5), doubled, metric, ""))
                    .as(metric.id())
                    .isCloseTo(value(town(5), EXAMPLE, metric, ""), within(1e-12));
        }
    }

    private static Town town(int units) {
        Town town = new Town();
        for (int unit = 1; unit <= units; unit++) {
            town.unit("A" + unit, "C1");
        }
        return town;
    }

    private static double theil(List<MetricValue> rows, String variant) {
        return MetricTable.one(rows, books("T").and(row -> row.variant().equals(variant)))
                .value();
    }

    private static double value(Town town, String table, TerritoryMetric metric, String variant) {
        return MetricTable.one(rows(town, table, metric), books("C1").and(row -> row.variant()
                        .equals(variant)))
                .value();
    }

    private static Predicate<MetricValue> books(String district) {
        return row -> row.measure().equals("RES-15")
                && row.districtCode().equals(district)
                && row.groupCode().isEmpty();
    }

    private static List<MetricValue> rows(Town town, String table, TerritoryMetric metric) {
        return new TownFacts().resources(table).rows(metric, town);
    }
}
