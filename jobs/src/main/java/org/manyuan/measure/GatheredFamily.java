package org.manyuan.measure;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Term;
import org.manyuan.domain.Unit;
import org.manyuan.metric.BuildTerms;
import org.manyuan.metric.MetricCatalog;
import org.manyuan.metric.ScoreFamily;
import org.manyuan.metric.Territory;
import org.manyuan.metric.TerritoryFacts;

/** The rows of one family of one territory, sorted into their lists again, and the figures that the catalogue makes of them. */
final class GatheredFamily {
    private final List<District> districts = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();
    private final List<EducationGroup> groups = new ArrayList<>();
    private final List<MembershipSpan> spans = new ArrayList<>();
    private final List<Exam> exams = new ArrayList<>();
    private final List<ExamPaper> papers = new ArrayList<>();
    private final List<SchoolExamFact> scores = new ArrayList<>();
    private final List<LinkedExamFact> linked = new ArrayList<>();
    private final List<EnrollmentFact> enrollment = new ArrayList<>();
    private final List<ExchangeSpell> exchanges = new ArrayList<>();
    private final List<TeacherFact> teachers = new ArrayList<>();
    private final List<ResourceFact> resources = new ArrayList<>();
    private final List<Term> calendar = new ArrayList<>();
    private final List<ClassFact> classes = new ArrayList<>();
    private final List<FlowFact> flows = new ArrayList<>();

    GatheredFamily(Iterator<TerritoryRow> rows) {
        rows.forEachRemaining(row -> {
            keep(row.district(), districts);
            keep(row.unit(), units);
            keep(row.group(), groups);
            keep(row.span(), spans);
            keep(row.exam(), exams);
            keep(row.paper(), papers);
            keep(row.score(), scores);
            keep(row.linked(), linked);
            keep(row.enrollment(), enrollment);
            keep(row.exchange(), exchanges);
            keep(row.teacher(), teachers);
            keep(row.resource(), resources);
            keep(row.term(), calendar);
            keep(row.schoolClass(), classes);
            keep(row.flow(), flows);
        });
    }

    /** All figures of the family; without a series those that are not of scores. */
    List<MetricValue> figures(String territoryCode, String level, String series, String subject, BuildTerms terms) {
        Territory territory = new Territory(territoryCode, level, districts, units, groups, spans);
        if (subject.isEmpty()) {
            return MetricCatalog.territory(
                    territory,
                    new TerritoryFacts(enrollment, exchanges, teachers, resources, calendar, classes, flows),
                    terms);
        }
        return MetricCatalog.scores(territory, new ScoreFamily(series, subject, exams, papers, scores, linked), terms);
    }

    private static <T> void keep(T record, List<T> records) {
        if (record != null) {
            records.add(record);
        }
    }
}
