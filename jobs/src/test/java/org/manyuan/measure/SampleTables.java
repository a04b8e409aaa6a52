package org.manyuan.measure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.manyuan.SharedSpark;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.District;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.FlowFact;
import org.manyuan.domain.GroupActivity;
import org.manyuan.domain.GroupPost;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.LinkedExamFact;
import org.manyuan.domain.LinkedPupil;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Origin;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.Role;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.SchoolSuccession;
import org.manyuan.domain.SchoolingSystem;
import org.manyuan.domain.Stage;
import org.manyuan.domain.SuccessionKind;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Term;
import org.manyuan.domain.Unit;
import org.manyuan.metric.LinkedCohort;
import org.manyuan.record.RecordEncoder;

/**
 * Two cities of a province: Q with the counties Q1 and Q2, R with the county R1. Group G lies in Q over both counties, group H in R,
 * group X over both cities. Exam e22 and e23 are Q's, exam p22 was sat in the whole province.
 */
final class SampleTables {
    static final List<District> DISTRICTS = List.of(
            district("P", null, "province"),
            district("Q", "P", "city"),
            district("Q1", "Q", "county"),
            district("Q2", "Q", "county"),
            district("R", "P", "city"),
            district("R1", "R", "county"));
    static final List<Unit> UNITS = List.of(
            unit("a", "Q1"), unit("b", "Q1"), unit("c", "Q2"), unit("d", "Q2"), unit("x", "R1"), unit("y", "R1"));
    static final List<EducationGroup> GROUPS = List.of(group("G"), group("H"), group("X"));
    static final List<MembershipSpan> SPANS = List.of(
            span("G", "a", Role.LEAD, null),
            span("G", "b", Role.MEMBER, null),
            span("G", "c", Role.MEMBER, null),
            span("G", "d", Role.MEMBER, Instant.parse("2023-01-01T00:00:00Z")),
            span("H", "x", Role.LEAD, null),
            span("H", "y", Role.MEMBER, null),
            span("X", "d", Role.LEAD, null),
            span("X", "y", Role.MEMBER, null));
    static final List<SchoolSuccession> SUCCESSIONS =
            List.of(new SchoolSuccession("d", "c", LocalDate.of(2023, 1, 1), SuccessionKind.MERGE, Origin.REPORTED));
    static final List<Exam> EXAMS =
            List.of(exam("e22", "Q", "final", 2022), exam("e23", "Q", "final", 2023), exam("p22", "P", "test", 2022));
    static final List<ExamPaper> PAPERS = List.of(
            paper("e22", "math"),
            paper("e23", "math"),
            paper("p22", "math"),
            paper("p22", "chin"),
            paper("e22", "art"));
    static final List<SchoolExamFact> SCORES = scores();
    static final List<LinkedExamFact> LINKED = linked();
    static final List<EnrollmentFact> ENROLLMENT = List.of(enrollment("a"), enrollment("x"));
    static final List<ClassFact> CLASSES = List.of(schoolClass("a"), schoolClass("x"));
    static final List<FlowFact> FLOWS = List.of(
            new FlowFact("a", 2022, Stage.J, "7", "c", null, 30, Origin.REPORTED),
            new FlowFact("x", 2022, Stage.J, "7", "x", "y", 20, Origin.REPORTED));
    static final List<ExchangeSpell> EXCHANGES = List.of(exchange("1", "a", "b"), exchange("2", "a", "x"));
    static final List<TeacherFact> TEACHERS = List.of(teacher("t1", "a"), teacher("t2", null), teacher("t3", "y"));
    static final List<ResourceFact> RESOURCES = List.of(resource("a"), resource("b"), resource("x"));
    static final List<LedgerEntry> LEDGER =
            List.of(survey("1", null, "a"), survey("2", "G", null), survey("3", "X", null), survey("4", "H", "x"));
    static final List<GroupActivity> ACTIVITIES = List.of(activity("1", "G", "a"), activity("2", null, "x"));
    static final List<GroupPost> POSTS = List.of(post("G", "a"), post("H", "x"), post("X", "d"));
    static final List<Term> TERMS = List.of(
            new Term("Q1", 2022, 1, LocalDate.of(2022, 9, 1), LocalDate.of(2023, 1, 15)),
            new Term("R", 2022, 1, LocalDate.of(2022, 9, 1), LocalDate.of(2023, 1, 20)));

