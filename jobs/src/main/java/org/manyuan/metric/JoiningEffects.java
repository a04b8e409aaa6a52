package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.Flag;
import org.manyuan.statistics.AdoptionAverages;
import org.manyuan.statistics.AdoptionInference;
import org.manyuan.statistics.AdoptionPanel;
import org.manyuan.statistics.Controls;
import org.manyuan.statistics.Effect;
import org.manyuan.statistics.GroupTimeEffect;
import org.manyuan.statistics.GroupTimeEffects;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.SimultaneousBand;
import org.manyuan.statistics.TwoWayFixedEffects;
import org.manyuan.statistics.WaldTest;
import org.manyuan.statistics.Welch;
import org.manyuan.statistics.WildBootstrap;

/**
 * The rows of one panel of units that join groups one after the other: effects of cohorts and years, their averages, the years before.
 * Intervals are Welch's over groups; where a cohort is one group, over units and APPROXIMATE. Source: METRICS B7; what coverage withholds:
 * schemas/CLARIFICATIONS.md.
 */
final class JoiningEffects {
    private static final String OVERALL = "overall";

    private final AdoptionPanel panel;
    private final MetricRow heading;
    private final List<String> variant;
    private final AdoptionInference clustered;
    private final AdoptionInference single;
    private final GroupTimeEffects effects;
    private final Flag whyNone;
    private final List<MetricRow> rows = new ArrayList<>();
    private final MetricRow judged;

    /** What the row of an effect on one cohort in one year says of that year. */
    interface OfYear {
        MetricRow write(MetricRow row, GroupTimeEffect cell);
    }

    /**
     * @param panel balanced
     * @param years of the panel, ascending
     * @param heading the row that all begin with, of the last year
     * @param variant its parts: kind, side, outcome
     */
    JoiningEffects(
            AdoptionPanel panel,
            List<Integer> years,
            Controls controls,
            MetricRow heading,
            List<String> variant,
            OfYear ofYear) {
        this.panel = panel;
        this.heading = heading;
        this.variant = new ArrayList<>(variant);
        this.variant.add(controls == Controls.NEVER_TREATED ? "" : "not_yet");
        this.clustered = AdoptionInference.byCluster(panel);
        this.single = AdoptionInference.byUnit(panel);
        GroupTimeEffects all = GroupTimeEffects.of(panel, controls, Rules.COHORT);
        this.effects = withYearsBefore(all, years);
        this.whyNone = effects.cells().isEmpty() ? Flag.BASE_MISSING : Flag.K_TOO_SMALL;
        all.cells().forEach(cell -> writeCell(cell, ofYear));
        AdoptionAverages averages = new AdoptionAverages(effects);
        this.judged = average("group", averages.groupOverall(), OVERALL);
        averages(averages);
        if (controls == Controls.NEVER_TREATED) {
            rows.add(row("twfe")
                    .value(TwoWayFixedEffects.of(panel))
                    .flag(panel.cohorts().length == 0, Flag.BASE_MISSING));
        }
        before();
        if (hasSmallCohort()) {
            pooled(withYearsBefore(GroupTimeEffects.of(panel, controls, Rules.POOLED_COHORT), years));
        }
    }

    /** Finished, but for the verdict. */
    List<MetricRow> rows() {
        return rows;
    }

    /** The row of the effect that is judged: the mean over the cohorts of their years since joining. */
    MetricRow judged() {
        return judged;
    }

    /** Its interval over groups; none where there is no effect, or a cohort is one group. */
    Interval interval() {
        Welch welch = clustered.welch(new AdoptionAverages(effects).groupOverall());
        return welch.se() > 0 ? welch.interval(Rules.LEVEL) : Interval.NONE;
    }

    /** p of all years before joining: whether who joined and who did not moved alike then; NaN where it cannot be tested. */
    double pBefore() {
        return clustered.allZero(effects.before()).smallSampleP();
    }

    private static GroupTimeEffects withYearsBefore(GroupTimeEffects all, List<Integer> years) {
        return new GroupTimeEffects(
                all.panel(),
                all.cells().stream().filter(cell -> hasYearsBefore(cell, years)).toList());
    }

    private static boolean hasYearsBefore(GroupTimeEffect cell, List<Integer> years) {
        return years.stream().filter(year -> year < cell.cohort()).count() >= Rules.YEARS_BEFORE;
    }

