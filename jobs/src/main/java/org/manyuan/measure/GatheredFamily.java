package org.manyuan.measure;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.TeacherFact;
import org.manyuan.metric.BuildTerms;
import org.manyuan.metric.MetricCatalog;
import org.manyuan.metric.ScoreFamily;
import org.manyuan.metric.Territory;
import org.manyuan.metric.TerritoryFacts;

/** The facts of one family, sorted into their lists again, and the figures that the catalogue makes of them. */
final class GatheredFamily {
    private final List<SchoolExamFact> scores = new ArrayList<>();
    private final List<EnrollmentFact> enrollment = new ArrayList<>();
    private final List<ExchangeSpell> exchanges = new ArrayList<>();
    private final List<TeacherFact> teachers = new ArrayList<>();
    private final List<ResourceFact> resources = new ArrayList<>();
    private final List<ClassFact> classes = new ArrayList<>();

    GatheredFamily(Iterator<TerritoryRow> rows) {
        rows.forEachRemaining(row -> {
            keep(row.score(), scores);
            keep(row.enrollment(), enrollment);
            keep(row.exchange(), exchanges);
            keep(row.teacher(), teachers);
            keep(row.resource(), resources);
            keep(row.schoolClass(), classes);
        });
    }

    /**
     * All figures of the family.
     *
     * @param registers the part that the family speaks of
     */
    List<MetricValue> figures(Family family, Registers registers, String level, BuildTerms terms) {
        Territory territory = new Territory(
                family.territory(),
                level,
                registers.districts(),
                registers.units(),
                registers.groups(),
                registers.spans());
        if (family.isOfScores()) {
            return MetricCatalog.scores(
                    territory,
                    new ScoreFamily(family.series(), family.subject(), registers.exams(), registers.papers(), scores),
                    terms);
        }
        return MetricCatalog.territory(
                territory,
                new TerritoryFacts(enrollment, exchanges, teachers, resources, registers.terms(), classes),
                terms);
    }

    private static <T> void keep(T record, List<T> records) {
        if (record != null) {
            records.add(record);
        }
    }
}
