package org.manyuan.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;

/**
 * RES-20 优质资源增量: half the growth of backbone teachers and half the growth of seats of quality over all seats, of the members of a
 * group, of those of a kind in a district, of a unit. Seats of quality are all seats of a unit that is at standard in so many of RES-01
 * to 07 in each of its stages. Units that say it in both years; all stages together. Source: METRICS B8; card RES-20.
 */
final class QualityResources implements TerritoryMetric {
    @Override
    public String id() {
        return "RES-20";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        ResourceBook book = new ResourceBook(territory, facts.resources());
        NavigableMap<Integer, Set<String>> said = new TreeMap<>();
        for (Stage stage : book.stages()) {
            for (int year : book.years(stage)) {
                book.units(stage, year).forEach(unit -> said.computeIfAbsent(year, any -> new TreeSet<>())
                        .add(unit.schoolCode()));
            }
        }
        YearlyComparisons comparisons = new YearlyComparisons(territory, said);
        List<MetricValue> rows = new ArrayList<>();
        for (int year : comparisons.years()) {
            List<YearComparison> all = new ArrayList<>(comparisons.units(year));
            all.addAll(comparisons.members(year));
            all.forEach(one -> new Increment(territory, book, terms, one, year).addTo(rows));
        }
        return rows;
    }

    /** The increment of one row. */
    private final class Increment {
        private final Territory territory;
        private final ResourceBook book;
        private final BuildTerms terms;
        private final YearComparison one;
        private final int year;
        private final List<Inputs> inputs = new ArrayList<>();

        Increment(Territory territory, ResourceBook book, BuildTerms terms, YearComparison one, int year) {
            this.territory = territory;
            this.book = book;
            this.terms = terms;
            this.one = one;
            this.year = year;
        }

        void addTo(List<MetricValue> rows) {
            BigDecimal before = BigDecimal.ZERO;
            BigDecimal now = BigDecimal.ZERO;
            long withBackbone = 0;
            long seats = 0;
            long goodBefore = 0;
            long goodNow = 0;
            long withSeats = 0;
            for (String code : one.codes()) {
                BigDecimal then = backbone(code, one.baseYear());
                BigDecimal today = backbone(code, year);
                if (then != null && today != null) {
                    withBackbone++;
                    before = before.add(then);
                    now = now.add(today);
                }
                Long places = territory.unit(code).map(Unit::seats).orElse(null);
                Optional<Boolean> wasGood = isGood(code, one.baseYear());
                Optional<Boolean> isGood = isGood(code, year);
                if (places != null && wasGood.isPresent() && isGood.isPresent()) {
                    withSeats++;
                    seats += places;
                    goodBefore += wasGood.get() ? places : 0;
                    goodNow += isGood.get() ? places : 0;
                }
                rests(code);
            }
            double backbone =
                    before.signum() == 0 ? Double.NaN : now.subtract(before).doubleValue() / before.doubleValue();
            double good = seats == 0 ? Double.NaN : (double) (goodNow - goodBefore) / seats;
            rows.add(row("increment", (backbone + good) / 2, Math.min(withBackbone, withSeats)));
            rows.add(row("backbone", backbone, withBackbone));
            rows.add(row("seats", good, withSeats));
        }

        private MetricValue row(String measure, double value, long units) {
            long asked = new TreeSet<>(one.codes()).size();
            return one.place(MetricRow.of(QualityResources.this, terms).measure(measure))
                    .year(year)
                    .value(value)
                    .counts(units, units)
                    .leftOut(LeftOut.units(asked - units))
                    .inputs(Inputs.all(inputs).and(one.membership()))
                    .flag(Double.isNaN(value), Flag.BASE_MISSING)
                    .flag(one.approximate(), Flag.APPROXIMATE)
                    .row();
        }

        private void rests(String code) {
            for (int at : List.of(one.baseYear(), year)) {
                book.rows(code, at, book.stages()).forEach(fact -> inputs.add(book.inputs(fact)));
            }
            territory.unit(code).ifPresent(unit -> inputs.add(Inputs.of(unit.origin(), unit.seats() + "")));
        }

        /** Of all stages; null where one does not say it or there is no row. */
        private BigDecimal backbone(String code, int at) {
            List<BigDecimal> parts = book.rows(code, at, book.stages()).stream()
                    .map(ResourceFact::backboneTeachers)
                    .toList();
            return parts.isEmpty() || parts.stream().anyMatch(Objects::isNull)
                    ? null
                    : parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** Empty where what is known does not decide. A stage without a standard says nothing. */
        private Optional<Boolean> isGood(String code, int at) {
            List<ResourceFact> rows = book.rows(code, at, book.stages());
            boolean unknown = rows.stream().noneMatch(fact -> terms.quality().atLeast().values().stream()
                    .anyMatch(standard -> standard.containsKey(fact.stage())));
            for (ResourceFact fact : rows) {
                int met = 0;
                int open = 0;
                int asked = 0;
                for (Map.Entry<String, Map<Stage, Double>> standard :
                        terms.quality().atLeast().entrySet()) {
                    Double least = standard.getValue().get(fact.stage());
                    if (least != null) {
                        UnitResource unit = UnitResource.of(resource(standard.getKey()), fact, book.inputs(fact));
                        asked++;
                        open += unit.isKnown() ? 0 : 1;
                        met += unit.isKnown() && unit.value() >= least ? 1 : 0;
                    }
                }
                if (asked > 0 && met + open < terms.quality().least()) {
                    return Optional.of(false);
                }
                unknown |= asked > 0 && met < terms.quality().least();
            }
            return unknown ? Optional.empty() : Optional.of(true);
        }
    }

    private static Resource resource(String id) {
        return Arrays.stream(Resource.values())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
