package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.Unit;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.Jackknife;
import org.manyuan.statistics.JackknifeEstimate;
import org.manyuan.statistics.Rounding;

/**
 * GAP-16 of districts for the dispersion between their units (GAP-01, 06, 11): paired jackknife of the log ratio over the units with
 * results in both years. base_founding looks at the first founded group of a kind and so names the kind; base_previous needs none.
 * Source: METRICS B4.
 */
final class DistrictNarrowing {
    private final Metric metric;
    private final MarkBook book;

    DistrictNarrowing(Metric metric, MarkBook book) {
        this.metric = metric;
        this.book = book;
    }

    /** Adds the rows that are finished, and the changes that wait for a verdict. */
    void write(List<MetricRow> rows, List<Change> changes) {
        for (ExamSeries series : book.series()) {
            for (Sitting now : series.allWithPooled()) {
                Map<String, Map<String, Founding>> foundings = new HashMap<>();
                book.territory().kinds().forEach(kind -> foundings.put(kind, foundings(book.territory(), kind, now)));
                for (String district : book.territory().districtCodes()) {
                    if (now.concerns(district)) {
                        write(series, now, district, foundings, rows, changes);
                    }
                }
            }
        }
    }

    /**
     * The first founding among the groups of a kind with a unit in a place.
     *
     * @param day null where no group says one
     */
    record Founding(LocalDate day) {
        Founding and(LocalDate other) {
            return day == null || (other != null && other.isBefore(day)) ? new Founding(other) : this;
        }
    }

    /** By district: the first founding among the groups of a kind with a unit there on the exam's day. */
    static Map<String, Founding> foundings(Territory territory, String kind, Sitting now) {
        Map<String, Founding> first = new HashMap<>();
        for (EducationGroup group : territory.groups(kind)) {
            Set<String> places = new LinkedHashSet<>();
            territory
                    .roster(group, now.heldOn())
                    .all()
                    .forEach(unit -> places.addAll(territory.places(
                            territory.unit(unit).map(Unit::districtCode).orElse(null))));
            places.forEach(place ->
                    first.merge(place, new Founding(group.foundedOn()), (known, other) -> known.and(other.day())));
        }
        return first;
    }

    private void write(
            ExamSeries series,
            Sitting now,
            String district,
            Map<String, Map<String, Founding>> foundings,
            List<MetricRow> rows,
            List<Change> changes) {
        for (Map.Entry<String, Map<String, Founding>> kind : foundings.entrySet()) {
            Founding founding = kind.getValue().get(district);
            if (founding != null) {
                BaseYear.founding(series, founding.day(), sitting -> hasResults(sitting, district))
                        .filter(base -> base.year() < now.schoolYear())
                        .ifPresent(base -> write(series, now, district, kind.getKey(), base, rows, changes));
            }
        }
        BaseYear previous = BaseYear.previous(series, now, sitting -> hasResults(sitting, district));
        write(series, now, district, "", previous, rows, changes);
    }

    static boolean hasResults(Sitting sitting, String district) {
        return !sitting.in(district).isEmpty();
    }

    private void write(
            ExamSeries series,
            Sitting now,
            String district,
            String kind,
            BaseYear base,
            List<MetricRow> rows,
            List<Change> changes) {
        DistrictPanel panel = DistrictPanel.of(series, district, now, base);
        write(series, panel, district, kind, base, rows, changes);
        if (panel.units().isEmpty() || now.isPooled()) {
            return;
        }
        IntakeAdjustment pair = book.adjusted(panel.base(), now);
        if (pair.obstacle() == Flag.OK) {
            BaseYear adjusted = new BaseYear(base.name(), base.year(), List.of(pair.base()));
            DistrictPanel again = DistrictPanel.of(series, district, pair.now(), adjusted);
            write(series, again, district, kind, base, rows, changes);
            return;
        }
        for (Dispersed gap : Dispersed.values()) {
            MetricRow row = MetricRow.of(metric, book.terms())
                    .district(district)
                    .sitting(now, book.subject())
                    .baseYear(base.year())
                    .variant(kind, gap.id(), base.name(), Sitting.ADJUSTED)
                    .measure("change")
                    .leftOut(panel.leftOut())
                    .frame(Rules.SCHOOLS)
                    .flag(pair.obstacle())
                    .inputs(now.inputs().and(panel.base().inputs()));
            changes.add(Change.unknown(family(series, now, kind, gap, base, Sitting.ADJUSTED), row));
        }
    }

    private static String family(
            ExamSeries series, Sitting now, String kind, Dispersed gap, BaseYear base, String reading) {
        return String.join(
                "|", "D", series.stage() + series.grade(), "" + now.schoolYear(), kind, gap.id(), base.name(), reading);
    }