    private SampleTables() {}

    /** The registers, as known now, rows in an order that the seed chooses. */
    static Registers registers(int seed) {
        return new Registers(
                shuffled(DISTRICTS, seed),
                shuffled(UNITS, seed),
                shuffled(GROUPS, seed),
                shuffled(SPANS, seed).stream()
                        .filter(span -> span.knownTo() == null)
                        .toList(),
                shuffled(SUCCESSIONS, seed),
                shuffled(EXAMS, seed),
                shuffled(PAPERS, seed),
                shuffled(TERMS, seed));
    }

    /** The facts, rows in an order and a partitioning that the seed chooses. */
    static FactTables facts(int seed) {
        return new FactTables()
                .with(SchoolExamFact.class, dataset(SCORES, SchoolExamFact.class, seed))
                .with(LinkedExamFact.class, dataset(LINKED, LinkedExamFact.class, seed))
                .with(EnrollmentFact.class, dataset(ENROLLMENT, EnrollmentFact.class, seed))
                .with(ExchangeSpell.class, dataset(EXCHANGES, ExchangeSpell.class, seed))
                .with(TeacherFact.class, dataset(TEACHERS, TeacherFact.class, seed))
                .with(ResourceFact.class, dataset(RESOURCES, ResourceFact.class, seed))
                .with(ClassFact.class, dataset(CLASSES, ClassFact.class, seed))
                .with(LedgerEntry.class, dataset(LEDGER, LedgerEntry.class, seed))
                .with(GroupActivity.class, dataset(ACTIVITIES, GroupActivity.class, seed))
                .with(GroupPost.class, dataset(POSTS, GroupPost.class, seed))
                .with(FlowFact.class, dataset(FLOWS, FlowFact.class, seed));
    }

    /** Every family of the registers. */
    static Families families(int seed, String level) {
        Registers registers = registers(seed);
        Territories territories = new Territories(registers, level);
        return new Families(
                registers,
                level,
                SCORES.stream()
                        .flatMap(fact -> territories.ofUnit(fact.schoolCode()).stream()
                                .map(territory -> new SatPaper(fact.examCode(), fact.subject(), territory)))
                        .distinct()
                        .toList());
    }

