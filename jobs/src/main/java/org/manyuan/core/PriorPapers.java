package org.manyuan.core;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;

/**
 * The earlier papers of the subject that a paper's pupils may be held against, the nearest first: the latest of the preceding school
 * year, then baselines, the latest first. Baselines themselves have none. Few, whatever the number of pupils. Source: METRICS B6.
 */
public final class PriorPapers implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String BASELINE = "baseline";

    private final Map<List<String>, BigDecimal> steps = new HashMap<>();
    private final Map<List<String>, Map<String, Prior>> priors = new HashMap<>();

    /**
     * All that there are.
     *
     * @param everyone of each paper that somebody sat with a score
     */
    public PriorPapers(Collection<Exam> exams, Collection<ExamPaper> papers, Collection<PaperTotal> everyone) {
        Map<String, Exam> byCode = exams.stream().collect(Collectors.toMap(Exam::examCode, exam -> exam));
        Map<List<String>, PaperTotal> totals = new HashMap<>();
        everyone.forEach(total -> totals.put(List.of(total.examCode(), total.subject()), total));
        List<ExamPaper> dated = papers.stream()
                .filter(paper -> paper.scoreStep() != null && paper.scoreStep().signum() > 0)
                .filter(paper -> byCode.containsKey(paper.examCode()))
                .toList();
        Map<String, List<ExamPaper>> sat = dated.stream()
                .filter(paper -> totals.containsKey(key(paper)))
                .collect(Collectors.groupingBy(ExamPaper::subject));
        for (ExamPaper paper : dated) {
            Exam exam = byCode.get(paper.examCode());
            Map<String, Prior> of = new HashMap<>();
            for (ExamPaper earlier : sat.getOrDefault(paper.subject(), List.of())) {
                Exam before = byCode.get(earlier.examCode());
                if (isPrior(exam, before)) {
                    of.put(before.examCode(), prior(exam, before, earlier, totals.get(key(earlier))));
                }
            }
            if (!of.isEmpty()) {
                steps.put(key(paper), paper.scoreStep());
                priors.put(key(paper), of);
            }
        }
    }

    private PriorPapers(PriorPapers all, Set<String> exams) {
        all.priors.forEach((paper, of) -> {
            if (exams.contains(paper.get(0))) {
                priors.put(paper, of);
                steps.put(paper, all.steps.get(paper));
            }
        });
    }

    /**
     * An earlier paper.
     *
     * @param isOfYearBefore whether it was sat in the preceding school year; else it is a baseline
     * @param days between the two
     * @param step points per step
     * @param everyone who sat it
     */
    record Prior(boolean isOfYearBefore, long days, String examCode, BigDecimal step, PaperTotal everyone)
            implements Serializable {
        private static final Comparator<Prior> NEAREST = Comparator.comparing((Prior prior) -> !prior.isOfYearBefore())
                .thenComparing(Prior::days)
                .thenComparing(Prior::examCode);
    }

    private static boolean isPrior(Exam exam, Exam before) {
        return !BASELINE.equals(exam.kind())
                && exam.heldOn() != null
                && before.heldOn() != null
                && before.heldOn().isBefore(exam.heldOn())
                && (isOfYearBefore(exam, before) || BASELINE.equals(before.kind()));
    }

    private static boolean isOfYearBefore(Exam exam, Exam before) {
        return before.schoolYear() == exam.schoolYear() - 1;
    }

    private static Prior prior(Exam exam, Exam before, ExamPaper earlier, PaperTotal everyone) {
        return new Prior(
                isOfYearBefore(exam, before),
                ChronoUnit.DAYS.between(before.heldOn(), exam.heldOn()),
                before.examCode(),
                earlier.scoreStep(),
                everyone);
    }

    /** Those of these exams alone. */
    public PriorPapers of(Set<String> exams) {
        return new PriorPapers(this, exams);
    }

    /** The exams among whose earlier papers is one of these, and these themselves. */
    public Set<String> restingOn(Set<String> exams) {
        Set<String> resting = new HashSet<>(exams);
        priors.forEach((paper, of) -> {
            if (exams.stream().anyMatch(of::containsKey)) {
                resting.add(paper.get(0));
            }
        });
        return resting;
    }

    /** The exams whose scores are needed: later and earlier. */
    public Set<String> exams() {
        Set<String> exams = new HashSet<>();
        priors.forEach((paper, of) -> {
            exams.add(paper.get(0));
            exams.addAll(of.keySet());
        });
        return exams;
    }

    /** The nearest earlier paper of a paper among those of some exams; empty where it has none there. */
    Optional<Prior> nearest(String examCode, String subject, Set<String> exams) {
        Map<String, Prior> of = priors.getOrDefault(List.of(examCode, subject), Map.of());
        return exams.stream().map(of::get).filter(Objects::nonNull).min(Prior.NEAREST);
    }

    /** Points per step of a paper that has earlier ones. */
    BigDecimal step(String examCode, String subject) {
        return steps.get(List.of(examCode, subject));
    }

    private static List<String> key(ExamPaper paper) {
        return List.of(paper.examCode(), paper.subject());
    }
}
