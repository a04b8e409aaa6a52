package org.manyuan.metric;

import org.manyuan.domain.Flag;

/** When a figure may be shown, and what may be said of it. Source: METRICS §0 (thresholds), B1, B4; what coverage withholds: schemas/CLARIFICATIONS.md. */
final class Rules {
    /** Units that a measure of dispersion needs. */
    static final int UNITS = 2;

    /** Units, or groups, that an interval over them needs. */
    static final int UNITS_FOR_INTERVAL = 8;

    /** Units of a model that the bars of the comparison of units need: of fewer they hold too seldom. */
    static final int UNITS_FOR_BARS = 30;

    /** Units that a figure of the lowest and highest twentieth of them needs. */
    static final int UNITS_FOR_TAILS = 20;

    /** Groups that the interval of their mean gap needs: of eight it holds too seldom. */
    static final int GROUPS_FOR_MEAN = 10;

    /** The share of true differences below which a further group's gap is not bounded: there the bounds hold too seldom. */
    static final double TRUE_DIFFERENCES = 0.5;

    /** How much unit sizes may vary, over their mean, for Searle's interval to hold. */
    static final double SIZE_VARIATION = 0.5;

    /** How often pupils are dealt to the same places by lot, to see what chance alone gives. */
    static final int LOTS = 200;

    /** The share of pupils with an earlier score that value added needs. */
    static final double LINKED_SHARE = 0.8;

    /** Pupils below which a unit is in no value added of several years. */
    static final int STUDENTS_A_UNIT = 10;

    /** Years that a value added of several years takes. */
    static final int YEARS_TOGETHER = 3;

    /** Students a side below which a figure is marked. */
    static final int STUDENTS_A_SIDE = Flag.FEW_PERSONS;

    /** The share of a jackknife's squares that one unit may have. */
    static final double DOMINANT_SHARE = 0.5;

    /** Units of a cohort that joined in one year, and of those it is compared with, that an effect of joining needs. */
    static final int COHORT = 5;

    /** The same where cohorts are put together by the years since they joined. */
    static final int POOLED_COHORT = 2;

    /** Years with results before joining that an effect of joining needs, so that it can be seen who moved alike before. */
    static final int YEARS_BEFORE = 2;

    /** Groups below which the bootstrap for few clusters stands beside. */
    static final int CLUSTERS = 20;

    /** Draws of a bootstrap. */
    static final int DRAWS = 999;

    /** What the weights of a bootstrap are hashed with. */
    static final long SEED = 20210803;

    /** Level of every interval. */
    static final double LEVEL = 0.95;

    /** The false discovery rate that a verdict keeps to. */
    static final double FALSE_DISCOVERY_RATE = 0.10;

    /** Rows with a p up to which a family is too small to be adjusted. */
    static final int SMALL_FAMILY = 5;

    /** Only students' noise counts: the units are the whole population. */
    static final String CENSUS = "census";

    /** The units are a sample of units. */
    static final String SCHOOLS = "schools";

    private Rules() {}
}
