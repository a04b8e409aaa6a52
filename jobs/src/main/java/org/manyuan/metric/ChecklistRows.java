package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Unit;

/**
 * The rows of a checklist in a school year: the share of what should be there that is there, and how much of it is missing. A district
 * adds up the groups of a kind whose authority lies in it. A full count without interval; n is what should be there.
 */
final class ChecklistRows {
    private final Metric metric;
    private final Territory territory;
    private final BuildTerms terms;
    private final String reading;
    private final List<MetricValue> rows = new ArrayList<>();

    /**
     * What was found of one group or unit.
     *
     * @param there how many of the list are there
     * @param asked how many the list has; 0: there is no list
     * @param handedIn whether anything was handed in that could be on it
     */
    record Found(long there, long asked, boolean handedIn, Inputs inputs) {
        /** Whether it counts in a district. */
        boolean isKnown() {
            return handedIn && asked > 0;
        }

        private Flag flag() {
            if (!handedIn) {
                return Flag.MISSING_INPUT;
            }
            return asked == 0 ? Flag.BASE_MISSING : Flag.OK;
        }
    }

    /** Says what was found of a group in a year. */
    interface OfGroup {
        Found find(EducationGroup group, int year);
    }

    /** @param reading the last part of the variants: a list other than the standard one; empty for that */
    ChecklistRows(Metric metric, Territory territory, BuildTerms terms, String reading) {
        this.metric = metric;
        this.territory = territory;
        this.terms = terms;
        this.reading = reading;
    }

    List<MetricValue> rows() {
        return rows;
    }

    void unit(Unit unit, int year, Found found) {
        add(
                row(year, List.of(found)).unit(unit).variant(reading),
                found.isKnown() ? share(List.of(found)) : Double.NaN,
                List.of(found));
    }

    /**
     * Those of groups and districts.
     *
     * @param isMean whether a district is the mean over its groups, else what is there over what should be
     */
    void groups(int year, OfGroup of, boolean isMean) {
        for (EducationGroup group : alive(territory.groups(), year)) {
            List<Found> found = List.of(of.find(group, year));
            MetricRow row = row(year, found).group(group).variant(group.kind(), reading);
            add(row, found.get(0).isKnown() ? share(found) : Double.NaN, found);
        }
        for (String district : territory.districtCodes()) {
            for (String kind : territory.kinds()) {
                List<Found> found = alive(AuthorityGroups.of(territory, kind, district), year).stream()
                        .map(group -> of.find(group, year))
                        .toList();
                if (!found.isEmpty()) {
                    List<Found> known = found.stream().filter(Found::isKnown).toList();
                    double mean = known.stream()
                            .mapToDouble(one -> share(List.of(one)))
                            .average()
                            .orElse(Double.NaN);
                    MetricRow row = row(year, found)
                            .district(district)
                            .variant(kind, reading)
                            .leftOut(LeftOut.units(found.size() - known.size()));
                    add(row, isMean ? mean : share(known), known);
                }
            }
        }
    }

    /** Groups that exist on August 31 of the year, or on the build's day. */
    private List<EducationGroup> alive(List<EducationGroup> groups, int year) {
        return groups.stream()
                .filter(group ->
                        !territory.roster(group, terms.lastDay(year)).spans().isEmpty())
                .toList();
    }

    private MetricRow row(int year, List<Found> found) {
        MetricRow row = MetricRow.of(metric, terms)
                .year(year)
                .inputs(Inputs.all(found.stream().map(Found::inputs).toList()));
        if (found.stream().noneMatch(Found::isKnown)) {
            found.forEach(one -> row.flag(one.flag()));
        }
        return row;
    }

    private void add(MetricRow row, double share, List<Found> known) {
        long asked = known.stream().mapToLong(Found::asked).sum();
        long missing = asked - known.stream().mapToLong(Found::there).sum();
        row.counts(asked, known.size());
        rows.add(row.copy().measure("share").value(share).row());
        rows.add(row.copy()
                .measure("missing")
                .value(Double.isNaN(share) ? Double.NaN : missing)
                .row());
    }

    private static double share(List<Found> found) {
        long asked = found.stream().mapToLong(Found::asked).sum();
        return asked == 0
                ? Double.NaN
                : (double) found.stream().mapToLong(Found::there).sum() / asked;
    }
}
