package org.manyuan.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manyuan.domain.Flag;

/**
 * The units of a district now and in the first year that the series has results there, or its units have a resource, those with both.
 * Every unit counts once. Source: METRICS B4, GAP-14 and 15.
 *
 * @param heading the row that every figure of it begins with; of a resource with its measure
 * @param ofResource whether the values are resources and not mean scores
 * @param then mean score of each unit in the first year, points, or its resource
 * @param now the same of the same units
 * @param apart school years from the first to now
 * @param isPooled whether the values of a year come of several papers, so that no interval may be given
 * @param isOneScale whether both years' values are on one scale
 * @param noise what pupils' noise adds to the variance of the first year's means: the mean of σ²/n_j, points²; NaN where an SD is
 *     missing, and of resources
 */
record SinceTheFirstYear(
        MetricRow heading,
        boolean ofResource,
        double[] then,
        double[] now,
        int apart,
        boolean isPooled,
        boolean isOneScale,
        double noise) {

    /** One per district and sitting after the first year. */
    static List<SinceTheFirstYear> all(Metric metric, MarkBook book) {
        List<SinceTheFirstYear> all = new ArrayList<>();
        for (ExamSeries series : book.series()) {
            for (String district : book.territory().districtCodes()) {
                for (Sitting now : series.in(district)) {
                    BaseYear.founding(series, null, sitting -> DistrictNarrowing.hasResults(sitting, district))
                            .filter(first -> first.year() < now.schoolYear() && book.asksDistrict(district, now))
                            .map(first -> DistrictPanel.of(series, district, now, first))
                            .ifPresent(panel -> all.add(of(metric, book, district, panel)));
                }
            }
        }
        return all;
    }

    /** One per district, resource, stage and year after the first in which a unit has it. */
    static List<SinceTheFirstYear> all(Metric metric, Territory territory, TerritoryFacts facts, BuildTerms terms) {
        List<SinceTheFirstYear> all = new ArrayList<>();
        Map<List<Object>, ResourceSet> first = new HashMap<>();
        for (ResourceSet now : ResourceSet.of(metric, territory, facts, terms)) {
            List<Object> place = List.of(now.stage(), now.districtCode(), now.resource());
            if (first.containsKey(place)) {
                all.add(of(first.get(place), now));
            } else if (!now.districtCode().isEmpty() && now.k() > 0) {
                first.put(place, now);
            }
        }
        return all;
    }

    /**
     * A row of its own.
     *
     * @param name of the figure: its measure; of a resource its variant
     * @param standard the figure that stands where no variant is named
     */
    MetricRow row(String name, String standard) {
        return ofResource
                ? heading.copy().variant(name.equals(standard) ? "" : name)
                : heading.copy().measure(name);
    }

    /** Whether there are units enough for a spread. */
    boolean isComparable() {
        return hasUnits(Rules.UNITS);
    }

    /** Whether the panel has so many units. */
    boolean hasUnits(int least) {
        return now.length >= least;
    }

    /** Whether an interval over so many units may be given: one paper in each year, enough units. */
    boolean allowsInterval(int least) {
        return hasUnits(least) && !isPooled;
    }

    /** Why a comparison of these years gives no figure: a value of 0 has no logarithm, and equal units have no spread to compare with. */
    Flag whyNone() {
        boolean positive = Arrays.stream(then).allMatch(value -> value > 0)
                && Arrays.stream(now).allMatch(value -> value > 0);
        return positive ? Flag.ZERO_SD : Flag.ZERO_MEAN;
    }

    private static SinceTheFirstYear of(Metric metric, MarkBook book, String district, DistrictPanel panel) {
        List<UnitMarks> now = panel.unitsNow();
        List<UnitMarks> then = panel.unitsThen();
        List<UnitMarks> both = new ArrayList<>(now);
        both.addAll(then);
        Long fewest = Fewest.of(Fewest.of(now), Fewest.of(then));
        MetricRow heading = MetricRow.of(metric, book.terms())
                .district(district)
                .sitting(panel.now(), book.subject())
                .variant(panel.now().variant())
                .baseYear(panel.base().schoolYear())
                .leftOut(panel.leftOut())
                .inputs(Inputs.all(both.stream().map(UnitMarks::inputs).toList()));
        return new SinceTheFirstYear(
                begin(heading, now.stream().mapToLong(UnitMarks::n).sum(), now.size(), fewest),
                false,
                means(then),
                means(now),
                panel.now().schoolYear() - panel.base().schoolYear(),
                panel.now().isPooled() || panel.base().isPooled(),
                !GroupNarrowing.scaleChanged(panel.now(), panel.base()),
                noise(then));
    }

    private static SinceTheFirstYear of(ResourceSet first, ResourceSet set) {
        Set<String> both = new HashSet<>(set.schoolCodes());
        both.retainAll(Set.copyOf(first.schoolCodes()));
        List<UnitResource> then = of(first, both);
        List<UnitResource> now = of(set, both);
        List<UnitResource> used = new ArrayList<>(now);
        used.addAll(then);
        LeftOut leftOut = LeftOut.NOTHING;
        for (ResourceSet year : List.of(set, first)) {
            for (UnitResource unit : year.units()) {
                leftOut = both.contains(unit.schoolCode()) ? leftOut : leftOut.plus(unit.students());
            }
        }
        Long fewest = Fewest.of(used.stream().mapToLong(UnitResource::students));
        MetricRow heading = set.heading()
                .copy()
                .baseYear(first.year())
                .leftOut(leftOut)
                .flag(set.k() == 0, Flag.MISSING_INPUT)
                .inputs(Inputs.all(used.stream().map(UnitResource::inputs).toList()));
        long students = now.stream().mapToLong(UnitResource::students).sum();
        return new SinceTheFirstYear(
                begin(heading, students, now.size(), fewest),
                true,
                values(then),
                values(now),
                set.year() - first.year(),
                false,
                true,
                Double.NaN);
    }

    /** Every unit counts once, so each is a side. */
    private static MetricRow begin(MetricRow heading, long students, int units, Long fewest) {
        return heading.counts(students, units)
                .behind(fewest, fewest)
                .flag(units == 0, Flag.BASE_MISSING)
                .flag(units < Rules.UNITS, Flag.K_TOO_SMALL);
    }

    private static double noise(List<UnitMarks> units) {
        double within = BetweenSchoolShare.anova(units).msw();
        return units.stream().mapToDouble(unit -> within / unit.n()).average().orElse(Double.NaN);
    }

    private static List<UnitResource> of(ResourceSet year, Set<String> codes) {
        return year.units().stream()
                .filter(unit -> codes.contains(unit.schoolCode()))
                .toList();
    }

    private static double[] means(List<UnitMarks> units) {
        return units.stream().mapToDouble(UnitMarks::mean).toArray();
    }

    private static double[] values(List<UnitResource> units) {
        return units.stream().mapToDouble(UnitResource::value).toArray();
    }
}
