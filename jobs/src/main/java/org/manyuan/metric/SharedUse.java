package org.manyuan.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.manyuan.contract.Checklists;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Unit;

/**
 * RES-23 设施共享率 and RES-24 数字资源共享率: uses of facilities, or of digital resources, by other units over all uses in a school year. An
 * entry without a number is one use. A unit is the owner. n is the uses. Source: METRICS B8; cards RES-23, RES-24.
 */
final class SharedUse implements TerritoryMetric {
    private final String id;
    private final Function<Checklists, Set<String>> items;

    private SharedUse(String id, Function<Checklists, Set<String>> items) {
        this.id = id;
        this.items = items;
    }

    /** Both. */
    static List<TerritoryMetric> all() {
        return List.of(
                new SharedUse("RES-23", Checklists::facilities), new SharedUse("RES-24", Checklists::digitalResources));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        Set<String> wanted = items.apply(terms.checklists());
        LedgerBook book = new LedgerBook(
                territory,
                facts,
                terms,
                entry -> entry.kind().equals("shared_use") && entry.item() != null && wanted.contains(entry.item()));
        List<MetricValue> rows = new ArrayList<>();
        for (int year : book.years()) {
            List<LedgerEntry> uses = book.of(year);
            for (Unit unit : territory.units()) {
                List<LedgerEntry> own = LedgerBook.ofUnit(uses, unit.schoolCode());
                if (!own.isEmpty()) {
                    rows.add(row(book, own, terms, year).unit(unit).row());
                }
            }
            Scopes scopes = Scopes.on(territory, SchoolYear.firstDay(year));
            for (EducationGroup group : territory.groups()) {
                Scope whole = scopes.whole(group);
                List<LedgerEntry> own = LedgerBook.ofGroup(uses, group, whole.codes());
                if (!own.isEmpty()) {
                    rows.add(whole.place(row(book, own, terms, year))
                            .variant(group.kind())
                            .inputs(book.inputs(own).and(whole.membership()))
                            .flag(whole.approximate(), Flag.APPROXIMATE)
                            .row());
                }
            }
            for (String district : territory.districtCodes()) {
                List<LedgerEntry> own = Stream.concat(
                                book.ofUnitsIn(uses, district).stream(), book.ofGroupsIn(uses, district).stream())
                        .toList();
                if (!own.isEmpty()) {
                    rows.add(row(book, own, terms, year).district(district).row());
                }
            }
        }
        return rows;
    }

    private MetricRow row(LedgerBook book, List<LedgerEntry> uses, BuildTerms terms, int year) {
        BigDecimal all = Exact.sum(uses, SharedUse::times);
        BigDecimal byOthers =
                Exact.sum(uses.stream().filter(SharedUse::isByOthers).toList(), SharedUse::times);
        long owners = uses.stream().map(LedgerEntry::schoolCode).distinct().count();
        return MetricRow.of(this, terms)
                .measure("share")
                .year(year)
                .value(all.signum() > 0 ? byOthers.doubleValue() / all.doubleValue() : Double.NaN)
                .counts(Math.round(all.doubleValue()), owners)
                .inputs(book.inputs(uses))
                .flag(all.signum() <= 0, Flag.BASE_MISSING)
                .flag(uses.stream().anyMatch(Exact::isBounded), Flag.APPROXIMATE);
    }

    private static boolean isByOthers(LedgerEntry use) {
        return use.otherSchoolCode() != null && !use.otherSchoolCode().equals(use.schoolCode());
    }

    private static Double times(LedgerEntry use) {
        return use.value() == null ? 1.0 : use.value();
    }
}
