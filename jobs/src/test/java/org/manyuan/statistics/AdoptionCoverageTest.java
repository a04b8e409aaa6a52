package org.manyuan.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the intervals of effects of joining hold the known truth, and how often the test of the years before is wrong. Not part of
 * verify; the figures stand in schemas/CLARIFICATIONS.md.
 */
@Tag("simulation")
class AdoptionCoverageTest {
    private static final int RUNS = 10_000;
    private static final double[] CHANCES = {.2, .15, .15, .5};
    private static final int CELLS = 15;

    @ParameterizedTest(name = "{0} units a cohort, {1} never")
    @CsvSource({"5, 20", "8, 20", "12, 40", "20, 60"})
    void oneCohortInOneYear(int each, int never) {
        MadeUpAdoption made = new MadeUpAdoption(new SplittableRandom(20241001), 1, 0);
        double truth = MadeUpAdoption.effect(2020, 2021);
        Coverages found = new Coverages(each + " units a cohort, " + never + " never");
        for (int run = 0; run < RUNS; run++) {
            AdoptionPanel panel = made.fixed(each, each, each, never);
            GroupTimeEffects effects = GroupTimeEffects.of(panel, Controls.NOT_YET_TREATED, 5);
            AdoptionInference inference = AdoptionInference.byUnit(panel);
            Effect cell = GroupTimeEffectsTest.cell(effects, 2020, 2021).effect();
            found.of("ATT(2020,2021), normal").count(inference.interval(cell), truth);
            found.of("ATT(2020,2021), Welch").count(inference.welch(cell).interval(.95), truth);
            accepted(found, inference.allZero(effects.before()));
        }
        found.printAll();
        found.of("ATT(2020,2021), Welch").mayBeShown();
        found.of("test of the years before accepts, Hotelling").mayBeShown();
        if (each < 12) {
            found.of("ATT(2020,2021), normal").mayNotBeShown();
        }
    }

    @ParameterizedTest(name = "{0} clusters of {1}, shared {2}, at least {3} a cohort")
    @CsvSource({"40, 1, 0, 5", "80, 1, 0, 5", "40, 4, .3, 2", "40, 4, .3, 5", "80, 4, .3, 5"})
    void averages(int clusters, int perCluster, double shared, int fewest) {
        MadeUpAdoption made = new MadeUpAdoption(new SplittableRandom(20241002), perCluster, shared);
        Coverages found = new Coverages(clusters + " clusters of " + perCluster + ", at least " + fewest + " a cohort");
        int run = 0;
        while (run < RUNS) {
            AdoptionPanel panel = made.drawn(clusters, CHANCES);
            GroupTimeEffects effects = GroupTimeEffects.of(panel, Controls.NEVER_TREATED, fewest * perCluster);
            if (effects.known().size() == CELLS) {
                count(found, panel, effects, run++);
            }
        }
        found.printAll();
        for (String average : List.of("simple", "group", "event 0", "event", "calendar")) {
            found.of(average + ", Welch").mayBeShown();
        }
        found.of("band of event times").mayNotBeShown();
        if (fewest >= 5) {
            found.of("band of event times, Welch").mayBeShown();
        }
        found.of("test of the years before accepts, Hotelling").mayBeShown();
    }

    @ParameterizedTest(name = "{0} clusters a cohort, {1} never, of 4 units each")
    @CsvSource({"3, 6", "4, 6"})
    void fewerThanTwentyClusters(int each, int never) {
        MadeUpAdoption made = new MadeUpAdoption(new SplittableRandom(20241006), 4, .3);
        // cohorts of one size, so that the shares are known
        double truth = (2 * MadeUpAdoption.effect(2020, 2020) + MadeUpAdoption.effect(2023, 2023)) / 3;
        Coverages found = new Coverages(each + " clusters a cohort, " + never + " never");
        for (int run = 0; run < RUNS; run++) {
            AdoptionPanel panel = made.fixed(each, each, each, never);
            GroupTimeEffects effects = GroupTimeEffects.of(panel, Controls.NEVER_TREATED, 5);
            AdoptionInference inference = AdoptionInference.byCluster(panel);
            Effect start = new AdoptionAverages(effects).event().get(0);
            count(found, inference, "event 0", start, truth);
            found.of("event 0, wild").count(inference.wild(start, 199, run).interval(), truth);
            Effect cell = GroupTimeEffectsTest.cell(effects, 2020, 2021).effect();
            count(found, inference, "ATT(2020,2021)", cell, MadeUpAdoption.effect(2020, 2021));
            found.of("ATT(2020,2021), wild")
                    .count(inference.wild(cell, 199, run).interval(), MadeUpAdoption.effect(2020, 2021));
        }
        found.printAll();
        found.of("event 0, Welch").mayBeShown();
        found.of("event 0, wild").mayBeShown();
        found.of("ATT(2020,2021), Welch").mayBeShown();
    }

