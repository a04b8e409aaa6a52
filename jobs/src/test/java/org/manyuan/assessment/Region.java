package org.manyuan.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Exam;
import org.manyuan.domain.Flag;
import org.manyuan.domain.LedgerFact;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.Role;
import org.manyuan.domain.SchoolSuccession;
import org.manyuan.domain.SchoolingSystem;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Successions;
import org.manyuan.domain.Unit;

/** A region for tests, written down in a few lines. Its groups belong to 370305; the assessed year is 2024. */
final class Region {
    static final LocalDate AS_OF = LocalDate.of(2025, 8, 31);

    private final List<MetricValue> figures = new ArrayList<>();
    private final List<EducationGroup> groups = new ArrayList<>();
    private final List<MembershipSpan> spans = new ArrayList<>();
    private final Map<String, Unit> units = new HashMap<>();
    private final List<PolicyCheck> checks = new ArrayList<>();
    private final List<LedgerFact> ledger = new ArrayList<>();

    /** An education group; members as {@code A lead, B member}, in since 2020. */
    Region group(String code, String members) {
        return group(education(code), members);
    }

    /** A group of any kind and form, founded in 2018. */
    Region group(String code, String kind, String form, String members) {
        return group(
                new EducationGroup(code, code, "370305", kind, form, LocalDate.of(2018, 9, 1), null, Origin.REPORTED),
                members);
    }

    private Region group(EducationGroup group, String members) {
        String code = group.groupCode();
        groups.add(group);
        for (String member : members.split(", *")) {
            String[] words = member.split(" ");
            member(code, words[0], words[1], "2020-09-01");
        }
        return this;
    }

    Region member(String group, String school, String role, String joined) {
        spans.add(span(group, school, role, joined, "-"));
        units.put(school, unit(school));
        return this;
    }

    /** The tags of a unit, as a file of schools writes them. */
    Region tag(String school, String tags) {
        units.put(school, unit(school, tags));
        return this;
    }

    /**
     * {@code metric | measure | variant | place | year | stage | exam | value | n | flag}, and as {@link #figure} says; a place G… is a
     * group, else a unit.
     */
    Region figures(String table) {
        for (String line : table.strip().split("\n")) {
            String[] cells = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
            figures.add(figure(cells));
        }
        return this;
    }

    Region check(String rule, CheckResult result) {
        return check(rule, "", "", "", result);
    }

    /** Of a group, a unit, or with neither of the district. */
    Region check(String rule, String group, String school, String stage, CheckResult result) {
        checks.add(new PolicyCheck(
                rule,
                "370305",
                group,
                school,
                2024,
                AS_OF,
                stage,
                result,
                "hard",
                "",
                null,
                0.1,
                null,
                "[]",
                Flag.OK,
                Origin.REPORTED));
        return this;
    }

    /** {@code kind | item | group | school | held on | school year | value | level | grade | status}, a dash for nothing. */
    Region ledger(String table) {
        for (String line : table.strip().split("\n")) {
            String[] cells = Arrays.stream(line.split("\\|"))
                    .map(String::strip)
                    .map(cell -> cell.equals("-") ? null : cell)
                    .toArray(String[]::new);
            ledger.add(new LedgerFact(
                    "E" + ledger.size(),
                    cells[2],
                    cells[3],
                    cells[0],
                    cells[1],
                    cells[4] == null ? null : LocalDate.parse(cells[4]),
                    cells[5] == null ? null : Integer.valueOf(cells[5]),
                    cells[6] == null ? null : Double.valueOf(cells[6]),
                    cells[7],
                    cells[8],
                    cells[9],
                    Origin.REPORTED));
        }
        return this;
    }

    RegionFacts facts() {
        return new RegionFacts(figures, groups, spans, List.copyOf(units.values()), EXAMS, checks, ledger, AS_OF);
    }

    /** The same in another order. */
    RegionFacts shuffled(long seed) {
        Random random = new Random(seed);
        List<Unit> all = new ArrayList<>(units.values());
        for (List<?> list : List.of(figures, groups, spans, all, checks, ledger)) {
            Collections.shuffle(list, random);
        }
        return new RegionFacts(figures, groups, spans, all, EXAMS, checks, ledger, AS_OF);
    }

