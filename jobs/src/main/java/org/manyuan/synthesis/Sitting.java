package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.manyuan.synthesis.CountyPlan.Paper;
import org.manyuan.synthesis.CountyPlan.School;
import org.manyuan.synthesis.CountyPlan.Series;

/**
 * One exam as it was sat: every pupil of the grade with marks in points, whole steps each, by paper in the plan's order and the
 * total last; no marks where the pupil was absent. Marks are drawn, then set to mean 0 and SD 1 within each school, so that the
 * planned means hold but for the rounding to a step.
 */
final class Sitting {
    /** A pupil and the marks; empty where absent. */
    record Row(Pupil pupil, Map<String, Double> marks) {}

    private final CountyPlan plan;
    private final Chance chance;
    private final Cohorts cohorts;
    private final Series series;
    private final int schoolYear;
    private double perSubject = 1;

    private Sitting(CountyPlan plan, Chance chance, Cohorts cohorts, Series series, int schoolYear) {
        this.plan = plan;
        this.chance = chance;
        this.cohorts = cohorts;
        this.series = series;
        this.schoolYear = schoolYear;
    }

    /** The rows of one exam, by school in the plan's order, then by pupil. */
    static List<Row> rows(CountyPlan plan, Chance chance, Cohorts cohorts, Series series, int schoolYear) {
        return new Sitting(plan, chance, cohorts, series, schoolYear).rows();
    }

    /** What a gap on the total is to be multiplied with to have the gap on one paper: papers agree only in part. */
    static double perSubject(CountyPlan plan, Chance chance, Cohorts cohorts, Series series, int schoolYear) {
        Sitting sitting = new Sitting(plan, chance, cohorts, series, schoolYear);
        sitting.rows();
        return sitting.perSubject;
    }

    private List<Row> rows() {
        Map<String, List<Pupil>> present = new LinkedHashMap<>();
        Map<String, Integer> sitters = new LinkedHashMap<>();
        List<Pupil> everyone = new ArrayList<>();
        for (School school : plan.schools()) {
            List<Pupil> pupils = cohorts.pupils(school, series.stage(), series.grade(), schoolYear);
            everyone.addAll(pupils);
            List<Pupil> sat = pupils.stream().filter(pupil -> !absent(pupil)).toList();
            if (!sat.isEmpty()) {
                present.put(school.code(), sat);
                sitters.put(school.code(), sat.size());
            }
        }
        Map<String, Double> means = UnitMeans.of(plan, chance, series, schoolYear, sitters);
        double within = spreadWithin(means, sitters);
        Map<String, Map<String, Double>> marks = new LinkedHashMap<>();
        present.forEach((school, pupils) -> marks.putAll(marks(pupils, perSubject * means.get(school), within)));
        return everyone.stream()
                .map(pupil -> new Row(pupil, marks.getOrDefault(pupil.key(), Map.of())))
                .toList();
    }

    private boolean absent(Pupil pupil) {
        return chance.happens(plan.chance().absentShare(), "absent", series.code(), schoolYear, pupil.key());
    }

    /**
     * The SD within schools that makes the SD of each paper over everyone 1. With b the variance of the unit means of the total and
     * q = r + (1−r)Σσ²/(Σσ)² the share of the variance that a sum of papers keeps, papers hold √(q/(1−b(1−q))) of a gap of the
     * total.
     */
    private double spreadWithin(Map<String, Double> means, Map<String, Integer> sitters) {
        double everyone = sitters.values().stream().mapToInt(Integer::intValue).sum();
        double between = 0;
        for (Map.Entry<String, Double> mean : means.entrySet()) {
            between += sitters.get(mean.getKey()) * mean.getValue() * mean.getValue() / (everyone - 1);
        }
        double sum = 0;
        double squares = 0;
        for (Paper paper : series.papers().values()) {
            sum += paper.sd();
            squares += paper.sd() * paper.sd();
        }
        double correlation = plan.chance().subjectCorrelation();
        double kept = correlation + (1 - correlation) * squares / (sum * sum);
        perSubject = Math.sqrt(kept / (1 - between * (1 - kept)));
        double rest = 1 - perSubject * perSubject * between;
        if (rest <= 0) {
            throw new IllegalArgumentException("the gaps planned for " + series.examCode(schoolYear)
                    + " leave no room within schools: plan smaller ones");
        }
        return Math.sqrt(rest * (everyone - 1) / (everyone - sitters.size()));
    }

    private Map<String, Map<String, Double>> marks(List<Pupil> pupils, double mean, double within) {
        Map<String, Map<String, Double>> marks = new LinkedHashMap<>();
        pupils.forEach(pupil -> marks.put(pupil.key(), new LinkedHashMap<>()));
        series.papers().forEach((subject, paper) -> {
            double[] drawn = standardised(
                    pupils.stream().mapToDouble(pupil -> drawn(pupil, subject)).toArray());
            for (int i = 0; i < drawn.length; i++) {
                double points = paper.mean() + paper.sd() * (mean + within * drawn[i]);
                marks.get(pupils.get(i).key()).put(subject, onStep(points, paper));
            }
        });
        if (series.total() != null) {
            marks.values()
                    .forEach(own -> own.put(
                            "total",
                            own.values().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .sum()));
        }
        return marks;
    }

    /** What the pupil is good at everywhere and for good, and this paper of this year. */
    private double drawn(Pupil pupil, String subject) {
        double common = plan.chance().subjectCorrelation();
        return Math.sqrt(common) * chance.normal("pupil", pupil.key())
                + Math.sqrt(1 - common) * chance.normal("paper", series.code(), schoolYear, subject, pupil.key());
    }

    /** The values with mean 0 and SD 1. */
    static double[] standardised(double[] values) {
        int n = values.length;
        double mean = 0;
        for (double value : values) {
            mean += value / n;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double sd = n < 2 ? 1 : Math.sqrt(squares / (n - 1));
        double[] standardised = new double[n];
        for (int i = 0; i < n; i++) {
            standardised[i] = (values[i] - mean) / sd;
        }
        return standardised;
    }

    private static double onStep(double points, Paper paper) {
        double step = paper.step().doubleValue();
        double marks = Math.round(points / step) * step;
        return Math.max(0, Math.min(paper.fullMark().doubleValue(), marks));
    }
}
