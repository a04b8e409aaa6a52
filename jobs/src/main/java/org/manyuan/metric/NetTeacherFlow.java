package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;

/**
 * TCH-04 净流入: full-time equivalents times months of the exchanges in, minus out, over a year of all full-time teachers. Of a group and a
 * district flows between their own units cancel. Variant in_group: both ends in a group of the kind; level: titles of county level and
 * above alone. n is the full-time teachers. Source: METRICS A6; card TCH-04.
 */
final class NetTeacherFlow implements TerritoryMetric {
    private static final String IN_GROUP = "in_group";
    private static final String LEVEL = "level";

    @Override
    public String id() {
        return "TCH-04";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        ExchangeBook book = new ExchangeBook(territory, facts, terms);
        List<MetricValue> rows = new ArrayList<>();
        for (int year : book.years()) {
            List<TeacherFlow> flows = TeacherFlow.of(book, year, terms);
            Fellows fellows = new Fellows(territory, year);
            for (StaffScope scope : StaffScope.all(territory, book, year)) {
                FlowScope flow = new FlowScope(scope, book, flows);
                rows.add(flow.net(this, terms, any -> true).row());
                rows.add(flow.net(this, terms, one -> Boolean.TRUE.equals(one.backbone()))
                        .variant(scope.kind(), LEVEL)
                        .flag(flow.hasUnknownLevels(), Flag.APPROXIMATE)
                        .row());
                addInGroup(rows, territory, scope, flow, fellows, terms);
            }
        }
        return rows;
    }

    /** A unit has a row for each of its groups, a district one for each kind. */
    private void addInGroup(
            List<MetricValue> rows,
            Territory territory,
            StaffScope scope,
            FlowScope flow,
            Fellows fellows,
            BuildTerms terms) {
        if (scope.unit() != null) {
            for (EducationGroup group : fellows.groupsOf(scope.unit().schoolCode())) {
                rows.add(flow.net(this, terms, one -> isInside(fellows, group, one))
                        .group(group)
                        .unit(scope.unit())
                        .variant(group.kind(), IN_GROUP)
                        .row());
            }
        } else if (scope.scope().group() != null) {
            EducationGroup group = scope.scope().group();
            rows.add(flow.net(this, terms, one -> isInside(fellows, group, one))
                    .variant(group.kind(), IN_GROUP)
                    .row());
        } else {
            for (String kind : territory.kinds()) {
                rows.add(flow.net(this, terms, one -> fellows.share(kind, one))
                        .variant(kind, IN_GROUP)
                        .row());
            }
        }
    }

    private static boolean isInside(Fellows fellows, EducationGroup group, TeacherFlow flow) {
        return fellows.isIn(group, "", flow.from()) && fellows.isIn(group, "", flow.to());
    }
}