    private static <T> List<T> shuffled(List<T> records, int seed) {
        List<T> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static <T extends Record> Dataset<T> dataset(List<T> records, Class<T> type, int seed) {
        return SharedSpark.session()
                .createDataset(shuffled(records, seed), RecordEncoder.of(type))
                .repartition(1 + seed % 3);
    }

    private static District district(String code, String parent, String level) {
        return new District(code, code, parent, level, Origin.REPORTED);
    }

    private static Unit unit(String code, String district) {
        return new Unit(
                code,
                code,
                district,
                district,
                null,
                Set.of(Stage.J),
                SchoolingSystem.SIX_THREE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Origin.REPORTED);
    }

    private static EducationGroup group(String code) {
        return new EducationGroup(
                code, code, "Q", "education_group", null, LocalDate.of(2022, 8, 1), null, Origin.REPORTED);
    }

    private static MembershipSpan span(String group, String school, Role role, Instant knownTo) {
        return new MembershipSpan(
                group,
                school,
                role,
                null,
                LocalDate.of(2022, 8, 1),
                null,
                false,
                Instant.parse("2022-09-10T00:00:00Z"),
                knownTo,
                Origin.REPORTED);
    }

    private static Exam exam(String code, String district, String series, int year) {
        return new Exam(code, district, series, year, 2, "final", Stage.J, "8", LocalDate.of(year + 1, 6, 20));
    }

    private static ExamPaper paper(String exam, String subject) {
        return new ExamPaper(
                exam,
                subject,
                new BigDecimal("100.000"),
                new BigDecimal("1.000"),
                new BigDecimal("85.000"),
                new BigDecimal("60.000"),
                new BigDecimal("40.000"));
    }

    private static List<SchoolExamFact> scores() {
        List<SchoolExamFact> facts = new ArrayList<>();
        Random random = new Random(20240901);
        for (Unit unit : UNITS) {
            boolean inQ = unit.districtCode().startsWith("Q");
            for (ExamPaper paper : PAPERS) {
                if (!paper.subject().equals("art") && (inQ || paper.examCode().equals("p22"))) {
                    facts.add(score(unit.schoolCode(), paper, random));
                }
            }
        }
        return List.copyOf(facts);
    }

    /** Everyone of Q sat e22 a year before e23, and p22 in math as well. */
    private static List<LinkedExamFact> linked() {
        List<LinkedPupil> pupils = new ArrayList<>();
        Random random = new Random(20240902);
        for (Unit unit : UNITS) {
            for (int i = 0; i < 40 && unit.districtCode().startsWith("Q"); i++) {
                int prior = 30 + random.nextInt(70);
                pupils.add(new LinkedPupil(
                        "e23",
                        "math",
                        unit.schoolCode(),
                        i < 30 ? "e22" : "p22",
                        prior,
                        (prior + 30 + random.nextInt(70)) / 2,
                        new BigDecimal("1.000"),
                        160,
                        160 * 60,
                        160 * 4000,
                        Origin.REPORTED));
            }
        }
        return LinkedCohort.of(pupils);
    }

    private static SchoolExamFact score(String school, ExamPaper paper, Random random) {
        int[] bins = random.ints(40, 30, 101).distinct().sorted().toArray();
        long[] counts = new long[bins.length];
        long n = 0;
        long s1 = 0;
        long s2 = 0;
        for (int i = 0; i < bins.length; i++) {
            counts[i] = 1 + random.nextInt(3);
            n += counts[i];
            s1 += counts[i] * bins[i];
            s2 += counts[i] * bins[i] * bins[i];
        }
        return new SchoolExamFact(
                paper.examCode(),
                paper.subject(),
                school,
                n,
                1,
                0,
                0,
                s1,
                s2,
                bins,
                counts,
                null,
                null,
                null,
                null,
                null,
                null,
                Origin.REPORTED);
    }

    private static EnrollmentFact enrollment(String school) {
        return new EnrollmentFact(
                school,
                2022,
                Stage.J,
                "7",
                LocalDate.of(2022, 10, 1),
                300L,
                6L,
                300L,
                280L,
                290L,
                30L,
                4L,
                5L,
                null,
                0L,
                Origin.REPORTED);
    }

    private static ClassFact schoolClass(String school) {
        return new ClassFact(school, 2022, Stage.J, "7", "1", 56L, Origin.REPORTED);
    }

    private static ExchangeSpell exchange(String id, String from, String to) {
        return new ExchangeSpell(
                id, "k" + id, null, from, to, LocalDate.of(2022, 9, 1), null, "轮岗", null, null, 1.0, Origin.REPORTED);
    }

    private static ResourceFact resource(String school) {
        return new ResourceFact(
                school,
                2022,
                Stage.J,
                400L,
                new BigDecimal("32.500"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new BigDecimal("9999999999.990"),
                null,
                null,
                null,
                null,
                Origin.REPORTED);
    }

    private static TeacherFact teacher(String key, String school) {
        return new TeacherFact(
                key, 2022, school, Stage.J, "none", null, null, true, true, null, null, null, Origin.REPORTED);
    }

    private static LedgerEntry survey(String id, String group, String school) {
        return new LedgerEntry(
                id,
                null,
                group,
                school,
                null,
                null,
                null,
                "survey",
                "satisfaction",
                LocalDate.of(2023, 6, 1),
                null,
                2022,
                90.0,
                100.0,
                null,
                "exact",
                null,
                null,
                Origin.REPORTED);
    }

    private static GroupActivity activity(String id, String group, String school) {
        return new GroupActivity(
                id,
                group,
                school,
                LocalDate.of(2022, 10, 8),
                "送课",
                "on_site",
                "teacher",
                "math",
                30L,
                null,
                2L,
                Origin.REPORTED);
    }

    private static GroupPost post(String group, String school) {
        return new GroupPost(group, "总校长", "k" + school, LocalDate.of(2022, 9, 1), null, null, school, Origin.REPORTED);
    }
}
