package org.manyuan.metric;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.manyuan.domain.District;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.LinkedExamFact;
import org.manyuan.domain.LinkedPupil;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.domain.Role;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.SchoolSuccession;
import org.manyuan.domain.Stage;
import org.manyuan.domain.SuccessionKind;
import org.manyuan.domain.Unit;

/**
 * A small territory T for tests, written down in a few lines: districts lie under T, exams are in math, grade 8, series 期末, full mark
 * 100, step 1, unless said otherwise. Schools are made with the first line that names them.
 */
final class Town {
    static final LocalDate AS_OF = LocalDate.of(2026, 8, 31);
    private static final String SERIES = "期末";
    static final String SUBJECT = "math";

    private final List<District> districts = new ArrayList<>();
    private final Map<String, Unit> units = new TreeMap<>();
    private final List<EducationGroup> groups = new ArrayList<>();
    private final List<MembershipSpan> spans = new ArrayList<>();
    private final List<SchoolSuccession> successions = new ArrayList<>();
    private final List<Exam> exams = new ArrayList<>();
    private final List<ExamPaper> papers = new ArrayList<>();
    private final List<SchoolExamFact> facts = new ArrayList<>();
    private final List<LinkedExamFact> linked = new ArrayList<>();

    Town() {
        districts.add(new District("T", "T", null, "city", Origin.REPORTED));
        district("C1");
        district("C2");
    }

    /** Only these districts. */
    static Town of(String... districts) {
        Town town = new Town();
        town.districts.removeIf(district -> !district.districtCode().equals("T"));
        List.of(districts).forEach(town::district);
        return town;
    }

    boolean hasUnit(String school) {
        return units.containsKey(school);
    }

    Town district(String code) {
        districts.add(new District(code, code, "T", "county", Origin.REPORTED));
        return this;
    }

    Town unit(String school, String district) {
        units.put(school, TownRecords.school(school, district, Origin.REPORTED));
        return this;
    }

    Town syntheticUnit(String school, String district) {
        units.put(school, TownRecords.school(school, district, Origin.SYNTHETIC));
        return this;
    }

    /** A school that is there already, with something else about it: see {@link TownRecords}. */
    Town with(String school, UnaryOperator<Unit> change) {
        units.computeIfPresent(school, (code, unit) -> change.apply(unit));
        return this;
    }

    /** An education group without a day of founding; members as {@code A1 lead, A2 member}. */
    Town group(String code, String authority, String members) {
        return group(code, "education_group", authority, null, members);
    }

    Town group(String code, String kind, String authority, String foundedOn, String members) {
        groups.add(new EducationGroup(code, code, authority, kind, null, day(foundedOn), null, Origin.REPORTED));
        for (String member : members.isEmpty() ? new String[0] : members.split(",")) {
            String[] words = member.trim().split(" +");
            member(code, words[0], words[1], "2010-09-01", null);
        }
        return this;
    }

    Town member(String group, String school, String role, String joinedOn, String leftOn) {
        return member(group, school, role, joinedOn, leftOn, false);
    }

    Town member(String group, String school, String role, String joinedOn, String leftOn, boolean approximate) {
        spans.add(new MembershipSpan(
                group,
                school,
                Role.of(role),
                null,
                day(joinedOn),
                day(leftOn),
                approximate,
                Instant.EPOCH,
                null,
                Origin.REPORTED));
        return this;
    }

    /** A school goes on under another code: {@code rename}, {@code recode}, {@code merge}, {@code split}. */
    Town succession(String from, String to, String happenedOn, String kind) {
        successions.add(new SchoolSuccession(from, to, day(happenedOn), SuccessionKind.of(kind), Origin.REPORTED));
        return this;
    }

    /** An exam on June 20 that ends the school year. */
    Town exam(String code, int schoolYear) {
        return exam(code, schoolYear, "100", "1");
    }

    Town exam(String code, int schoolYear, String fullMark, String step) {
        return exam(code, schoolYear, LocalDate.of(schoolYear + 1, 6, 20), fullMark, step);
    }

    /** A baseline: what pupils know when they enter. */
    Town baseline(String code, int schoolYear, LocalDate heldOn) {
        exam(code, schoolYear, heldOn, "100", "1");
        exams.replaceAll(exam -> exam.examCode().equals(code)
                ? new Exam(code, "T", exam.series(), schoolYear, 1, "baseline", Stage.J, "7", heldOn)
                : exam);
        return this;
    }

    Town exam(String code, int schoolYear, LocalDate heldOn, String fullMark, String step) {
        exams.add(new Exam(code, "T", SERIES, schoolYear, 2, "final", Stage.J, "8", heldOn));
        papers.add(new ExamPaper(
                code,
                SUBJECT,
                fullMark == null ? null : new BigDecimal(fullMark),
                step == null ? null : new BigDecimal(step),
                null,
                null,
                null));
        return this;
    }

