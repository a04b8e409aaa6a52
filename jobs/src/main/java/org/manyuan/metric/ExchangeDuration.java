package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;
import org.manyuan.statistics.Quantile;

/**
 * TCH-05 交流时长: mean and median length, in years, of the exchanges of the kinds that count which end in the school year. A unit by those
 * it sent. n is the exchanges. Source: METRICS A6; card TCH-05.
 */
final class ExchangeDuration implements TerritoryMetric {
    private static final double DAYS_A_YEAR = 365.25;

    @Override
    public String id() {
        return "TCH-05";
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
            List<ExchangeSpell> ended = book.running(year).stream()
                    .filter(spell ->
                            spell.kind() != null && terms.exchangeKinds().contains(spell.kind()))
                    .filter(spell -> spell.endedOn() != null
                            && SchoolYear.of(spell.endedOn()) == year
                            && !spell.endedOn().isAfter(terms.asOf()))
                    .toList();
            for (StaffScope scope : StaffScope.all(territory, book, year)) {
                add(rows, scope, book, ended, terms);
            }
        }
        return rows;
    }

    private void add(
            List<MetricValue> rows, StaffScope scope, ExchangeBook book, List<ExchangeSpell> ended, BuildTerms terms) {
        List<String> known = scope.units().stream()
                .filter(unit -> book.hasExchanges(scope.year(), unit))
                .map(Unit::schoolCode)
                .toList();
        List<ExchangeSpell> own = ended.stream()
                .filter(spell -> known.contains(spell.fromSchoolCode()))
                .filter(spell -> scope.takes(stage(book, scope.year(), spell)))
                .toList();
        double[] years = own.stream()
                .mapToDouble(spell -> book.days(spell) / DAYS_A_YEAR)
                .sorted()
                .toArray();
        long days = own.stream().mapToLong(book::days).sum();
        MetricRow row = scope.place(MetricRow.of(this, terms))
                .counts(own.size(), known.size())
                .leftOut(scope.leftOut(known.size()))
                .inputs(Inputs.all(own.stream().map(ExchangeBook::inputs).toList())
                        .and(scope.membership())
                        .from(scope.origin()))
                .flag(known.isEmpty(), Flag.MISSING_INPUT)
                .flag(!known.isEmpty() && own.isEmpty(), Flag.BASE_MISSING)
                .flag(scope.approximate(), Flag.APPROXIMATE)
                .flag(own.size() < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
        rows.add(row.copy()
                .measure("mean")
                .value(own.isEmpty() ? Double.NaN : days / DAYS_A_YEAR / own.size())
                .row());
        rows.add(row.copy().measure("median").value(Quantile.median(years)).row());
    }

    private static Stage stage(ExchangeBook book, int year, ExchangeSpell spell) {
        return book.teacher(year, spell.teacherKey()).map(book::stage).orElse(null);
    }
}
