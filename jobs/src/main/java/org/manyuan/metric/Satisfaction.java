package org.manyuan.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Unit;

/**
 * SOC-01 社会认可度: the satisfied over those asked, of the surveys of a school year. A unit by its own; a group by its own, else by those
 * of its units; a county by its authority's own, else by those of its units, else by those of its groups; a district above by its
 * authority's own, else by those of its counties, each by what it has. n is those asked.
 * Source: METRICS B8; card SOC-01.
 */
final class Satisfaction implements TerritoryMetric {
    @Override
    public String id() {
        return "SOC-01";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        LedgerBook book = new LedgerBook(
                territory, facts, terms, entry -> entry.kind().equals("survey") && "satisfaction".equals(entry.item()));
        List<MetricValue> rows = new ArrayList<>();
        for (int year : book.years()) {
            List<LedgerEntry> surveys = book.of(year);
            Function<List<LedgerEntry>, MetricRow> row =
                    found -> row(book, found, terms).year(year);
            for (Unit unit : territory.units()) {
                List<LedgerEntry> own = LedgerBook.ofUnit(surveys, unit.schoolCode());
                if (!own.isEmpty()) {
                    rows.add(row.apply(own).unit(unit).row());
                }
            }
            Scopes scopes = Scopes.on(territory, SchoolYear.firstDay(year));
            for (EducationGroup group : territory.groups()) {
                Scope whole = scopes.whole(group);
                List<LedgerEntry> own = firstOf(
                        LedgerBook.ofGroupItself(surveys, group), LedgerBook.ofGroup(surveys, group, whole.codes()));
                if (!own.isEmpty()) {
                    rows.add(whole.place(row.apply(own))
                            .variant(group.kind())
                            .inputs(book.inputs(own).and(whole.membership()))
                            .flag(whole.approximate(), Flag.APPROXIMATE)
                            .row());
                }
            }
            Map<String, List<LedgerEntry>> byPlace = new TreeMap<>();
            for (LedgerEntry survey : surveys) {
                book.placeOf(survey).ifPresent(place -> byPlace.computeIfAbsent(place, any -> new ArrayList<>())
                        .add(survey));
            }
            for (String district : territory.districtCodes()) {
                List<LedgerEntry> own = ofDistrict(territory, byPlace, district);
                if (!own.isEmpty()) {
                    rows.add(row.apply(own).district(district).row());
                }
            }
        }
        return rows;
    }

    /** Its authority's own; else those of each district right below it, and its units', else its groups', that lie in none of them. */
    private static List<LedgerEntry> ofDistrict(
            Territory territory, Map<String, List<LedgerEntry>> byPlace, String district) {
        List<LedgerEntry> here = byPlace.getOrDefault(district, List.of());
        List<LedgerEntry> own = here.stream()
                .filter(survey -> survey.schoolCode() == null && survey.groupCode() == null)
                .toList();
        if (!own.isEmpty()) {
            return own;
        }
        List<LedgerEntry> ofUnits =
                here.stream().filter(survey -> survey.schoolCode() != null).toList();
        List<LedgerEntry> all = new ArrayList<>(firstOf(ofUnits, here));
        territory.districtCodes().stream()
                .filter(below -> territory.places(below).indexOf(district) == 1)
                .forEach(below -> all.addAll(ofDistrict(territory, byPlace, below)));
        return all;
    }

    @SafeVarargs
    private static List<LedgerEntry> firstOf(List<LedgerEntry>... choices) {
        return Stream.of(choices).filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }

    private MetricRow row(LedgerBook book, List<LedgerEntry> surveys, BuildTerms terms) {
        List<LedgerEntry> known = surveys.stream()
                .filter(survey -> survey.value() != null && survey.value2() != null)
                .toList();
        double satisfied = Exact.sum(known, LedgerEntry::value).doubleValue();
        BigDecimal sum = Exact.sum(known, LedgerEntry::value2);
        double asked = sum.doubleValue();
        RateCount count = new RateCount(Math.round(satisfied), Math.round(asked));
        boolean whole = satisfied == count.reached() && asked == count.of();
        return MetricRow.of(this, terms)
                .measure("share")
                .value(asked > 0 ? satisfied / asked : Double.NaN)
                .frame(Rules.CENSUS)
                .interval(Double.NaN, count.interval(), "wilson")
                .counts(count.of(), known.size())
                .behind(
                        Fewest.of(known.stream()
                                .mapToLong(one -> Math.round(Math.min(one.value(), one.value2() - one.value())))),
                        Fewest.of(known.stream().mapToLong(one -> Math.round(one.value2()))))
                .leftOut(LeftOut.units(surveys.size() - known.size()))
                .inputs(book.inputs(surveys))
                .flag(known.isEmpty(), Flag.MISSING_INPUT)
                .flag(!known.isEmpty() && asked <= 0, Flag.BASE_MISSING)
                .flag(!whole || known.stream().anyMatch(Exact::isBounded), Flag.APPROXIMATE)
                .flag(satisfied > asked, Flag.INCONSISTENT_SOURCE)
                .flag(count.of() < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
    }
}
