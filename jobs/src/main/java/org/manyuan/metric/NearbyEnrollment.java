package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.MetricValue;

/**
 * ENR-08 就近入学率: the students of a unit, a group, a district who live in the zone of their unit, over all of them; and the same of
 * the entrants. Source: METRICS A5; card ENR-08.
 */
final class NearbyEnrollment implements TerritoryMetric {
    @Override
    public String id() {
        return "ENR-08";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        EnrollmentBook book = new EnrollmentBook(territory, facts.enrollment());
        List<ShareRows> shares = List.of(
                new ShareRows(
                        this,
                        terms,
                        territory,
                        book,
                        "students",
                        UnitEnrollment::studentsInZone,
                        UnitEnrollment::students),
                new ShareRows(
                        this, terms, territory, book, "intake", UnitEnrollment::intakeInZone, UnitEnrollment::intake));
        List<MetricValue> rows = new ArrayList<>();
        for (String stage : book.stages()) {
            for (int year : book.years(stage)) {
                for (ShareRows share : shares) {
                    rows.addAll(share.units(stage, year));
                    rows.addAll(share.wholes(stage, year));
                }
            }
        }
        return rows;
    }
}
