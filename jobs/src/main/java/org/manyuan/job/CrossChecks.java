package org.manyuan.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.contract.CheckTerms;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.Severity;
import org.manyuan.domain.ExclusiveKinds;
import org.manyuan.ingest.ActivitiesInTerm;
import org.manyuan.ingest.ExamSchools;
import org.manyuan.ingest.ExchangeOnRoll;
import org.manyuan.ingest.GradeTotals;
import org.manyuan.ingest.KinUnits;
import org.manyuan.ingest.OverlappingMemberships;
import org.manyuan.ingest.OverlappingSpells;
import org.manyuan.ingest.TotalsOfSubjects;
import org.manyuan.store.WarehouseWrite;

/**
 * The checks between files that a call can touch, as one plan: what its rows say held against what counts now, itself included. A check
 * whose other dataset nobody handed in is left out.
 */
final class CrossChecks {
    /** What the checks look at, by dataset; of the smaller ones where they are looked up. */
    private static final Map<String, String[]> COLUMNS = Map.of(
            "student_roll", named("student_key school_year school_code stage grade zone_school_code"),
            "class_roll", named("school_code school_year stage grade students"),
            "enrollment", named("school_code school_year stage grade students classes intake intake_in_zone"),
            "student_id_link", named("old_key new_key"),
            "teacher_roll", named("teacher_key school_year school_code"),
            "teacher_exchange", named("teacher_key started_on ended_on kind fte"),
            "group_membership", named("group_code school_code joined_on left_on as_of"));

    private final WarehouseWrite write;
    private final CountingRows counting;
    private final Map<String, Set<String>> submissions = new HashMap<>();
    private final Set<String> addedUp = new TreeSet<>();

    /**
     * @param taken what the call's texts became
     * @param patches submissions of the call that replace only the keys they hold
     */
    CrossChecks(WarehouseWrite write, List<Intake.Taken> taken, Set<String> patches) {
        this.write = write;
        this.counting = new CountingRows(write, patches);
        for (Intake.Taken each : taken) {
            String submission = each.part().submissionId();
            submissions
                    .computeIfAbsent(each.part().binding().contract().dataset(), any -> new TreeSet<>())
                    .add(submission);
            if (each.part().binding().rowsPerLine() > 1) {
                addedUp.add(submission);
            }
        }
    }

    /** What they find, a row a line of this call; empty where no check can be made. */
    Optional<Dataset<Row>> findings() {
        List<Dataset<Row>> found = new ArrayList<>();
        for (Contract contract : Contracts.all()) {
            for (CheckTerms terms : contract.checks()) {
                plan(terms).forEach(found::add);
            }
        }
        return found.stream().reduce(Dataset::unionByName);
    }

    private Stream<Dataset<Row>> plan(CheckTerms terms) {
        return switch (terms.check()) {
            case "ENROLLMENT_AGAINST_ROLL" -> students(terms);
            case "ENROLLMENT_AGAINST_CLASSES" -> classes(terms);
            case "INTAKE_AGAINST_ROLL" -> intake(terms);
            case "EXAM_SCHOOL_NOT_ON_ROLL" -> examSchools(terms);
            case "TOTAL_OF_SUBJECTS" -> totals(terms);
            case "OVERLAPPING_MEMBERSHIP" -> memberships(terms);
            case "EXCHANGE_TEACHER_UNKNOWN" -> exchange(roll -> roll.unknownTeachers(terms.check()));
            case "EXCHANGE_FROM_OTHER_SCHOOL" -> exchange(roll -> roll.otherSchools(terms.check()));
            case "OVERLAPPING_EXCHANGE" -> spells(terms);
            case "ACTIVITY_OUTSIDE_TERM" -> activities(terms);
            // a row by itself decides it: the reader has told it
            case "CHECK_DIGIT", "SCHOOL_CODE_TYPE", "EXAM_USE_NOT_STATED" -> Stream.empty();
            default -> throw new IllegalStateException("no plan makes check " + terms.check());
        };
    }

    private Stream<Dataset<Row>> students(CheckTerms terms) {
        return touchedEither("enrollment", "student_roll")
                ? Stream.of(
                        GradeTotals.students(marked("enrollment"), marked("student_roll"), terms.check(), slack(terms)))
                : Stream.empty();
    }

    private Stream<Dataset<Row>> classes(CheckTerms terms) {
        return touchedEither("enrollment", "class_roll")
                ? Stream.of(
                        GradeTotals.classes(marked("enrollment"), marked("class_roll"), terms.check(), slack(terms)))
                : Stream.empty();
    }

