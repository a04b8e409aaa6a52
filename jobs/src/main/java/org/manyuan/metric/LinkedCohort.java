package org.manyuan.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.manyuan.domain.LinkedExamFact;
import org.manyuan.domain.LinkedPupil;
import org.manyuan.domain.Origin;
import org.manyuan.statistics.GrowthPercentiles;
import org.manyuan.statistics.Moments;

/**
 * Everyone who sat one exam in one subject and has an earlier score: how much each grew beside those who began alike, summed up by unit.
 * Where the earlier scores are of several papers, each is held against its own paper's mean and SD. Source: METRICS B6.
 */
public final class LinkedCohort {
    /** A hundred lines need a hundred pupils. */
    private static final int FEWEST = 100;

    private static final int RANK_STEPS = 100;

    private LinkedCohort() {}

    /**
     * One fact per unit and earlier exam.
     *
     * @param pupils of one exam and subject, in any order
     */
    public static List<LinkedExamFact> of(List<LinkedPupil> pupils) {
        List<LinkedPupil> ordered = pupils.stream()
                .sorted(Comparator.comparing(LinkedPupil::schoolCode)
                        .thenComparing(LinkedPupil::priorCode)
                        .thenComparing(LinkedPupil::prior)
                        .thenComparing(LinkedPupil::score))
                .toList();
        double[] prior = priors(ordered);
        double[] score = ordered.stream().mapToDouble(LinkedPupil::score).toArray();
        boolean enough = ordered.size() >= FEWEST && Arrays.stream(prior).allMatch(Double::isFinite);
        int[] growth = enough
                ? GrowthPercentiles.of(
                        Arrays.stream(prior).mapToObj(x -> new double[] {x}).toArray(double[][]::new), score)
                : new int[0];
        double[] ranks = enough ? GrowthPercentiles.withinPriorBins(prior, score) : new double[0];
        Map<List<String>, List<Integer>> places = new TreeMap<>(
                Comparator.comparing((List<String> key) -> key.get(0)).thenComparing(key -> key.get(1)));
        for (int i = 0; i < ordered.size(); i++) {
            places.computeIfAbsent(
                            List.of(ordered.get(i).schoolCode(), ordered.get(i).priorCode()), any -> new ArrayList<>())
                    .add(i);
        }
        List<LinkedExamFact> facts = new ArrayList<>();
        places.values()
                .forEach(own -> facts.add(fact(own.stream().map(ordered::get).toList(), own, growth, ranks)));
        return facts;
    }

    private static double[] priors(List<LinkedPupil> pupils) {
        boolean onePaper =
                pupils.stream().map(LinkedPupil::priorCode).distinct().count() == 1;
        return pupils.stream()
                .mapToDouble(pupil -> onePaper ? pupil.prior() : standing(pupil))
                .toArray();
    }

    private static double standing(LinkedPupil pupil) {
        double step = pupil.priorStep().doubleValue();
        Moments everyone = Moments.ofSteps(pupil.priorN(), pupil.priorS1(), pupil.priorS2(), step);
        return (pupil.prior() * step - everyone.mean()) / everyone.sd();
    }

    private static LinkedExamFact fact(List<LinkedPupil> pupils, List<Integer> places, int[] growth, double[] ranks) {
        long[] sums = new long[5];
        TreeMap<Integer, Long> grew = new TreeMap<>();
        TreeMap<Integer, Long> ranked = new TreeMap<>();
        Origin origin = Origin.REPORTED;
        for (int i = 0; i < pupils.size(); i++) {
            LinkedPupil pupil = pupils.get(i);
            long[] terms = {
                pupil.prior(),
                pupil.score(),
                Math.multiplyExact(pupil.prior(), pupil.prior()),
                Math.multiplyExact(pupil.prior(), pupil.score()),
                Math.multiplyExact(pupil.score(), pupil.score())
            };
            Arrays.setAll(sums, s -> Math.addExact(sums[s], terms[s]));
            origin = origin.and(pupil.origin());
            if (growth.length > 0) {
                grew.merge(growth[places.get(i)], 1L, Long::sum);
                ranked.merge((int) Math.round(RANK_STEPS * ranks[places.get(i)]), 1L, Long::sum);
            }
        }
        LinkedPupil any = pupils.get(0);
        return new LinkedExamFact(
                any.examCode(),
                any.subject(),
                any.schoolCode(),
                any.priorCode(),
                pupils.size(),
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                sums[4],
                any.priorStep(),
                any.priorN(),
                any.priorS1(),
                any.priorS2(),
                bins(grew),
                counts(grew),
                bins(ranked),
                counts(ranked),
                origin);
    }

    private static int[] bins(TreeMap<Integer, Long> histogram) {
        return histogram.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    private static long[] counts(TreeMap<Integer, Long> histogram) {
        return histogram.values().stream().mapToLong(Long::longValue).toArray();
    }
}
