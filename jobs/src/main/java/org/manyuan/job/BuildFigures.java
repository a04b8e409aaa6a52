package org.manyuan.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.manyuan.config.Settings;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.CountyStandards;
import org.manyuan.contract.PolicyRules;
import org.manyuan.contract.Schemes;
import org.manyuan.core.ClassFacts;
import org.manyuan.core.Districts;
import org.manyuan.core.EducationGroups;
import org.manyuan.core.EnrollmentFacts;
import org.manyuan.core.ExamPapers;
import org.manyuan.core.Exams;
import org.manyuan.core.ExchangeSpells;
import org.manyuan.core.FirstExam;
import org.manyuan.core.FlowFacts;
import org.manyuan.core.LinkedPupils;
import org.manyuan.core.MembershipSources;
import org.manyuan.core.MembershipSpans;
import org.manyuan.core.ResourceFacts;
import org.manyuan.core.SchoolExamFacts;
import org.manyuan.core.SchoolSuccessions;
import org.manyuan.core.TeacherFacts;
import org.manyuan.core.Terms;
import org.manyuan.core.Units;
import org.manyuan.domain.AssessmentIndicator;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.District;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.FlowFact;
import org.manyuan.domain.LinkedExamFact;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Successions;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Term;
import org.manyuan.domain.Unit;
import org.manyuan.measure.AssessedRow;
import org.manyuan.measure.Assessments;
import org.manyuan.measure.ConformedTables;
import org.manyuan.measure.LinkedExamFacts;
import org.manyuan.measure.MetricValues;
import org.manyuan.metric.BuildTerms;
import org.manyuan.record.RecordRows;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.Runs;
import org.manyuan.store.StagingTable;
import org.manyuan.store.Warehouse;
import org.manyuan.store.WarehouseWrite;
import org.manyuan.store.Withdrawals;
import org.manyuan.store.Workspace;
import org.manyuan.store.WriterLock;

/**
 * {@code build}: what was handed in becomes dimensions, memberships and school-level facts, and these become every figure of the
 * catalogue in one job. All tables change together or none does.
 */
public final class BuildFigures {
    private final OpenWorkspace open;
    private final Warehouse warehouse;
    private final WarehouseWrite write;
    private final CurrentTables current;
    private final Progress progress;

    private BuildFigures(
            OpenWorkspace open, Warehouse warehouse, WarehouseWrite write, CurrentTables current, Progress progress) {
        this.open = open;
        this.warehouse = warehouse;
        this.write = write;
        this.current = current;
        this.progress = progress;
    }

    /**
     * What was built.
     *
     * @param asOf the day the figures speak of
     * @param figures rows of metric_value
     * @param circles successions that would make a unit its own predecessor, {@code from → to (day)}: they were left out
     */
    public record Built(LocalDate asOf, long figures, List<String> circles) {}

    /**
     * Builds everything.
     *
     * @param asOf the day the figures speak of; empty: August 31 that ends the latest school year with data
     * @throws UsageException where nothing was handed in yet
     */
    public static Built in(Workspace workspace, Optional<LocalDate> asOf, Progress progress) {
        try (WriterLock lock = workspace.lockForWriting("build")) {
            OpenWorkspace open = OpenWorkspace.at(workspace);
            return Noted.run(open.database(), "build", () -> {
                try (Warehouse warehouse = open.warehouse();
                        WarehouseWrite write = warehouse.write(lock);
                        LakeQuery lake = LakeQuery.open(workspace, open.database())) {
                    return new BuildFigures(open, warehouse, write, new CurrentTables(warehouse, lake), progress)
                            .run(asOf);
                }
            });
        }
    }

    private Built run(Optional<LocalDate> asOf) {
        if (!warehouse.has(StagingTable.of(Contracts.of("school")).name())) {
            throw new UsageException(
                    "还没有报送学校（school），无法计算；请先运行 manyuan ingest。",
                    "No schools were handed in, so there is nothing to build; run manyuan ingest first.");
        }
        ConformedTables conformed = conform();
        progress.step("计算指标", "computing the figures");
        Settings settings = open.settings();
        BuildTerms terms = new BuildTerms(
                asOf.orElseGet(this::endOfLatestYear),
                1,
                settings.exchange().termDays(),
                Set.copyOf(settings.exchange().kinds()));
        Dataset<MetricValue> figures =
                kept("metric_value", MetricValues.of(conformed, settings.territoryLevel(), terms), MetricValue.class);
        assess(figures, conformed, terms.asOf());
        Map<String, Long> seen = warehouse.heads();
        write.commit(connection -> {
            Runs.built(connection, seen, Instant.now());
            return null;
        });
        return new Built(terms.asOf(), figures.count(), circles());
    }

    /** A scheme or rule whose region or metric has no figures leaves its tables without rows of it. */
    private void assess(Dataset<MetricValue> figures, ConformedTables conformed, LocalDate asOf) {
        progress.step("核对政策规则并按方案考核", "checking policy rules and assessing by the schemes");
        Dataset<PolicyCheck> checks = kept("policy_check", checks(figures, asOf), PolicyCheck.class);
        Dataset<AssessedRow> assessed =
                Assessments.of(figures, checks, conformed, Schemes.all(), asOf).persist();
        write.replace("assessment_score", RecordRows.table(Assessments.scores(assessed), AssessmentScore.class));
        write.replace(
                "assessment_indicator", RecordRows.table(Assessments.indicators(assessed), AssessmentIndicator.class));
        assessed.unpersist();
    }

