package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.Unit;
import org.manyuan.statistics.Moments;
import org.manyuan.statistics.VarianceComponents;

/**
 * One exam in one subject, as everybody sat it: the marks of every unit in order of school_code. A pooled sitting puts together
 * several papers of one series, year, grade, subject and full mark; it has no exam_code, and its figures are DIFFERENT_PAPER.
 */
final class Sitting {
    /** The variant of figures of adjusted scores. */
    static final String ADJUSTED = "adjusted";

    private final Exam exam;
    private final ExamPaper paper;
    private final String variant;
    private final List<SchoolExamFact> facts;
    private final List<UnitMarks> everyone;
    private final List<UnitMarks> here = new ArrayList<>();
    private final Map<String, UnitMarks> byUnit = new HashMap<>();
    private final Map<String, List<UnitMarks>> byDistrict = new HashMap<>();
    private final Map<String, Set<String>> papersByDistrict = new HashMap<>();
    private final Map<String, Long> results = new HashMap<>();
    private final Map<String, List<SchoolExamFact>> factsByUnit = new HashMap<>();
    private final Set<String> countedTwice = new HashSet<>();
    private final boolean pooled;
    private final Moments all;
    private OptionalDouble betweenUnits = OptionalDouble.empty();
    private final Inputs inputs;
    private final Side territory;

    private Sitting(
            Territory places,
            Exam exam,
            ExamPaper paper,
            boolean pooled,
            String variant,
            Set<String> inSeveral,
            List<SchoolExamFact> facts,
            List<UnitMarks> everyone,
            Moments all,
            Inputs inputs) {
        this.exam = exam;
        this.paper = paper;
        this.pooled = pooled;
        this.variant = variant;
        this.facts = List.copyOf(facts);
        this.everyone = everyone;
        this.all = all;
        this.inputs = inputs;
        for (UnitMarks unit : everyone) {
            Optional<Unit> known = places.unit(unit.schoolCode());
            if (known.isPresent()) {
                here.add(unit);
                byUnit.put(unit.schoolCode(), unit);
                places.places(known.get().districtCode()).forEach(place -> byDistrict
                        .computeIfAbsent(place, any -> new ArrayList<>())
                        .add(unit));
            }
        }
        this.territory = Side.of(here);
        inSeveral.forEach(code -> countedTwice.addAll(places.placesOf(code)));
        for (SchoolExamFact fact : facts) {
            results.merge(fact.schoolCode(), fact.n(), Long::sum);
            factsByUnit
                    .computeIfAbsent(fact.schoolCode(), any -> new ArrayList<>())
                    .add(fact);
            Optional<Unit> known = places.unit(fact.schoolCode());
            known.ifPresent(unit -> places.places(unit.districtCode()).forEach(place -> papersByDistrict
                    .computeIfAbsent(place, any -> new HashSet<>())
                    .add(fact.examCode())));
        }
    }

    /** One paper with the facts of the units that handed something in. */
    static Sitting of(Territory territory, Exam exam, ExamPaper paper, List<SchoolExamFact> facts) {
        double step = paper.scoreStep() == null ? Double.NaN : paper.scoreStep().doubleValue();
        Map<String, UnitMarks> marks = new TreeMap<>();
        for (SchoolExamFact fact : facts) {
            if (UnitMarks.canBeRead(fact, step)) {
                marks.merge(fact.schoolCode(), UnitMarks.of(fact, step), UnitMarks::and);
            }
        }
        marks.replaceAll((code, unit) ->
                territory.unit(code).map(known -> unit.under(known.origin())).orElse(unit));
        List<UnitMarks> everyone = List.copyOf(marks.values());
        return new Sitting(
                territory,
                exam,
                paper,
                false,
                "",
                Set.of(),
                facts,
                everyone,
                UnitMarks.pool(everyone),
                ofPaper(everyone));
    }

    /**
     * Several papers of one full mark put together; the last one gives day and full mark.
     *
     * @param variant tells two pools of a year apart where their full marks differ; else empty
     */
    static Sitting pool(Territory territory, List<Sitting> sittings, String variant) {
        Sitting last = sittings.get(sittings.size() - 1);
        Map<String, UnitMarks> marks = new TreeMap<>();
        List<SchoolExamFact> facts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> inSeveral = new HashSet<>();
        for (Sitting sitting : sittings) {
            sitting.results.forEach((code, pupils) -> {
                if (pupils > 0 && !seen.add(code)) {
                    inSeveral.add(code);
                }
            });
            for (UnitMarks unit : sitting.everyone) {
                marks.merge(unit.schoolCode(), unit, UnitMarks::and);
                facts.addAll(unit.facts());
            }
        }
        List<UnitMarks> everyone = List.copyOf(marks.values());
        return new Sitting(
                territory,
                last.exam,
                last.paper,
                true,
                variant,
                inSeveral,
                facts,
                everyone,
                UnitMarks.pool(everyone),
                ofPaper(everyone));
    }

    /**
     * The same sitting with adjusted scores of those of its units that have them. μ_e is the mean of these, since a standing compares like
     * with like; SD_e stays that of everyone who sat, so that one scale measures both.
     *
     * @param rest what the adjusted scores rest on besides the units' own
     */
    Sitting adjusted(Territory territory, List<UnitMarks> adjusted, Inputs rest) {
        Moments scale = new Moments(all.n(), UnitMarks.pool(adjusted).mean(), all.m2());
        return new Sitting(
                territory,
                exam,
                paper,
                pooled,
                ADJUSTED,
                Set.of(),
                facts,
                adjusted,
                scale,
                ofPaper(adjusted).and(inputs, rest.as(InputTrace.Use.PAPER)));
    }