    @ParameterizedTest(name = "{0} units")
    @CsvSource({"40", "80", "200"})
    void givenACovariateThatDrivesBothTreatmentAndChange(int n) {
        SplittableRandom random = new SplittableRandom(20241007);
        Coverages found = new Coverages(n + " units, a third treated");
        for (int run = 0; run < RUNS; run++) {
            AdoptionPanel panel = selected(random, n);
            GroupTimeEffects effects = GroupTimeEffects.of(panel, Controls.NEVER_TREATED, 5);
            Effect effect = effects.cells().get(0).effect();
            AdoptionInference inference = AdoptionInference.byUnit(panel);
            count(found, inference, "doubly robust", effect, 1);
        }
        found.printAll();
        found.of("doubly robust, Welch").mayBeShown();
    }

    private static AdoptionPanel selected(SplittableRandom random, int n) {
        List<AdoptionUnit> units = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double x = random.nextGaussian();
            boolean treated = random.nextDouble() < 1 / (1 + Math.exp(.8 - .7 * x));
            double level = 2 * random.nextGaussian();
            double later = level + .5 * x + (treated ? 1 : 0) + random.nextGaussian();
            units.add(new AdoptionUnit(
                    "U" + i, "U" + i, treated ? 2021 : AdoptionUnit.NEVER, new double[] {level, later}, new double[][] {
                        {x}, {x}
                    }));
        }
        return AdoptionPanel.of(new int[] {2020, 2021}, units);
    }

    private static void count(Coverages found, AdoptionPanel panel, GroupTimeEffects effects, int run) {
        AdoptionAverages averages = new AdoptionAverages(effects);
        AdoptionInference inference = AdoptionInference.byCluster(panel);
        Map<Integer, Effect> event = averages.event();
        double later = (truth(0) + truth(1) + truth(2) + truth(3)) / 4;
        count(found, inference, "simple", averages.simple(), truth(null));
        count(found, inference, "group", averages.groupOverall(), groupTruth());
        count(found, inference, "event 0", event.get(0), truth(0));
        count(found, inference, "event", averages.eventOverall(), later);
        count(found, inference, "calendar", averages.calendarOverall(), calendarTruth());
        found.of("event 0, wild").count(inference.wild(event.get(0), 199, run).interval(), truth(0));
        SimultaneousBand band = inference.band(new ArrayList<>(event.values()), 999, run);
        found.of("band of event times").count(holdsAll(event, band.intervals()));
        found.of("band of event times, Welch").count(holdsAll(event, band.welch()));
        accepted(found, inference.allZero(effects.before()));
    }

    private static void count(Coverages found, AdoptionInference inference, String name, Effect effect, double truth) {
        found.of(name + ", normal").count(inference.interval(effect), truth);
        found.of(name + ", Welch").count(inference.welch(effect).interval(.95), truth);
    }

    private static void accepted(Coverages found, WaldTest test) {
        found.of("test of the years before accepts, chi-square").count(accepts(test.p()), 1);
        found.of("test of the years before accepts, Hotelling").count(accepts(test.smallSampleP()), 1);
    }

    /** A test as an interval of 1: it holds 1 where the test accepts, nothing where there is no test. */
    private static Interval accepts(double p) {
        return Double.isNaN(p) ? Interval.NONE : new Interval(0, p >= .05 ? 1 : 0);
    }

    private static boolean holdsAll(Map<Integer, Effect> event, List<Interval> intervals) {
        boolean all = true;
        int at = 0;
        for (int e : event.keySet()) {
            all &= intervals.get(at++).contains(e < 0 ? 0 : truth(e));
        }
        return all;
    }

    private static double calendarTruth() {
        double sum = 0;
        for (int year = 2020; year <= 2023; year++) {
            double weight = 0;
            double effect = 0;
            for (int k = 0; k < 3 && MadeUpAdoption.COHORTS[k] <= year; k++) {
                weight += CHANCES[k];
                effect += CHANCES[k] * MadeUpAdoption.effect(MadeUpAdoption.COHORTS[k], year);
            }
            sum += effect / weight / 4;
        }
        return sum;
    }

    /** The coverages of one design by name. */
    private record Coverages(String design, Map<String, CoverageCount> byName) {
        Coverages(String design) {
            this(design, new LinkedHashMap<>());
        }

        CoverageCount of(String name) {
            return byName.computeIfAbsent(name, key -> new CoverageCount(key + ", " + design));
        }

        void printAll() {
            byName.values().forEach(CoverageCount::print);
        }
    }

    private static double truth(Integer event) {
        double sum = 0;
        double weight = 0;
        for (int k = 0; k < 3; k++) {
            for (int year = MadeUpAdoption.COHORTS[k]; year <= 2023; year++) {
                if (event == null || year - MadeUpAdoption.COHORTS[k] == event) {
                    sum += CHANCES[k] * MadeUpAdoption.effect(MadeUpAdoption.COHORTS[k], year);
                    weight += CHANCES[k];
                }
            }
        }
        return sum / weight;
    }

    private static double groupTruth() {
        double sum = 0;
        double weight = 0;
        for (int k = 0; k < 3; k++) {
            int cohort = MadeUpAdoption.COHORTS[k];
            double own = 0;
            for (int year = cohort; year <= 2023; year++) {
                own += MadeUpAdoption.effect(cohort, year) / (2024 - cohort);
            }
            sum += CHANCES[k] * own;
            weight += CHANCES[k];
        }
        return sum / weight;
    }
}
