package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Unit;

/**
 * TCH-02 骨干占比: of the persons that TCH-01 counts as exchanged, the share who hold a title of county level or above. Source: METRICS
 * A6; card TCH-02.
 */
final class BackboneShare implements TerritoryMetric {
    @Override
    public String id() {
        return "TCH-02";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        ExchangeBook book = new ExchangeBook(territory, facts, terms);
        List<MetricValue> rows = new ArrayList<>();
        for (int year : book.years()) {
            for (StaffScope scope : StaffScope.all(territory, book, year)) {
                rows.add(share(scope, book, terms));
            }
        }
        return rows;
    }

    private MetricValue share(StaffScope scope, ExchangeBook book, BuildTerms terms) {
        List<String> known = scope.units().stream()
                .filter(unit -> book.hasExchanges(scope.year(), unit))
                .map(Unit::schoolCode)
                .toList();
        Map<String, ExchangedPerson> persons = new TreeMap<>();
        List<Inputs> inputs = new ArrayList<>();
        for (String code : known) {
            for (ExchangedPerson person : book.exchanged(scope.year(), code)) {
                if (scope.takes(person.stage())) {
                    persons.putIfAbsent(person.teacherKey(), person);
                    inputs.add(person.inputs());
                }
            }
        }
        long backbone = persons.values().stream()
                .filter(person -> Boolean.TRUE.equals(person.backbone()))
                .count();
        long unknown = persons.values().stream()
                .filter(person -> person.backbone() == null)
                .count();
        boolean assumed = scope.approximate()
                || unknown > 0
                || persons.values().stream().anyMatch(person -> person.assumedLength() || person.assumedBackbone());
        boolean silent = known.isEmpty() || (!persons.isEmpty() && unknown == persons.size());
        RateCount count = silent ? RateCount.NOBODY : new RateCount(backbone, persons.size());
        return scope.place(MetricRow.of(this, terms).measure("share"))
                .value(count.share())
                .counts(persons.size(), known.size())
                .leftOut(scope.leftOut(known.size()))
                .inputs(Inputs.all(inputs).and(scope.membership()))
                .frame(Rules.CENSUS)
                .interval(Double.NaN, count.interval(), "wilson")
                .flag(silent, Flag.MISSING_INPUT)
                .flag(!silent && persons.isEmpty(), Flag.BASE_MISSING)
                .flag(assumed, Flag.APPROXIMATE)
                .flag(persons.size() < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL)
                .row();
    }
}
