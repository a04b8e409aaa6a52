package org.manyuan.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.manyuan.core.ClassFacts;
import org.manyuan.core.Districts;
import org.manyuan.core.EnrollmentFacts;
import org.manyuan.core.ExamPapers;
import org.manyuan.core.Exams;
import org.manyuan.core.ExchangeSpells;
import org.manyuan.core.FlowFacts;
import org.manyuan.core.GroupActivities;
import org.manyuan.core.GroupPosts;
import org.manyuan.core.LedgerEntries;
import org.manyuan.core.ResourceFacts;
import org.manyuan.core.SchoolExamFacts;
import org.manyuan.core.SchoolSuccessions;
import org.manyuan.core.TeacherFacts;
import org.manyuan.core.Terms;
import org.manyuan.core.Units;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.District;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.FlowFact;
import org.manyuan.domain.GroupActivity;
import org.manyuan.domain.GroupPost;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.LinkedExamFact;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.SchoolSuccession;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Term;
import org.manyuan.domain.Unit;
import org.manyuan.measure.FactTables;
import org.manyuan.measure.Families;
import org.manyuan.measure.LinkedExamFacts;
import org.manyuan.measure.Registers;
import org.manyuan.record.RecordRows;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.LakeTable;
import org.manyuan.store.Warehouse;
import org.manyuan.store.WarehouseWrite;

/**
 * The first half of a build: what counts of what was handed in becomes dimensions, memberships and school-level facts. A table whose
 * sources have not changed is left as it is; of the scores only the exams are gone through whose rows have.
 */
final class ConformedTables {
    /** The step in which pupils are held against their earlier scores: of value added and growth alone. */
    static final Progress.Step LINKING = new Progress.Step("对照学生以前的成绩", "pupils beside their earlier scores");

    private static final String SCORES = "fct_school_exam";
    private static final String LINKED = "fct_linked_exam";

    /** Tables that say of which school year they speak. */
    private static final List<String> OF_YEARS = List.of("dim_exam", "fct_enrollment", "fct_teacher", "fct_resource");

    private final OpenWorkspace open;
    private final Warehouse warehouse;
    private final WarehouseWrite write;
    private final CurrentTables current;
    private final BuildNeed need;
    private final Progress progress;

    /** The exams whose rows of a table were made again; none where all were. */
    private final Map<String, Set<String>> again = new HashMap<>();

    ConformedTables(
            OpenWorkspace open,
            Warehouse warehouse,
            WarehouseWrite write,
            CurrentTables current,
            BuildNeed need,
            Progress progress) {
        this.open = open;
        this.warehouse = warehouse;
        this.write = write;
        this.current = current;
        this.need = need;
        this.progress = progress;
    }

    /** Conforms what has changed, and gives the facts. */
    FactTables conform() {
        progress.step("整理区县、学校与集团", "conforming districts, schools and groups");
        SideBySide.run(
                () -> keep("dim_district", District.class, () -> Districts.of(current.of("district")), "district"),
                () -> keep("dim_school", Unit.class, () -> Units.of(current.of("school")), "school"),
                () -> keep("dim_exam", Exam.class, () -> Exams.of(current.of("exam")), "exam"),
                () -> keep(
                        "dim_exam_paper", ExamPaper.class, () -> ExamPapers.of(current.of("exam_paper")), "exam_paper"),
                () -> keep(
                        "dim_succession",
                        SchoolSuccession.class,
                        () -> SchoolSuccessions.of(current.of("school_succession")),
                        "school_succession"),
                () -> keep("dim_term", Term.class, () -> Terms.of(current.of("term_calendar")), "term_calendar"));

        progress.step("汇总成绩", "one pass over the scores");
        List<Exam> exams = few("dim_exam", Exam.class);
        List<ExamPaper> papers = few("dim_exam_paper", ExamPaper.class);
        ofExams(SCORES, SchoolExamFact.class, need.isEverything(), need.exams(), of -> scores(of, papers));

        progress.step(LINKING);
        EarlierScores earlier = earlierScores(exams, papers);
        boolean isEveryLink = need.isChanged("exam", "student_id_link") || !warehouse.has(LINKED);
        Set<String> linkedAgain = isEveryLink ? Set.of() : earlier.restingOn(need.exams());
        ofExams(LINKED, LinkedExamFact.class, isEveryLink, linkedAgain, of -> LinkedExamFacts.of(earlier.pupils(of)));
        again.put(SCORES, need.exams());
        again.put(LINKED, linkedAgain);

        progress.step("整理招生、教师与办学条件", "conforming enrollment, teachers and resources");
        SideBySide.run(
                () -> keep(
                        "fct_enrollment",
                        EnrollmentFact.class,
                        () -> EnrollmentFacts.of(current.of("enrollment")),
                        "enrollment"),
                () -> keep("fct_class", ClassFact.class, () -> ClassFacts.of(current.of("class_roll")), "class_roll"),
                () -> keep(
                        "fct_exchange",
                        ExchangeSpell.class,
                        () -> ExchangeSpells.of(current.of("teacher_exchange")),
                        "teacher_exchange"),
                () -> keep(
                        "fct_teacher",
                        TeacherFact.class,
                        () -> TeacherFacts.of(current.of("teacher_roll")),
                        "teacher_roll"),
                () -> keep(
                        "fct_resource",
                        ResourceFact.class,
                        () -> ResourceFacts.of(current.of("school_resource")),
                        "school_resource"),
                () -> keep("fct_ledger", LedgerEntry.class, () -> LedgerEntries.of(current.of("ledger")), "ledger"),
                () -> keep(
                        "fct_activity",
                        GroupActivity.class,
                        () -> GroupActivities.of(current.of("group_activity")),
                        "group_activity"),
                () -> keep(
                        "fct_group_post", GroupPost.class, () -> GroupPosts.of(current.of("group_post")), "group_post"),
                () -> keep("fct_flow", FlowFact.class, () -> FlowFacts.of(current.of("student_roll")), "student_roll"));

        progress.step("整理成员关系", "conforming memberships");
        new ConformedMemberships(open, warehouse, write, current, need).conform(exams);
        FactTables facts = new FactTables();
        FamilyInputs.factTables().forEach((table, type) -> add(facts, table, type));
        return facts;
    }