    private void write(
            ExamSeries series,
            DistrictPanel panel,
            String district,
            String kind,
            BaseYear base,
            List<MetricRow> rows,
            List<Change> changes) {
        Sitting now = panel.now();
        List<UnitMarks> used = new ArrayList<>(panel.unitsNow());
        MetricRow heading = MetricRow.of(metric, book.terms())
                .district(district)
                .sitting(now, book.subject())
                .baseYear(base.year())
                .counts(pupils(used), used.size())
                .behind(
                        Math.min(pupils(used), pupils(panel.unitsThen())),
                        Fewest.of(Fewest.of(used), Fewest.of(panel.unitsThen())))
                .leftOut(panel.leftOut())
                .frame(Rules.SCHOOLS)
                .flag(used.isEmpty(), now.isAdjusted() ? Flag.MISSING_INPUT : Flag.BASE_MISSING)
                .flag(used.size() < Rules.UNITS_FOR_INTERVAL, Flag.K_TOO_SMALL);
        used.addAll(panel.unitsThen());
        heading.inputs(Inputs.all(used.stream().map(UnitMarks::inputs).toList()).and(now.inputs()));
        for (Dispersed gap : Dispersed.values()) {
            MetricRow row = heading.copy().variant(kind, gap.id(), base.name(), now.variant());
            judge(gap, panel, row, family(series, now, kind, gap, base, now.variant()), rows, changes);
        }
    }

    private void judge(
            Dispersed gap,
            DistrictPanel panel,
            MetricRow heading,
            String family,
            List<MetricRow> rows,
            List<Change> changes) {
        boolean enough = panel.units().size() >= Rules.UNITS;
        double base = enough ? gap.of(panel.unitsThen()) : Double.NaN;
        double now = enough ? gap.of(panel.unitsNow()) : Double.NaN;
        if (enough && Double.isNaN(base)) {
            heading.flag(gap.whyNot(panel.unitsThen()));
        }
        if (enough && Double.isNaN(now)) {
            heading.flag(gap.whyNot(panel.unitsNow()));
        }
        JackknifeEstimate ratio = enough
                ? Jackknife.pairedLogRatio(
                        base, now, gap.withoutEach(panel.unitsThen()), gap.withoutEach(panel.unitsNow()))
                : Jackknife.pairedLogRatio(base, now, new double[0], new double[0]);
        boolean known = !Double.isNaN(base) && !Double.isNaN(now);
        boolean dominated = ratio.largestShare() > Rules.DOMINANT_SHARE;
        boolean judged = ratio.interval().exists()
                && !dominated
                && !panel.now().isPooled()
                && panel.units().size() >= Rules.UNITS_FOR_INTERVAL;
        double shownBase = Math.max(0, base);
        double shownNow = Math.max(0, now);
        Interval log = judged ? ratio.interval() : Interval.NONE;
        rows.add(year(heading, "signed_base", base).side(pupils(panel.unitsThen())));
        rows.add(year(heading, "signed_now", now).side(pupils(panel.unitsNow())));
        heading.flag(known && Double.isNaN(ratio.se()), Flag.TRUNCATED_AT_ZERO)
                .flag(known && ratio.se() == 0, Flag.ZERO_SD)
                .flag(dominated, Flag.K_TOO_SMALL);
        rows.add(heading.copy()
                .measure("rate")
                .value(shownBase > 0 ? Rounding.snap(1 - shownNow / shownBase, 1) : Double.NaN)
                .flag(shownBase == 0, Flag.BASE_MISSING)
                .interval(
                        Double.NaN,
                        new Interval(1 - Math.exp(log.hi()), 1 - Math.exp(log.lo())),
                        "paired-log-jackknife"));
        Interval interval = new Interval(shownBase * Math.expm1(log.lo()), shownBase * Math.expm1(log.hi()));
        MetricRow change = heading.measure("change")
                .value(Rounding.snap(shownNow - shownBase, shownBase))
                .valueRaw(base < 0 || now < 0 ? now - base : Double.NaN)
                .interval(judged ? ratio.se() : Double.NaN, interval, "paired-log-jackknife");
        changes.add(new Change(family, change, judged ? ratio.p() : Double.NaN, interval, false));
    }

    private static long pupils(List<UnitMarks> units) {
        return units.stream().mapToLong(UnitMarks::n).sum();
    }

    /** The figure of one of the years, a negative one as 0. */
    private static MetricRow year(MetricRow heading, String measure, double figure) {
        return heading.copy()
                .measure(measure)
                .value(Math.max(0, figure))
                .valueRaw(figure < 0 ? figure : Double.NaN)
                .flag(figure < 0, Flag.TRUNCATED_AT_ZERO);
    }
}