    private boolean hasSmallCohort() {
        return effects.cells().stream().anyMatch(cell -> !cell.effect().exists());
    }

    private void writeCell(GroupTimeEffect cell, OfYear ofYear) {
        boolean given = effects.cells().contains(cell);
        MetricRow row =
                ofYear.write(row("att", cohort(cell.cohort())).year(cell.year()).baseYear(cell.baseYear()), cell);
        if (given && cell.effect().exists()) {
            rows.add(sure(row, cell.effect()));
        } else {
            rows.add(row.flag(given ? Flag.K_TOO_SMALL : Flag.BASE_MISSING));
        }
    }

    private void averages(AdoptionAverages averages) {
        average("simple", averages.simple());
        averages.group().forEach((cohort, effect) -> average("group", effect, cohort(cohort)));
        averages.event().forEach((time, effect) -> average("event", effect, time(time)));
        average("event", averages.eventOverall(), OVERALL);
        averages.calendar().forEach((year, effect) -> average("calendar", effect, "y" + year));
        average("calendar", averages.calendarOverall(), OVERALL);
        band(
                List.copyOf(averages.event().keySet()),
                List.copyOf(averages.event().values()));
    }

    private MetricRow average(String measure, Effect effect, String... parts) {
        MetricRow row = row(measure, parts);
        rows.add(row);
        if (!effect.exists()) {
            return row.flag(whyNone);
        }
        sure(row, effect);
        if (effect.clusters() >= 2 && clustered.draws() < Rules.CLUSTERS) {
            WildBootstrap wild = clustered.wild(effect, Rules.DRAWS, Rules.SEED);
            rows.add(row(measure, and(parts, "webb"))
                    .value(effect.value())
                    .interval(clustered.standardError(effect), wild.interval(), "webb")
                    .p(wild.p()));
        }
        return row;
    }

    /** The event times held at once. */
    private void band(List<Integer> times, List<Effect> events) {
        AdoptionInference by = events.stream().allMatch(effect -> effect.clusters() >= 2) ? clustered : single;
        SimultaneousBand band = by.band(events, Rules.DRAWS, Rules.SEED);
        for (int e = 0; e < events.size(); e++) {
            Effect effect = events.get(e);
            rows.add(row("event", time(times.get(e)), "band")
                    .value(effect.value())
                    .flag(by == single, Flag.APPROXIMATE)
                    .interval(by.standardError(effect), band.welch().get(e), "band-welch"));
        }
    }

    private void before() {
        boolean some = !effects.before().isEmpty();
        WaldTest test = clustered.allZero(effects.before());
        for (String reading : List.of("", "chi_square")) {
            rows.add(row("pretest", reading)
                    .value(some ? test.statistic() : Double.NaN)
                    .p(reading.isEmpty() ? test.smallSampleP() : test.p())
                    .flag(!some, whyNone)
                    .flag(Double.isNaN(test.statistic()), Flag.K_TOO_SMALL));
        }
    }

    private void pooled(GroupTimeEffects of) {
        new AdoptionAverages(of)
                .event()
                .forEach((time, effect) -> rows.add(sure(row("event", time(time), "pooled"), effect)));
    }

    private MetricRow sure(MetricRow row, Effect effect) {
        AdoptionInference by = effect.clusters() >= 2 ? clustered : single;
        Welch welch = by.welch(effect);
        return row.value(effect.value())
                .flag(!(welch.se() > 0), Flag.ZERO_SD)
                .flag(by == single, Flag.APPROXIMATE)
                .interval(
                        by.standardError(effect),
                        welch.se() > 0 ? welch.interval(Rules.LEVEL) : Interval.NONE,
                        by == single ? "welch-units" : "welch-groups")
                .p(welch.p());
    }

    private MetricRow row(String measure, String... parts) {
        List<String> all = new ArrayList<>(variant);
        all.addAll(List.of(parts));
        return heading.copy().measure(measure).variant(all.toArray(String[]::new));
    }

    private static String[] and(String[] parts, String last) {
        List<String> all = new ArrayList<>(List.of(parts));
        all.add(last);
        return all.toArray(String[]::new);
    }

    private static String cohort(int year) {
        return "g" + year;
    }

    private static String time(int years) {
        return "e" + years;
    }
}
