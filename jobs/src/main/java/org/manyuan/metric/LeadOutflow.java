package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;

/**
 * TCH-04o 牵头校输出力度: full-time equivalents times months of the exchanges to members of the lead's group, or of all that it sends, over a
 * year of its full-time teachers. Of a unit its own, whatever its role; of a group its leads together; of a district all leads of a
 * kind. n is the full-time teachers. Source: METRICS A6; card TCH-04o.
 */
final class LeadOutflow implements TerritoryMetric {
    private static final String ALL = "all";

    @Override
    public String id() {
        return "TCH-04o";
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
            List<StaffScope> all = StaffScope.all(territory, book, year);
            List<StaffScope> leads = StaffScope.ofSide(Scopes.LEAD, territory, book, year);
            all.stream()
                    .filter(scope -> scope.unit() != null)
                    .forEach(scope -> add(rows, scope, book, flows, fellows, terms));
            leads.stream()
                    .filter(scope -> scope.unit() == null)
                    .forEach(scope -> add(rows, scope, book, flows, fellows, terms));
            all.stream()
                    .filter(scope -> scope.unit() == null && scope.scope().group() != null && scope.stage() == null)
                    .filter(scope -> leads.stream()
                            .noneMatch(lead -> isOfGroup(lead, scope.scope().group())))
                    .forEach(scope -> addWithoutLead(rows, scope, terms));
        }
        return rows;
    }

    private void add(
            List<MetricValue> rows,
            StaffScope scope,
            ExchangeBook book,
            List<TeacherFlow> flows,
            Fellows fellows,
            BuildTerms terms) {
        FlowScope flow = new FlowScope(scope, book, flows);
        rows.add(flow.out(this, terms, one -> isToMember(fellows, scope, one)).row());
        rows.add(flow.out(this, terms, any -> true).variant(scope.kind(), ALL).row());
    }

    private static boolean isToMember(Fellows fellows, StaffScope scope, TeacherFlow flow) {
        if (scope.unit() != null) {
            return fellows.isToMember("", "", flow);
        }
        EducationGroup group = scope.scope().group();
        return group == null
                ? fellows.isToMember(scope.kind(), Scopes.LEAD, flow)
                : fellows.isIn(group, Scopes.MEMBER, flow.to());
    }

    private void addWithoutLead(List<MetricValue> rows, StaffScope scope, BuildTerms terms) {
        for (String variant : List.of("", ALL)) {
            rows.add(scope.place(MetricRow.of(this, terms).measure("out"))
                    .variant(scope.kind(), variant)
                    .counts(0, 0)
                    .inputs(scope.membership().from(scope.origin()))
                    .flag(Flag.BASE_MISSING)
                    .row());
        }
    }

    private static boolean isOfGroup(StaffScope lead, EducationGroup group) {
        return lead.unit() == null
                && lead.scope().group() != null
                && lead.scope().group().groupCode().equals(group.groupCode());
    }
}
