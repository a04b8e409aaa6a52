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
 * to 07 in each of its stages. Panel units that say it in both years; all stages together. n is the base
 * year's teachers, or seats. Source: METRICS B8; card RES-20.
 */
final class QualityResources implements TerritoryMetric {
    @Override
    public String id() {
        return "RES-20";
    }

    @Override
    public int cardVersion() {
        return 2;
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
        YearlyComparisons comparisons = new YearlyComparisons(territory, null, said);
        List<MetricValue> rows = new ArrayList<>();
        for (int year : comparisons.years()) {
            List<YearComparison> all = new ArrayList<>(comparisons.units(year));
            all.addAll(comparisons.members(year));
            all.forEach(one -> new Increment(territory, book, terms, one, comparisons.panel(one.baseYear(), year), year)
                    .addTo(rows));
        }
        return rows;
    }

    /** The increment of one row. */
    private final class Increment {
        private final Territory territory;
        private final ResourceBook book;
        private final BuildTerms terms;
        private final YearComparison one;
        private final PanelUnits panel;
        private final int year;
        private final List<Inputs> inputs = new ArrayList<>();

        Increment(
                Territory territory,
                ResourceBook book,
                BuildTerms terms,
                YearComparison one,
                PanelUnits panel,
                int year) {
            this.territory = territory;
            this.book = book;
            this.terms = terms;
            this.one = one;
            this.panel = panel;
            this.year = year;
        }

        void addTo(List<MetricValue> rows) {
            BigDecimal before = BigDecimal.ZERO;
            BigDecimal now = BigDecimal.ZERO;
            long withBackbone = 0;
            Seats seatsBefore = Seats.NONE;
            Seats seatsNow = Seats.NONE;
            long withSeats = 0;
            for (PanelUnit unit : panel.of(one.codes())) {
                rests(unit.then(), one.baseYear());
                rests(unit.now(), year);
                if (unit.isInBoth() && unit.isNowWithin(one.codes())) {
                    BigDecimal then = backbone(unit.then(), one.baseYear());
                    BigDecimal today = backbone(unit.now(), year);
                    if (then != null && today != null) {
                        withBackbone++;
                        before = before.add(then);
                        now = now.add(today);
                    }
                    Seats were = seats(unit.then(), one.baseYear());
                    Seats are = seats(unit.now(), year);
                    if (were != null && are != null) {
                        withSeats++;
                        seatsBefore = seatsBefore.plus(were);
                        seatsNow = seatsNow.plus(are);
                    }
                }
            }
            double backbone =
                    before.signum() == 0 ? Double.NaN : now.subtract(before).doubleValue() / before.doubleValue();
            double good =
                    seatsBefore.all == 0 ? Double.NaN : (double) (seatsNow.good - seatsBefore.good) / seatsBefore.all;
            rows.add(row("increment", (backbone + good) / 2, seatsBefore.all, Math.min(withBackbone, withSeats)));
            rows.add(row("backbone", backbone, before.longValue(), withBackbone));
            rows.add(row("seats", good, seatsBefore.all, withSeats));
        }

        private MetricValue row(String measure, double value, long base, long units) {
            Set<String> asked = new TreeSet<>(one.codes());
            long silent =
                    asked.stream().filter(code -> panel.of(code).isEmpty()).count();
            return one.place(MetricRow.of(QualityResources.this, terms).measure(measure))
                    .year(year)
                    .value(value)
                    .counts(base, units)
                    .leftOut(LeftOut.units(silent + panel.of(asked).size() - units))
                    .inputs(Inputs.all(inputs).and(one.membership()))
                    .flag(Double.isNaN(value), Flag.BASE_MISSING)
                    .flag(one.approximate(), Flag.APPROXIMATE)
                    .row();
        }

        private void rests(List<String> codes, int at) {
            for (String code : codes) {
                book.rows(code, at, book.stages()).forEach(fact -> inputs.add(book.inputs(fact)));
                territory.unit(code).ifPresent(unit -> inputs.add(Inputs.of(unit.origin(), unit.seats() + "")));
            }
        }

        /** Of the parts of a panel unit, all stages; null where one does not say it or there is no row. */
        private BigDecimal backbone(List<String> codes, int at) {
            List<BigDecimal> parts = codes.stream()
                    .flatMap(code -> book.rows(code, at, book.stages()).stream())
                    .map(ResourceFact::backboneTeachers)
                    .toList();
            return parts.isEmpty() || parts.stream().anyMatch(Objects::isNull)
                    ? null
                    : parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** Of the parts of a panel unit; null where one has no known seats, or it is not decided whether they are of quality. */
        private Seats seats(List<String> codes, int at) {
            Seats sum = Seats.NONE;
            for (String code : codes) {
                Long places = territory.unit(code).map(Unit::seats).orElse(null);
                Optional<Boolean> good = isGood(code, at);
                if (places == null || good.isEmpty()) {
                    return null;
                }
                sum = sum.plus(new Seats(places, good.get() ? places : 0));
            }
            return sum;
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

    /** Seats, and those of them that are of quality. */
    private record Seats(long all, long good) {
        static final Seats NONE = new Seats(0, 0);

        Seats plus(Seats other) {
            return new Seats(all + other.all, good + other.good);
        }
    }

    private static Resource resource(String id) {
        return Arrays.stream(Resource.values())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
