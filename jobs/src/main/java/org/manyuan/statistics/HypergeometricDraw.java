package org.manyuan.statistics;

import org.hipparchus.distribution.discrete.HypergeometricDistribution;

/** How many of a sample without replacement are marked: one number for one u, in about as many steps as the standard deviation counts. */
final class HypergeometricDraw {
    private final long population;
    private final long marked;
    private final long sample;

    /** @throws ArithmeticException where the population passes the largest int */
    HypergeometricDraw(long population, long marked, long sample) {
        this.population = population;
        this.marked = marked;
        this.sample = sample;
    }

    /** The probabilities are taken off u from the likeliest number outwards, up and down in turn; u lies between 0 (in) and 1 (out). */
    long at(double u) {
        long least = Math.max(0, sample + marked - population);
        long most = Math.min(sample, marked);
        long likeliest = (long) ((sample + 1.0) * (marked + 1.0) / (population + 2.0));
        long up = likeliest;
        long down = likeliest;
        double upper = probability(likeliest);
        double lower = upper;
        double rest = u - upper;
        while (rest >= 0 && (up < most || down > least)) {
            if (up < most) {
                upper *= toNext(up);
                up++;
                rest -= upper;
                if (rest < 0) {
                    return up;
                }
            }
            if (down > least) {
                down--;
                lower /= toNext(down);
                rest -= lower;
                if (rest < 0) {
                    return down;
                }
            }
        }
        return likeliest;
    }

    private double probability(long number) {
        return new HypergeometricDistribution(
                        Math.toIntExact(population), Math.toIntExact(marked), Math.toIntExact(sample))
                .probability(Math.toIntExact(number));
    }

    /** Probability of one more over that of this number. */
    private double toNext(long number) {
        return (double) (marked - number)
                * (sample - number)
                / ((number + 1.0) * (population - marked - sample + number + 1));
    }
}
