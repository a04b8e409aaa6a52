package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.MetricValue;

/**
 * ENR-01 招生数: the new entrants of a stage of a unit, a group or a side of it, a district. Students; a full count without interval.
 * Source: METRICS B5; card ENR-01.
 */
final class Intake implements TerritoryMetric {
    @Override
    public String id() {
        return "ENR-01";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        EnrollmentBook book = new EnrollmentBook(territory, facts.enrollment());
        CountRows counts = new CountRows(this, terms, territory, book);
        List<MetricValue> rows = new ArrayList<>();
        for (String stage : book.stages()) {
            for (int year : book.years(stage)) {
                for (Entry entry : Entry.values()) {
                    rows.addAll(counts.of("intake", entry.variant(), stage, year, entry));
                }
            }
        }
        return rows;
    }
}
