package org.manyuan.metric;

import java.util.Optional;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.Proportion;

/** Pupils that count, of pupils who sat or who should have sat. */
record RateCount(long reached, long of) {
    static final RateCount NOBODY = new RateCount(0, 0);

    /** Over those who sat (实考). Empty where a total does not say how many sat: what it counts is no part of a known whole. */
    static Optional<RateCount> overExaminees(SchoolExamFact fact, long counted) {
        return lacksExaminees(fact) ? Optional.empty() : Optional.of(new RateCount(counted, fact.n()));
    }

    /**
     * Over candidates (应考): those who sat and those absent, who are below every cut; exempt and invalid are in neither. Empty where a
     * total does not say how many should have sat, and for the low where it does not say how many sat: the absent are unknown.
     */
    static Optional<RateCount> overCandidates(SchoolExamFact fact, Rate rate, long counted) {
        if (!fact.hasScores() && fact.candidates() == null || rate == Rate.LOW && lacksExaminees(fact)) {
            return Optional.empty();
        }
        long candidates = fact.hasScores() ? fact.n() + fact.absent() : fact.candidates();
        return Optional.of(new RateCount(rate == Rate.LOW ? counted + candidates - fact.n() : counted, candidates));
    }

    private static boolean lacksExaminees(SchoolExamFact fact) {
        return !fact.hasScores() && fact.n() == 0;
    }

    RateCount plus(RateCount other) {
        return new RateCount(reached + other.reached, of + other.of);
    }

    /** The share; NaN of nobody. */
    double share() {
        return of == 0 ? Double.NaN : (double) reached / of;
    }

    /** The fewer of those who reached it and those who did not. */
    long smallerPart() {
        return Math.min(reached, of - reached);
    }

    /** Wilson's interval; none where the count is no part of its whole. */
    Interval interval() {
        return isPossible() ? Proportion.wilson(reached, of) : Interval.NONE;
    }

    /** Whether the count is a part of its whole. */
    boolean isPossible() {
        return reached >= 0 && reached <= of;
    }
}
