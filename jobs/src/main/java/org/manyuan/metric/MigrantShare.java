package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.MetricValue;

/**
 * ENR-10 随迁子女: children of migrant workers over all students of a unit, a group, a district; and of a district, those of them who are
 * in public units over all of them. Source: METRICS A5; card ENR-10.
 */
final class MigrantShare implements TerritoryMetric {
    private static final String PUBLIC = "public";

    @Override
    public String id() {
        return "ENR-10";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        EnrollmentBook book = new EnrollmentBook(territory, facts.enrollment());
        ShareRows share = new ShareRows(
                this, terms, territory, book, "share", UnitEnrollment::migrants, UnitEnrollment::students);
        ShareRows inPublic = new ShareRows(
                this, terms, territory, book, "in_public", unit -> inPublic(territory, unit), UnitEnrollment::migrants);
        List<MetricValue> rows = new ArrayList<>();
        for (String stage : book.stages()) {
            for (int year : book.years(stage)) {
                rows.addAll(share.units(stage, year));
                rows.addAll(share.wholes(stage, year));
                EnrollmentScopes.wholes(territory, book, stage, year).stream()
                        .filter(scope -> !scope.isByGroup())
                        .map(district -> inPublic.of(district, stage, year))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    /** Null where the unit's owner or its migrants are unknown. */
    private static Long inPublic(Territory territory, UnitEnrollment unit) {
        String owner = territory.unit(unit.schoolCode()).orElseThrow().ownership();
        if (owner == null || unit.migrants() == null) {
            return null;
        }
        return owner.equals(PUBLIC) ? unit.migrants() : 0L;
    }
}
