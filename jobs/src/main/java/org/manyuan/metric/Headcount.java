package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.MetricValue;

/**
 * ENR-14 在校生数及增长: the students of all grades of a unit, a group or a side of it, a district; their growth since the base year and
 * the logarithm of the ratio, as ENR-02 does it for entrants. One row a stage and one for all stages. Source: METRICS B5; card ENR-14.
 */
final class Headcount implements TerritoryMetric {
    @Override
    public String id() {
        return "ENR-14";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        EnrollmentBook book = new EnrollmentBook(territory, facts.enrollment());
        CountRows counts = new CountRows(this, terms, territory, book);
        GrowthRows growth = new GrowthRows(this, terms, territory, book);
        List<String> stages = new ArrayList<>(book.stages());
        stages.add(EnrollmentBook.ALL_STAGES);
        List<MetricValue> rows = new ArrayList<>();
        for (String stage : stages) {
            for (int year : book.years(stage)) {
                rows.addAll(counts.of("headcount", "", stage, year, UnitEnrollment::students));
                rows.addAll(growth.of("", stage, year, UnitEnrollment::students));
            }
        }
        return rows;
    }
}
