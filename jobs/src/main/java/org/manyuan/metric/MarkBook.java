package org.manyuan.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.LinkedExamFact;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolExamFact;

/**
 * A score family, opened once for all metrics: its sittings by series, stage and grade, in an order that no longer depends on the
 * order in which the facts came.
 */
final class MarkBook {
    private final Territory territory;
    private final ScoreFamily family;
    private final BuildTerms terms;
    private final List<ExamSeries> series = new ArrayList<>();
    private final Map<String, LinkedMarks> linked = new HashMap<>();
    private final Map<List<Object>, LinkedMarks> held = new HashMap<>();
    private final Map<Rated, RateCounts> rates = new HashMap<>();
    private final Map<Rate, Map<SchoolExamFact, Inputs>> rateInputs = new EnumMap<>(Rate.class);
    private final Map<List<String>, IntakeAdjustment> adjusted = new HashMap<>();
    private final Predicate<String> isAsked;
    private final Parts parts;
    private List<ScopedSitting> scoped;

    MarkBook(Territory territory, ScoreFamily family, BuildTerms terms) {
        this(territory, family, terms, Parts.EVERY);
    }

    /**
     * Opens it for the figures of some parts.
     *
     * @param isAsked of a part of {@link Parts}; of {@link Parts#WHOLE} always
     */
    MarkBook(Territory territory, ScoreFamily family, BuildTerms terms, Predicate<String> isAsked) {
        this.territory = territory;
        this.isAsked = isAsked;
        this.parts = new Parts(territory);
        this.family = family;
        this.terms = terms;
        Map<String, ExamPaper> papers = new HashMap<>();
        family.papers().forEach(paper -> papers.put(paper.examCode(), paper));
        Map<String, List<SchoolExamFact>> facts = new HashMap<>();
        family.facts().forEach(fact -> facts.computeIfAbsent(fact.examCode(), any -> new ArrayList<>())
                .add(fact));
        Map<String, NavigableMap<Integer, List<Sitting>>> byGrade = new TreeMap<>();
        family.exams().stream()
                .sorted(Comparator.comparing(Exam::heldOn).thenComparing(Exam::examCode))
                .filter(exam -> facts.containsKey(exam.examCode()))
                .forEach(exam -> byGrade.computeIfAbsent(exam.stage() + "-" + exam.grade(), any -> new TreeMap<>())
                        .computeIfAbsent(exam.schoolYear(), any -> new ArrayList<>())
                        .add(Sitting.of(
                                territory,
                                exam,
                                papers.getOrDefault(exam.examCode(), unknownPaper(exam)),
                                facts.get(exam.examCode()))));
        byGrade.values().forEach(years -> series.add(seriesOf(years)));
    }

    Territory territory() {
        return territory;
    }

    BuildTerms terms() {
        return terms;
    }

    /** Whether a row is asked for: no other is missed where it is not written. */
    boolean asks(MetricValue row) {
        return isAsked == Parts.EVERY || isAsked.test(parts.of(row));
    }

    /** Whether rows of a unit are. */
    boolean asksUnit(String schoolCode) {
        return isAsked.test(parts.ofUnit(schoolCode));
    }

    /** Whether rows of a group are. */
    boolean asksGroup(EducationGroup group) {
        return isAsked.test(parts.ofGroup(group.groupCode()));
    }

    /** Whether rows of a district in one sitting are; those of several papers always. */
    boolean asksDistrict(String districtCode, Sitting sitting) {
        return sitting.isPooled() || isAsked.test(parts.ofDistrict(districtCode));
    }

    /** The pupils of a sitting proper beside their earlier scores; opened once. */
    LinkedMarks linked(Sitting sitting) {
        return linked.computeIfAbsent(
                sitting.examCode(),
                exam -> new LinkedMarks(
                        sitting,
                        family.linked().stream()
                                .filter(fact -> fact.examCode().equals(exam))
                                .toList()));
    }

    /** Those of them who were held against one of these earlier papers; opened once. */
    LinkedMarks linked(Sitting sitting, Set<String> priors) {
        return held.computeIfAbsent(List.of(sitting.examCode(), priors), any -> {
            List<LinkedExamFact> some = family.linked().stream()
                    .filter(fact -> fact.examCode().equals(sitting.examCode()) && priors.contains(fact.priorCode()))
                    .toList();
            LinkedMarks all = linked(sitting);
            return some.size() == all.facts(all.schoolCodes()).size() ? all : new LinkedMarks(sitting, some);
        });
    }

    /** The two sittings of a change with intake-adjusted scores; made once. */
    IntakeAdjustment adjusted(Sitting base, Sitting now) {
        return adjusted.computeIfAbsent(
                List.of(base.examCode(), now.examCode()), any -> IntakeAdjustment.of(this, base, now));
    }

    /** Its sittings with all that have rows of them; found once. */
    List<ScopedSitting> scoped() {
        if (scoped == null) {
            scoped = ScopedSitting.all(this);
        }
        return scoped;
    }

    /** One rate of one sitting; counted once. */
    RateCounts rates(ScopedSitting of, Rate rate, boolean candidates) {
        return rates.computeIfAbsent(
                new Rated(of.sitting(), rate, candidates),
                any -> new RateCounts(of, rate, candidates, (part, fact) -> rateInputs
                        .computeIfAbsent(rate, known -> new IdentityHashMap<>())
                        .computeIfAbsent(fact, row -> UnitMarks.inputs(row)
                                .from(territory.originOf(row.schoolCode()))
                                .and(rate.cutInputs(part.paper())))));
    }

    private record Rated(Sitting sitting, Rate rate, boolean candidates) {}

    String subject() {
        return family.subject();
    }

    /** Its series, one a stage and grade. */
    List<ExamSeries> series() {
        return series;
    }

    private ExamSeries seriesOf(NavigableMap<Integer, List<Sitting>> years) {
        NavigableMap<Integer, List<Sitting>> pooled = new TreeMap<>();
        years.forEach((year, sittings) -> pooled.put(year, poolsOf(sittings)));
        Exam any = years.firstEntry().getValue().get(0).exam();
        return new ExamSeries(territory, any.stage(), any.grade(), years, pooled);
    }

    private List<Sitting> poolsOf(List<Sitting> sittings) {
        Map<String, List<Sitting>> byFullMark = new TreeMap<>();
        sittings.forEach(sitting -> byFullMark
                .computeIfAbsent(plain(sitting.paper().fullMark()), any -> new ArrayList<>())
                .add(sitting));
        return byFullMark.entrySet().stream()
                .filter(pool -> pool.getValue().size() > 1)
                .map(pool -> Sitting.pool(
                        territory, pool.getValue(), byFullMark.size() > 1 ? "full_mark_" + pool.getKey() : ""))
                .toList();
    }

    private static String plain(BigDecimal fullMark) {
        return fullMark == null ? "none" : fullMark.stripTrailingZeros().toPlainString();
    }

    private ExamPaper unknownPaper(Exam exam) {
        return new ExamPaper(exam.examCode(), family.subject(), null, null, null, null, null);
    }
}