    private static Inputs ofPaper(List<UnitMarks> everyone) {
        return Inputs.all(everyone.stream().map(UnitMarks::inputs).toList()).as(InputTrace.Use.PAPER);
    }

    /** Whether its scores are adjusted for what pupils came with. */
    boolean isAdjusted() {
        return variant.equals(ADJUSTED);
    }

    /** Whether several papers are put together. */
    boolean isPooled() {
        return pooled;
    }

    /** Empty for a pooled sitting. */
    String examCode() {
        return pooled ? "" : exam.examCode();
    }

    /** A part of the rows' variant; empty but where a year has two pools, or scores are adjusted. */
    String variant() {
        return variant;
    }

    /** The day; of a pooled sitting the last one. */
    LocalDate heldOn() {
        return exam.heldOn();
    }

    int schoolYear() {
        return exam.schoolYear();
    }

    /** The exam; of a pooled sitting the last one held. */
    Exam exam() {
        return exam;
    }

    /** The paper; of a pooled sitting that of the last exam (the full mark is that of all). */
    ExamPaper paper() {
        return paper;
    }

    /** What was handed in, readable or not; of a pooled sitting what could be read. */
    List<SchoolExamFact> facts() {
        return facts;
    }

    /** What a unit handed in, readable or not. */
    List<SchoolExamFact> factsOf(String schoolCode) {
        return factsByUnit.getOrDefault(schoolCode, List.of());
    }

    /** Every unit that sat it, those outside the territory too. */
    List<UnitMarks> everyone() {
        return everyone;
    }

    /** The units of the territory. */
    List<UnitMarks> here() {
        return here;
    }

    /** The units of a district or below it. */
    List<UnitMarks> in(String districtCode) {
        return byDistrict.getOrDefault(districtCode, List.of());
    }

    /**
     * Whether a district has rows of it: a unit of it handed in something, readable or not; for pooled papers, units of it sat
     * several of them, and none of them more than one: its pupils would count twice.
     */
    boolean concerns(String districtCode) {
        return papersByDistrict.getOrDefault(districtCode, Set.of()).size() > (pooled ? 1 : 0)
                && !countedTwice.contains(districtCode);
    }

    /** Whether one of the units handed something in, readable or not. */
    boolean isHandedIn(List<String> schoolCodes) {
        return schoolCodes.stream().anyMatch(results::containsKey);
    }

    /** Whether somebody of the units has a result, whatever it tells: a score, a level, a place in a school's totals. */
    boolean hasResults(List<String> schoolCodes) {
        return schoolCodes.stream().anyMatch(code -> results.getOrDefault(code, 0L) > 0);
    }

    /** Whether somebody of the units has a level and no score. */
    boolean hasLevels(List<String> schoolCodes) {
        return schoolCodes.stream()
                .flatMap(code -> factsOf(code).stream())
                .anyMatch(fact -> fact.n() > 0 && !fact.hasScores() && fact.bins() != null);
    }

    /** Whether one of the units has a mean. */
    boolean hasMeans(List<String> schoolCodes) {
        return schoolCodes.stream().anyMatch(byUnit::containsKey);
    }

    /** The marks of a unit of the territory; empty where it did not sit. */
    Optional<UnitMarks> of(String schoolCode) {
        return Optional.ofNullable(byUnit.get(schoolCode));
    }

    /** The marks of those of the units that sat, in the given order. */
    List<UnitMarks> of(List<String> schoolCodes) {
        List<UnitMarks> sat = new ArrayList<>(schoolCodes.size());
        for (String code : schoolCodes) {
            UnitMarks marks = byUnit.get(code);
            if (marks != null) {
                sat.add(marks);
            }
        }
        return sat;
    }

    /** Those of a group's units that sat. */
    List<String> unitsOf(Roster roster) {
        return roster.all().stream().filter(byUnit::containsKey).toList();
    }

    /** The marks of a panel unit's parts, one after another put together; each must have sat. */
    UnitMarks together(List<String> parts) {
        return of(parts).stream().reduce(UnitMarks::and).orElseThrow();
    }

    /** All pupils of the territory that sat it. */
    Side territory() {
        return territory;
    }

    /** Number, mean and spread over everyone who sat: μ_e and SD_e of METRICS §0. */
    Moments all() {
        return all;
    }

    /** τ² of GAP-12 over everyone who sat, points²; NaN where it cannot be fitted. Fitted when first asked for. */
    double betweenUnits() {
        if (betweenUnits.isEmpty()) {
            betweenUnits = OptionalDouble.of(VarianceComponents.reml(
                            everyone.stream().mapToLong(UnitMarks::n).toArray(),
                            everyone.stream().mapToDouble(UnitMarks::mean).toArray(),
                            everyone.stream()
                                    .mapToDouble(unit -> unit.moments().m2())
                                    .sum())
                    .tau2());
        }
        return betweenUnits.getAsDouble();
    }

    /** Origin and digest of everything that makes μ_e, SD_e and τ². */
    Inputs inputs() {
        return inputs;
    }
}