    private Stream<Dataset<Row>> intake(CheckTerms terms) {
        return touchedEither("enrollment", "student_roll")
                ? Stream.of(GradeTotals.intake(
                        marked("enrollment"), marked("student_roll"), schools(), terms.check(), slack(terms)))
                : Stream.empty();
    }

    private static GradeTotals.Slack slack(CheckTerms terms) {
        return new GradeTotals.Slack(terms.number("share"), terms.number("heads"));
    }

    private Stream<Dataset<Row>> examSchools(CheckTerms terms) {
        if (!touched("exam_score") || !there("student_roll")) {
            return Stream.empty();
        }
        return Stream.of(ExamSchools.of(
                handedIn("exam_score"),
                counting.small("exam", "exam_code", "school_year"),
                current("student_roll"),
                current("student_id_link"),
                kin(),
                terms.check()));
    }

    /** Wide lines are added up where they are read; what is left is added up only where some line says a total. */
    private Stream<Dataset<Row>> totals(CheckTerms terms) {
        if (!touched("exam_score")) {
            return Stream.empty();
        }
        Dataset<Row> scores = handedIn("exam_score");
        Dataset<Row> tall = terms.severity() == Severity.ERROR || addedUp.isEmpty()
                ? scores
                : scores.where(col("submission_id").isin(addedUp.toArray()).equalTo(false));
        return TotalsOfSubjects.totals(tall).limit(1).count() == 0
                ? Stream.empty()
                : Stream.of(TotalsOfSubjects.of(
                        tall,
                        counting.small("exam_paper", "exam_code", "subject"),
                        terms.number("points"),
                        terms.check()));
    }

    private Stream<Dataset<Row>> memberships(CheckTerms terms) {
        return touched("group_membership")
                ? Stream.of(OverlappingMemberships.of(
                        marked("group_membership"), groups(), ExclusiveKinds.ALL, terms.check()))
                : Stream.empty();
    }

    private Stream<Dataset<Row>> exchange(Function<ExchangeOnRoll, Dataset<Row>> check) {
        return touched("teacher_exchange") && there("teacher_roll")
                ? Stream.of(
                        check.apply(new ExchangeOnRoll(handedIn("teacher_exchange"), current("teacher_roll"), kin())))
                : Stream.empty();
    }

    private Stream<Dataset<Row>> spells(CheckTerms terms) {
        return touched("teacher_exchange")
                ? Stream.of(OverlappingSpells.of(marked("teacher_exchange"), terms.number("posts"), terms.check()))
                : Stream.empty();
    }

    private Stream<Dataset<Row>> activities(CheckTerms terms) {
        return touched("group_activity") && there("term_calendar")
                ? Stream.of(ActivitiesInTerm.of(
                        handedIn("group_activity"),
                        counting.small("term_calendar", "district_code", "school_year", "from_on", "to_on"),
                        schools(),
                        groups(),
                        counting.small("district", "district_code", "parent_code"),
                        terms.check()))
                : Stream.empty();
    }

    private Dataset<Row> kin() {
        return KinUnits.of(schools(), counting.small("school_succession", "from_code", "to_code"));
    }

    private Dataset<Row> schools() {
        return counting.small("school", "school_code", "part_of", "schooling_system", "district_code");
    }

    private Dataset<Row> groups() {
        return counting.small("education_group", "group_code", "kind", "authority_code");
    }

    /** The rows that count, with the columns that the checks look at. */
    private Dataset<Row> current(String dataset) {
        return counting.of(dataset, COLUMNS.get(dataset));
    }

    private static String[] named(String columns) {
        return columns.split(" ");
    }

    private boolean touched(String dataset) {
        return submissions.containsKey(dataset);
    }

    private boolean touchedEither(String one, String other) {
        return (touched(one) && there(other)) || (touched(other) && there(one));
    }

    private boolean there(String dataset) {
        return write.has(CountingRows.table(dataset).name());
    }

    /** The rows that this call brought. */
    Dataset<Row> handedIn(String dataset) {
        return write.read(CountingRows.table(dataset))
                .where(col("submission_id").isin(submissions.get(dataset).toArray()));
    }

    /** The rows that count, and which of them this call brought. */
    private Dataset<Row> marked(String dataset) {
        Set<String> mine = submissions.getOrDefault(dataset, Set.of());
        return current(dataset)
                .withColumn(
                        "is_new",
                        mine.isEmpty() ? lit(false) : col("submission_id").isin(mine.toArray()));
    }
}
