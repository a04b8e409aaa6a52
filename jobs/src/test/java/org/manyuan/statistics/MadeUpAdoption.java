package org.manyuan.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Made-up panels of six years whose effects are known: a cohort gains .2 in its first year and .2 more in each one after, the cohort of
 * 2023 half of that. Units have levels of their own, years their own rise, chance lasts (correlation .3 from year to year) and is half
 * as large again among the treated; units of a cluster share part of it.
 *
 * @param perCluster units a cluster
 * @param sharedPart share of the variance of chance that a cluster has in common
 */
record MadeUpAdoption(SplittableRandom random, int perCluster, double sharedPart) {
    static final int[] YEARS = {2018, 2019, 2020, 2021, 2022, 2023};
    static final int[] COHORTS = {2020, 2022, 2023, AdoptionUnit.NEVER};
    private static final double LASTS = .3;

    static double effect(int cohort, int year) {
        return (cohort == 2023 ? .1 : .2) * Math.max(0, year - cohort + 1);
    }

    /** So many clusters of each of {@link #COHORTS}. */
    AdoptionPanel fixed(int... clusters) {
        List<AdoptionUnit> units = new ArrayList<>();
        for (int k = 0; k < clusters.length; k++) {
            for (int c = 0; c < clusters[k]; c++) {
                addCluster(units, COHORTS[k]);
            }
        }
        return AdoptionPanel.of(YEARS, units);
    }

    /** So many clusters, each of a cohort drawn with these chances: then the shares of the cohorts are chance too. */
    AdoptionPanel drawn(int clusters, double... chances) {
        List<AdoptionUnit> units = new ArrayList<>();
        for (int c = 0; c < clusters; c++) {
            double left = random.nextDouble();
            int k = 0;
            while (left >= chances[k] && k < chances.length - 1) {
                left -= chances[k++];
            }
            addCluster(units, COHORTS[k]);
        }
        return AdoptionPanel.of(YEARS, units);
    }

    private void addCluster(List<AdoptionUnit> units, int cohort) {
        String cluster = "C" + units.size();
        double spread = cohort == AdoptionUnit.NEVER ? 1 : 1.5;
        double[] shared = chance(spread * Math.sqrt(sharedPart));
        for (int i = 0; i < perCluster; i++) {
            double[] own = chance(spread * Math.sqrt(1 - sharedPart));
            double level = 2 * random.nextGaussian();
            double[] outcome = new double[YEARS.length];
            for (int t = 0; t < outcome.length; t++) {
                outcome[t] = level + .3 * t + effect(cohort, YEARS[t]) + shared[t] + own[t];
            }
            units.add(AdoptionUnit.of("U" + units.size(), cluster, cohort, outcome));
        }
    }

    private double[] chance(double sd) {
        double[] chance = new double[YEARS.length];
        for (int t = 0; t < chance.length; t++) {
            double fresh = random.nextGaussian();
            chance[t] = t == 0 ? fresh : LASTS * chance[t - 1] + Math.sqrt(1 - LASTS * LASTS) * fresh;
        }
        for (int t = 0; t < chance.length; t++) {
            chance[t] *= sd;
        }
        return chance;
    }
}
