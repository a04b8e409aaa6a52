package org.manyuan.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.SchoolSuccession;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Term;
import org.manyuan.domain.Unit;
import org.manyuan.measure.Families;
import org.manyuan.measure.Family;
import org.manyuan.measure.FamilyFacts;
import org.manyuan.measure.Registers;
import org.manyuan.measure.SatPaper;
import org.manyuan.measure.Territories;
import org.manyuan.metric.BuildTerms;
import org.manyuan.store.LakeQuery;

/**
 * What one family is computed from, read without Spark: its part of the registers and its facts, the same as a build gathers.
 *
 * @param registers the part that the family speaks of
 * @param exams every one that is known
 */
record FamilyInputs(Family family, Registers registers, FamilyFacts facts, List<Exam> exams) {
    /** The tables of registers. */
    static final List<String> REGISTERS = List.of(
            "dim_district",
            "dim_school",
            "dim_group",
            "brg_membership",
            "dim_succession",
            "dim_exam",
            "dim_exam_paper",
            "dim_term");

    /** Facts of a paper. */
    private static final Map<String, Class<? extends Record>> OF_PAPERS =
            Map.of("fct_school_exam", SchoolExamFact.class, "fct_linked_exam", LinkedExamFact.class);

    /** Facts that are no scores. */
    private static final Map<String, Class<? extends Record>> REST = Map.of(
            "fct_enrollment", EnrollmentFact.class,
            "fct_class", ClassFact.class,
            "fct_exchange", ExchangeSpell.class,
            "fct_teacher", TeacherFact.class,
            "fct_resource", ResourceFact.class,
            "fct_ledger", LedgerEntry.class,
            "fct_activity", GroupActivity.class,
            "fct_group_post", GroupPost.class,
            "fct_flow", FlowFact.class);

    /** The fact tables, with the record that is their row. */
    static Map<String, Class<? extends Record>> factTables() {
        Map<String, Class<? extends Record>> all = new LinkedHashMap<>(OF_PAPERS);
        all.putAll(REST);
        return all;
    }

    /** The table of a record; empty where it is in none of them. */
    static String table(Record row) {
        Map<String, Class<? extends Record>> all = factTables();
        all.put("brg_membership", MembershipSpan.class);
        all.put("dim_exam_paper", ExamPaper.class);
        all.put("dim_school", Unit.class);
        return all.entrySet().stream()
                .filter(entry -> entry.getValue().isInstance(row))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** All registers of a lake, as known now. */
    static Registers registers(LakeQuery lake) {
        return new Registers(
                lake.records("dim_district", District.class, "true"),
                lake.records("dim_school", Unit.class, "true"),
                lake.records("dim_group", EducationGroup.class, "true"),
                lake.records("brg_membership", MembershipSpan.class, "known_to is null"),
                successions(lake),
                lake.records("dim_exam", Exam.class, "true"),
                lake.records("dim_exam_paper", ExamPaper.class, "true"),
                lake.records("dim_term", Term.class, "true"));
    }

    /**
     * All families that there are.
     *
     * @param lake with {@code dim_school} and {@code fct_school_exam}
     * @param level the setting {@code territory_level}
     */
    static Families families(LakeQuery lake, Registers all, String level) {
        Territories territories = new Territories(all, level);
        // one unit of each district tells where a paper was sat
        Set<SatPaper> sat = new HashSet<>();
        for (List<Object> row :
                lake.rows("select exam_code, subject, any_value(fact.school_code) from fct_school_exam fact"
                        + " join dim_school unit on unit.school_code = fact.school_code"
                        + " group by exam_code, subject, unit.district_code")) {
            territories
                    .ofUnit((String) row.get(2))
                    .ifPresent(territory -> sat.add(new SatPaper((String) row.get(0), (String) row.get(1), territory)));
        }
        return new Families(all, level, sat);
    }

    /** None in a release of before there was a table of them. */
    static List<SchoolSuccession> successions(LakeQuery lake) {
        return lake.tables().contains("dim_succession")
                ? lake.records("dim_succession", SchoolSuccession.class, "true")
                : List.of();
    }

    /**
     * Reads what a family is computed from.
     *
     * @param territory its territory
     * @param name its name in {@code metric_value}: series and subject, or empty
     * @param level the setting {@code territory_level}
     */
    static FamilyInputs of(LakeQuery lake, String territory, String name, String level) {
        return of(lake, registers(lake), territory, name, level);
    }

    /** The same where all registers of the lake were read already. */
    static FamilyInputs of(LakeQuery lake, Registers all, String territory, String name, String level) {
        int cut = name.lastIndexOf('/');
        Family family = cut < 0
                ? new Family(territory, "", "")
                : new Family(territory, name.substring(0, cut), name.substring(cut + 1));
        List<Record> rows = new ArrayList<>();
        if (cut < 0) {
            REST.forEach((table, type) -> rows.addAll(lake.records(table, type, "true")));
        } else {
            OF_PAPERS.forEach((table, type) -> rows.addAll(lake.records(
                    table,
                    type,
                    "subject = ? and exam_code in (select exam_code from dim_exam where series = ?)",
                    family.subject(),
                    family.series())));
        }
        Families families = new Families(all, level, sat(rows, new Territories(all, level)));
        FamilyFacts facts = new FamilyFacts();
        rows.stream().filter(row -> families.of(row).contains(family)).forEach(facts::add);
        return new FamilyInputs(family, families.registers(family), facts, all.exams());
    }

    /** The figures of a metric. */
    List<MetricValue> figures(String metricId, String level, BuildTerms terms) {
        return facts.figures(Set.of(metricId), family, registers, level, terms);
    }

    private static List<SatPaper> sat(List<Record> rows, Territories territories) {
        return rows.stream()
                .filter(SchoolExamFact.class::isInstance)
                .map(SchoolExamFact.class::cast)
                .flatMap(fact -> territories.ofUnit(fact.schoolCode()).stream()
                        .map(territory -> new SatPaper(fact.examCode(), fact.subject(), territory)))
                .distinct()
                .toList();
    }
}
