package org.manyuan.metric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Unit;

/**
 * TCH-01 交流轮岗率: persons with an exchange long enough that runs in the year, over persons on the roll who are eligible on
 * September 1. Of a unit those it sent; of a group and district the sums of their units, a person counted once. Source: METRICS A6;
 * card TCH-01.
 */
final class ExchangeRate implements TerritoryMetric {
    @Override
    public String id() {
        return "TCH-01";
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
                rows.add(rate(scope, book, terms));
            }
        }
        return rows;
    }

    private MetricValue rate(StaffScope scope, ExchangeBook book, BuildTerms terms) {
        Set<String> eligible = new HashSet<>();
        Set<String> used = new HashSet<>();
        List<Inputs> inputs = new ArrayList<>();
        boolean assumed = scope.approximate();
        for (Unit unit : scope.units()) {
            List<TeacherFact> roll = book.roll(scope.year(), unit.schoolCode()).stream()
                    .filter(teacher -> scope.takes(book.stage(teacher)))
                    .toList();
            boolean said = roll.stream().anyMatch(teacher -> teacher.exchangeEligible() != null);
            if (said && book.hasExchanges(scope.year(), unit)) {
                used.add(unit.schoolCode());
                assumed |= roll.stream().anyMatch(teacher -> teacher.exchangeEligible() == null);
                for (TeacherFact teacher : roll) {
                    inputs.add(ExchangeBook.inputs(teacher).from(unit.origin()));
                    if (Boolean.TRUE.equals(teacher.exchangeEligible())) {
                        eligible.add(teacher.teacherKey());
                    }
                }
            }
        }
        Set<String> exchanged = new HashSet<>();
        for (String code : used) {
            for (ExchangedPerson person : book.exchanged(scope.year(), code)) {
                if (scope.takes(person.stage())) {
                    exchanged.add(person.teacherKey());
                    inputs.add(person.inputs());
                    assumed |= person.assumedLength();
                }
            }
        }
        RateCount count = new RateCount(exchanged.size(), eligible.size());
        return scope.place(MetricRow.of(this, terms).measure("rate"))
                .value(count.share())
                .counts(count.of(), used.size())
                .leftOut(scope.leftOut(used.size()))
                .inputs(Inputs.all(inputs).and(scope.membership()))
                .frame(Rules.CENSUS)
                .interval(Double.NaN, count.interval(), "wilson")
                .flag(used.isEmpty(), Flag.MISSING_INPUT)
                .flag(!used.isEmpty() && count.of() == 0, Flag.BASE_MISSING)
                .flag(assumed, Flag.APPROXIMATE)
                .flag(!count.isPossible(), Flag.INCONSISTENT_SOURCE)
                .flag(count.of() < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL)
                .row();
    }
}