    private static Dataset<PolicyCheck> checks(Dataset<MetricValue> figures, LocalDate asOf) {
        return Assessments.checks(figures, PolicyRules.all(), asOf)
                .unionByName(Assessments.standards(figures, CountyStandards.all(), PolicyRules.all(), asOf));
    }

    private ConformedTables conform() {
        progress.step("整理区县、学校与集团", "conforming districts, schools and groups");
        Dataset<District> districts = kept("dim_district", Districts.of(current.of("district")), District.class);
        Dataset<Unit> units = kept("dim_school", Units.of(current.of("school")), Unit.class);
        Dataset<Exam> exams = kept("dim_exam", Exams.of(current.of("exam")), Exam.class);
        Dataset<ExamPaper> papers = kept("dim_exam_paper", ExamPapers.of(current.of("exam_paper")), ExamPaper.class);
        Dataset<Term> terms = kept("dim_term", Terms.of(current.of("term_calendar")), Term.class);

        progress.step("汇总成绩", "one pass over the scores");
        Dataset<SchoolExamFact> scores = kept(
                "fct_school_exam",
                SchoolExamFacts.of(current.of("exam_score"), current.of("exam_summary"), current.of("exam_paper")),
                SchoolExamFact.class);

        progress.step("对照学生以前的成绩", "pupils beside their earlier scores");
        Dataset<LinkedExamFact> linked = kept(
                "fct_linked_exam",
                LinkedExamFacts.of(LinkedPupils.of(
                        current.of("exam_score"),
                        current.of("exam_paper"),
                        current.of("student_id_link"),
                        exams,
                        papers,
                        scores)),
                LinkedExamFact.class);

        progress.step("整理招生、教师与办学条件", "conforming enrollment, teachers and resources");
        Dataset<EnrollmentFact> enrollment =
                kept("fct_enrollment", EnrollmentFacts.of(current.of("enrollment")), EnrollmentFact.class);
        Dataset<ClassFact> classes = kept("fct_class", ClassFacts.of(current.of("class_roll")), ClassFact.class);
        Dataset<FlowFact> flows = kept("fct_flow", FlowFacts.of(current.of("student_roll")), FlowFact.class);
        Dataset<ExchangeSpell> exchanges =
                kept("fct_exchange", ExchangeSpells.of(current.of("teacher_exchange")), ExchangeSpell.class);
        Dataset<TeacherFact> teachers =
                kept("fct_teacher", TeacherFacts.of(current.of("teacher_roll")), TeacherFact.class);
        Dataset<ResourceFact> resources =
                kept("fct_resource", ResourceFacts.of(current.of("school_resource")), ResourceFact.class);

        progress.step("整理成员关系", "conforming memberships");
        boolean derive = !open.settings().deriveLead().equals("none");
        Dataset<MembershipSpan> stated = MembershipSpans.of(new MembershipSources(
                stored("group_membership"),
                stored("education_group"),
                stored("school_succession"),
                units,
                submissions()));
        Dataset<MembershipSpan> spans = kept(
                "brg_membership",
                MembershipSpans.withRoles(stated, FirstExam.examinees(scores, exams), derive),
                MembershipSpan.class);
        Dataset<EducationGroup> groups = kept(
                "dim_group", EducationGroups.of(current.of("education_group"), spans, units), EducationGroup.class);
        return new ConformedTables(
                districts,
                units,
                groups,
                spans,
                exams,
                papers,
                terms,
                scores,
                linked,
                enrollment,
                exchanges,
                teachers,
                resources,
                classes,
                flows);
    }

    /** Writes a table and reads it again, so that what follows does not work it out anew. */
    private <T extends Record> Dataset<T> kept(String table, Dataset<T> rows, Class<T> type) {
        write.replace(table, RecordRows.table(rows, type));
        return RecordRows.records(write.read(table), type);
    }

    private List<String> circles() {
        return Successions.of(
                        SchoolSuccessions.of(current.of("school_succession")).collectAsList())
                .refused()
                .stream()
                .map(row -> row.fromCode() + " → " + row.toCode() + " (" + row.happenedOn() + ")")
                .toList();
    }

    /** All that was ever handed in, whatever counts now. */
    private Dataset<Row> stored(String dataset) {
        return warehouse.read(StagingTable.of(Contracts.of(dataset)));
    }

    /** One row per submission and period in which it counted. */
    private Dataset<Row> submissions() {
        SparkSession spark = open.spark();
        List<Row> rows = open.database().inTransaction(Withdrawals::periods).stream()
                .map(each -> RowFactory.create(
                        each.submissionId(), each.from(), each.to().orElse(null), each.isPatch()))
                .toList();
        return spark.createDataFrame(
                rows,
                new StructType()
                        .add("submission_id", DataTypes.StringType)
                        .add("known_from", DataTypes.TimestampType)
                        .add("known_to", DataTypes.TimestampType)
                        .add("is_patch", DataTypes.BooleanType));
    }

    private LocalDate endOfLatestYear() {
        return Stream.of("dim_exam", "fct_enrollment", "fct_teacher", "fct_resource")
                .map(table -> write.read(table).agg(max(col("school_year"))).first())
                .filter(row -> !row.isNullAt(0))
                .map(row -> row.getInt(0))
                .max(Integer::compare)
                .map(SchoolYear::lastDay)
                .orElseThrow(
                        () -> new UsageException(
                                "没有任何学年的数据（考试、招生、教师、办学条件），无法计算。",
                                "There are no exams, enrollment, teachers or resources of any school year, so there is nothing to build."));
    }
}