    /** One line a school: {@code exam | school | scores in steps}; {@code 3x70} is three pupils with 70. */
    Town scores(String table) {
        for (String[] row : MetricTable.cells(table)) {
            TreeMap<Integer, Long> bins = new TreeMap<>();
            for (String score : row[2].isEmpty() ? new String[0] : row[2].split(" +")) {
                String[] times = score.split("x");
                bins.merge(
                        Integer.valueOf(times[times.length - 1]),
                        times.length > 1 ? Long.parseLong(times[0]) : 1L,
                        Long::sum);
            }
            scores(row[0], row[1], bins);
        }
        return this;
    }

    Town scores(String exam, String school, TreeMap<Integer, Long> bins) {
        facts.add(TownRecords.scores(exam, school, bins));
        return known(school);
    }

    /** One line a school: {@code exam | school | examinees | mean | sd}; a dash is what was not handed in. */
    Town totals(String table) {
        for (String[] row : MetricTable.cells(table)) {
            facts.add(TownRecords.total(row[0], row[1], Long.parseLong(row[2]), number(row[3]), number(row[4])));
            known(row[1]);
        }
        return this;
    }

    /** The cuts of an exam's paper in points; null is what was not handed in. */
    Town cuts(String exam, String excellent, String pass, String low) {
        papers.replaceAll(paper -> !paper.examCode().equals(exam)
                ? paper
                : new ExamPaper(
                        exam,
                        SUBJECT,
                        paper.fullMark(),
                        paper.scoreStep(),
                        excellent == null ? null : new BigDecimal(excellent),
                        pass == null ? null : new BigDecimal(pass),
                        low == null ? null : new BigDecimal(low)));
        return this;
    }

    /** Pupils of a school who were registered for an exam and absent. */
    Town absent(String exam, String school, long absent) {
        facts.replaceAll(
                fact -> fact.examCode().equals(exam) && fact.schoolCode().equals(school)
                        ? TownRecords.withAbsent(fact, absent)
                        : fact);
        return this;
    }

    /** One line a school: {@code exam | school | pupils with E D C B A}; levels without scores. */
    Town levels(String table) {
        for (String[] row : MetricTable.cells(table)) {
            facts.add(TownRecords.levels(row[0], row[1], row[2]));
            known(row[1]);
        }
        return this;
    }

    /** One line a school: {@code exam | school | candidates | examinees | excellent | passed | low}; a dash was not handed in (examinees: 0). */
    Town counts(String table) {
        for (String[] row : MetricTable.cells(table)) {
            facts.add(TownRecords.counts(row));
            known(row[1]);
        }
        return this;
    }

    /** Pupils with earlier scores, of one exam. */
    Town linked(List<LinkedPupil> pupils) {
        linked.addAll(LinkedCohort.of(pupils));
        return this;
    }

    /** The same town with every list in another order. */
    Town shuffled(long seed) {
        Random random = new Random(seed);
        Town town = new Town();
        town.districts.clear();
        town.districts.addAll(districts);
        town.units.putAll(units);
        town.groups.addAll(groups);
        town.spans.addAll(spans);
        town.successions.addAll(successions);
        town.exams.addAll(exams);
        town.papers.addAll(papers);
        town.facts.addAll(facts);
        town.linked.addAll(linked);
        for (List<?> list : List.of(
                town.districts,
                town.groups,
                town.spans,
                town.successions,
                town.exams,
                town.papers,
                town.facts,
                town.linked)) {
            Collections.shuffle(list, random);
        }
        return town;
    }

    Territory territory() {
        List<Unit> all = new ArrayList<>(units.values());
        Collections.reverse(all);
        return new Territory("T", "city", districts, all, groups, spans, successions);
    }

    List<MembershipSpan> spans() {
        return List.copyOf(spans);
    }

    ScoreFamily family() {
        return new ScoreFamily(SERIES, SUBJECT, exams, papers, facts, linked);
    }

    MarkBook book() {
        return new MarkBook(territory(), family(), BuildTerms.of(AS_OF));
    }

    List<MetricValue> rows(ScoreMetric metric) {
        return metric.rows(book());
    }

    /** A school whose code begins with X is not of this territory. */
    private Town known(String school) {
        if (!school.startsWith("X")) {
            units.putIfAbsent(school, TownRecords.school(school, "C1", Origin.REPORTED));
        }
        return this;
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Double number(String text) {
        return text.equals("-") ? null : Double.valueOf(text);
    }
}