    private <T extends Record> void add(FactTables facts, String table, Class<T> type) {
        facts.with(type, RecordRows.records(write.read(table), type));
    }

    /**
     * A table of facts that belong to exams: all of them, or those of some exams in place of what stood.
     *
     * @param rows of these exams; of all where none is given
     */
    private <T extends Record> void ofExams(
            String table,
            Class<T> type,
            boolean isAll,
            Set<String> exams,
            Function<Optional<Set<String>>, Dataset<T>> rows) {
        if (isAll) {
            write.replace(table, RecordRows.table(rows.apply(Optional.empty()), type), "exam_code");
        } else if (!exams.isEmpty()) {
            Dataset<Row> again = RecordRows.table(rows.apply(Optional.of(exams)), type);
            write.remove(
                    table,
                    open.spark()
                            .createDataset(List.copyOf(exams), Encoders.STRING())
                            .toDF("exam_code"),
                    List.of("exam_code"));
            write.append(table, again);
        }
    }

    private Dataset<SchoolExamFact> scores(Optional<Set<String>> exams, List<ExamPaper> papers) {
        Dataset<Row> scores = ofExams("exam_score", exams);
        return SchoolExamFacts.of(scores, ofExams("exam_summary", exams), papers, EarlierScores.summed(scores, papers));
    }

    private Dataset<Row> ofExams(String dataset, Optional<Set<String>> exams) {
        return exams.map(some -> current.of(dataset, "exam_code", some)).orElseGet(() -> current.of(dataset));
    }

    private EarlierScores earlierScores(List<Exam> exams, List<ExamPaper> papers) {
        try (LakeQuery lake = lake(SCORES)) {
            return new EarlierScores(current, exams, papers, lake);
        }
    }

    /** A table of few rows, as this build has left it, read without a plan. */
    private <T extends Record> List<T> few(String table, Class<T> type) {
        try (LakeQuery lake = lake(table)) {
            return lake.records(table, type, "true");
        }
    }

    private LakeQuery lake(String table) {
        return LakeQuery.open(open.workspace(), open.database(), List.of(write.standing(table)));
    }

    /** Makes a table anew, unless its sources have not changed. */
    private <T extends Record> void keep(String table, Class<T> type, Supplier<Dataset<T>> rows, String... sources) {
        if (need.isChanged(sources) || !warehouse.has(table)) {
            write.replace(table, RecordRows.table(rows.get(), type));
        }
    }

    /** The latest school year that anything is said of; empty where nothing is. */
    Optional<Integer> latestYear() {
        List<LakeTable> tables = OF_YEARS.stream().map(write::standing).toList();
        try (LakeQuery lake = LakeQuery.open(open.workspace(), open.database(), tables)) {
            String years = OF_YEARS.stream()
                    .map(table -> "select max(school_year) as year from " + table)
                    .collect(Collectors.joining(" union all "));
            return Optional.ofNullable((Integer)
                    lake.rows("select max(year) from (" + years + ")").get(0).get(0));
        }
    }

    /**
     * The registers, and who is computed together by them.
     *
     * @param families all that there are
     */
    record Known(Registers registers, Families families) {}

    /** As this build has left them, read without a plan. */
    Known known() {
        return known(write::standing);
    }

    /** As the last build left them; there was one. */
    Known knownBefore() {
        return known(table -> new LakeTable(table, table, warehouse.heads().get(table)));
    }

    private Known known(Function<String, LakeTable> standing) {
        List<LakeTable> tables = Stream.concat(FamilyInputs.REGISTERS.stream(), Stream.of(SCORES))
                .map(standing)
                .toList();
        try (LakeQuery lake = LakeQuery.open(open.workspace(), open.database(), tables)) {
            Registers registers = FamilyInputs.registers(lake);
            return new Known(
                    registers,
                    FamilyInputs.families(lake, registers, open.settings().territoryLevel()));
        }
    }

    /** What of the facts is other than it was when this build began. */
    ChangedFacts changedFacts(Families families) {
        Map<String, LakeTable> before = new HashMap<>();
        Map<String, LakeTable> after = new HashMap<>();
        for (String table : FamilyInputs.factTables().keySet()) {
            before.put(
                    table,
                    new LakeTable("before_" + table, table, warehouse.heads().get(table)));
            after.put(
                    table,
                    new LakeTable("after_" + table, table, write.standing(table).snapshot()));
        }
        return ChangedFacts.of(new ChangedFacts.States(open, before, after, again), families);
    }
}
