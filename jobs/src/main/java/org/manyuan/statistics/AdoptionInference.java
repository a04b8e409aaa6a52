package org.manyuan.statistics;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.special.Gamma;

/**
 * How sure effects of a panel are, from their influence functions summed over what was drawn together. METRICS B7.
 */
public final class AdoptionInference {
    private static final double LEVEL = .95;

    private final AdoptionPanel panel;
    private final int[] clusterOf;
    private final List<String> labels;
    private final boolean clustered;
    private final CohortStrata strata;
    private final double largest;

    private AdoptionInference(AdoptionPanel panel, boolean clustered) {
        this.panel = panel;
        this.clustered = clustered;
        SortedMap<String, Integer> number = new TreeMap<>();
        for (int i = 0; i < panel.size(); i++) {
            number.put(label(i), 0);
        }
        this.labels = List.copyOf(number.keySet());
        for (int c = 0; c < labels.size(); c++) {
            number.put(labels.get(c), c);
        }
        this.clusterOf =
                IntStream.range(0, panel.size()).map(i -> number.get(label(i))).toArray();
        this.strata = CohortStrata.of(cohorts());
        this.largest = panel.largest();
    }

    /** Every unit drawn on its own. */
    public static AdoptionInference byUnit(AdoptionPanel panel) {
        return new AdoptionInference(panel, false);
    }

    /** Units of a cluster drawn together. */
    public static AdoptionInference byCluster(AdoptionPanel panel) {
        return new AdoptionInference(panel, true);
    }

    /** What is drawn: units, or clusters. */
    public int draws() {
        return labels.size();
    }

    /** √Σ(Σψ)²/n, the inner sum over what is drawn together; NaN without a value, or where one side lies in one cluster. */
    public double standardError(Effect effect) {
        if (!rests(effect)) {
            return Double.NaN;
        }
        double squares = 0;
        for (double sum : sums(effect)) {
            squares += sum * sum;
        }
        return Math.sqrt(squares) / panel.size();
    }

    /** Normal interval of one effect, 95 %: too short where a cohort or its controls are few; see {@link #welch}. */
    public Interval interval(Effect effect) {
        return Normal.interval(effect.value(), standardError(effect), LEVEL);
    }

    /** Two-sided normal p of no effect; NaN without a standard error, or where it is 0. */
    public double p(Effect effect) {
        double se = standardError(effect);
        return se > 0 ? Normal.twoSidedP(effect.value() / se) : Double.NaN;
    }

    /**
     * The effect with variances within each cohort over m − 1 and degrees of freedom by Satterthwaite: for one cohort against the never
     * treated Welch's comparison of their changes, for averages its counterpart. Its interval holds in small cohorts too.
     */
    public Welch welch(Effect effect) {
        return rests(effect)
                ? strata.welch(effect.value(), scaledSums(effect))
                : new Welch(effect.value(), Double.NaN, Double.NaN);
    }

    /**
     * Whether all these effects are 0, by Wald's test. NaN statistic and p where there is no effect, or their variances are singular:
     * one effect is then a sum of others, or fewer clusters than effects were drawn, and no test of all can be given.
     */
    public WaldTest allZero(List<GroupTimeEffect> cells) {
        int q = cells.size();
        List<double[]> sums = cells.stream()
                .map(cell -> rests(cell.effect()) ? scaledSums(cell.effect()) : new double[draws()])
                .toList();
        double[][] variance = new double[q][q];
        double[] value = new double[q];
        for (int a = 0; a < q; a++) {
            value[a] = cells.get(a).effect().value();
            for (int b = 0; b < q; b++) {
                variance[a][b] = Inverse.dot(sums.get(a), sums.get(b));
            }
        }
        return q == 0
                ? WaldTest.none(0)
                : Inverse.of(variance)
                        .map(inverse -> Inverse.dot(value, Inverse.times(inverse, value)))
                        .map(wald -> new WaldTest(
                                wald,
                                q,
                                Gamma.regularizedGammaQ(q / 2.0, wald / 2),
                                strata.allZero(value, cohortsOf(cells), sums)))
                        .orElse(WaldTest.none(q));
    }

    /** A band that holds all these effects at once, from that many draws. */
    public SimultaneousBand band(List<Effect> effects, int draws, long seed) {
        return SimultaneousBand.of(
                effects.stream().map(this::welch).toList(),
                effects.stream().map(this::scaledSums).toList(),
                hashes(seed),
                draws);
    }

    /** The interval of one effect for few clusters. */
    public WildBootstrap wild(Effect effect, int draws, long seed) {
        double[] sums = scaledSums(effect);
        return WildBootstrap.of(effect.value(), sums.length == 0 ? sums : strata.stretched(sums), hashes(seed), draws);
    }

    private static int[] cohortsOf(List<GroupTimeEffect> cells) {
        return cells.stream().mapToInt(GroupTimeEffect::cohort).toArray();
    }

    private List<Optional<Integer>> cohorts() {
        List<Set<Integer>> years = Stream.generate(() -> (Set<Integer>) new HashSet<Integer>())
                .limit(draws())
                .toList();
        for (int i = 0; i < clusterOf.length; i++) {
            years.get(clusterOf[i]).add(panel.cohortOf(i));
        }
        return years.stream()
                .map(own -> own.size() == 1 ? Optional.of(own.iterator().next()) : Optional.<Integer>empty())
                .toList();
    }

    private double[] scaledSums(Effect effect) {
        double[] sums = rests(effect) ? sums(effect) : new double[0];
        for (int c = 0; c < sums.length; c++) {
            sums[c] /= panel.size();
        }
        return sums;
    }

    private boolean rests(Effect effect) {
        return effect.exists() && (!clustered || effect.clusters() >= 2);
    }

    /** Influence that is rounding only is none: units that all moved alike tell nothing of chance. */
    private double[] sums(Effect effect) {
        double[] sums = new double[draws()];
        for (int i = 0; i < clusterOf.length; i++) {
            sums[clusterOf[i]] += effect.influence()[i];
        }
        Arrays.setAll(sums, c -> Rounding.snap(sums[c], largest));
        return sums;
    }

    private long[] hashes(long seed) {
        return labels.stream()
                .mapToLong(label -> HashedWeight.hash(label, seed))
                .toArray();
    }

    private String label(int i) {
        return clustered ? panel.unit(i).cluster() : panel.unit(i).key();
    }
}