    private static final List<Exam> EXAMS = List.of(
            new Exam("J9", "370305", "j9", 2024, 2, "graduation", Stage.J, "9", LocalDate.of(2025, 6, 13)),
            new Exam("M9", "370305", "m9", 2024, 2, "mock", Stage.J, "9", LocalDate.of(2025, 4, 13)),
            new Exam("J7", "370305", "j7", 2024, 2, "final", Stage.J, "7", LocalDate.of(2025, 6, 28)),
            new Exam("P6", "370305", "p6", 2024, 2, "final", Stage.P, "6", LocalDate.of(2025, 6, 28)),
            new Exam("Q6", "370305", "q6", 2024, 2, "graduation", Stage.P, "6", LocalDate.of(2025, 6, 28)),
            new Exam("P5", "370305", "p5", 2024, 2, "final", Stage.P, "5", LocalDate.of(2025, 6, 28)));

    static EducationGroup education(String code) {
        return new EducationGroup(
                code, code, "370305", "education_group", "城乡共建型", LocalDate.of(2022, 8, 12), null, Origin.REPORTED);
    }

    static ScoredGroup group(int minSchoolYears, List<MembershipSpan> spans) {
        return group(minSchoolYears, spans, List.of());
    }

    static ScoredGroup group(int minSchoolYears, List<MembershipSpan> spans, List<SchoolSuccession> successions) {
        return new ScoredGroup(education("G"), 2024, minSchoolYears, spans, Map.of(), Successions.of(successions));
    }

    /** A role may name the kind of member too: {@code member:new}. */
    static MembershipSpan span(String group, String school, String role, String joined, String left) {
        String[] named = role.split(":");
        return new MembershipSpan(
                group,
                school,
                Role.of(named[0]),
                named.length > 1 ? named[1] : null,
                LocalDate.parse(joined),
                left.equals("-") ? null : LocalDate.parse(left),
                false,
                Instant.EPOCH,
                null,
                Origin.REPORTED);
    }

    private static Unit unit(String code) {
        return unit(code, null);
    }

    private static Unit unit(String code, String tags) {
        Set<Stage> stages = EnumSet.of(
                switch (code.charAt(0)) {
                    case 'S' -> Stage.S;
                    case 'K' -> Stage.K;
                    case 'P' -> Stage.P;
                    default -> Stage.J;
                });
        return new Unit(
                code,
                code,
                "370305",
                "370305",
                null,
                stages,
                SchoolingSystem.FIVE_FOUR,
                null,
                null,
                null,
                null,
                null,
                null,
                tags,
                Origin.REPORTED);
    }

    /**
     * A row of metric_value, cells as of {@link #figures}, a variant perhaps with {@code @2022}, the base year; an eleventh is the units
     * left out, a twelfth the standard error, two more the interval.
     */
    static MetricValue figure(String... cells) {
        boolean isGroup = cells[3].startsWith("G");
        boolean isDistrict = cells[3].startsWith("3");
        String exam = cells[6];
        return new MetricValue(
                cells[0],
                1,
                cells[1],
                cells[2].split("@")[0],
                isDistrict ? cells[3] : "370305",
                isGroup ? cells[3] : "",
                isGroup || isDistrict ? "" : cells[3],
                Integer.parseInt(cells[4]),
                cells[2].contains("@") ? Integer.valueOf(cells[2].split("@")[1]) : null,
                AS_OF,
                exam,
                cells[5],
                exam.isEmpty() ? "" : exam.substring(1),
                exam.isEmpty() ? "" : "total",
                cells[7].equals("-") ? null : Double.valueOf(cells[7]),
                null,
                cells.length > 11 && !cells[11].equals("-") ? Double.valueOf(cells[11]) : null,
                cells.length > 12 ? Double.valueOf(cells[12]) : null,
                cells.length > 13 ? Double.valueOf(cells[13]) : null,
                null,
                "",
                null,
                null,
                cells[8].equals("-") ? null : Long.valueOf(cells[8]),
                1L,
                cells.length > 10 && !cells[10].equals("-") ? Long.valueOf(cells[10]) : null,
                null,
                Flag.valueOf(cells[9]),
                null,
                Origin.REPORTED,
                "",
                cells[8].equals("-") ? null : Long.valueOf(cells[8]),
                null,
                null,
                null);
    }
}
