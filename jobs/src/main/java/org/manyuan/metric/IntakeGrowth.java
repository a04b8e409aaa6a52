package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.MetricValue;

/**
 * ENR-02 招生增长率: entrants now over entrants in the base year, minus one; and the logarithm of the ratio. Units with the count in
 * both years. n is the base year's count, so that members pooled by n give the growth of the member set. Source: METRICS B5; card
 * ENR-02.
 */
final class IntakeGrowth implements TerritoryMetric {
    @Override
    public String id() {
        return "ENR-02";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        EnrollmentBook book = new EnrollmentBook(territory, facts.enrollment());
        GrowthRows growth = new GrowthRows(this, terms, territory, book);
        List<MetricValue> rows = new ArrayList<>();
        for (String stage : book.stages()) {
            for (int year : book.years(stage)) {
                for (Entry entry : Entry.values()) {
                    rows.addAll(growth.of(entry.variant(), stage, year, entry));
                }
            }
        }
        return rows;
    }
}
