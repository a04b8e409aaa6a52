package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.manyuan.domain.Flag;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Unit;

/**
 * The full-time teachers of one row of a flow, and the flows in and out of their units. Units whose roll does not say who is a full-time
 * teacher, or whose county handed in no exchange, are left out with their flows.
 */
final class FlowScope {
    private static final int MONTHS_A_YEAR = 12;

    private final StaffScope scope;
    private final List<TeacherFlow> flows;
    private final Set<String> units = new TreeSet<>();
    private final List<Inputs> inputs = new ArrayList<>();
    private long teachers;

    FlowScope(StaffScope scope, ExchangeBook book, List<TeacherFlow> flows) {
        this.scope = scope;
        this.flows = flows.stream().filter(flow -> scope.takes(flow.stage())).toList();
        for (Unit unit : scope.units()) {
            boolean said = book.fullTimeTeachers(scope.year(), unit.schoolCode()) != null;
            if (said && book.hasExchanges(scope.year(), unit)) {
                units.add(unit.schoolCode());
                for (TeacherFact teacher : scope.roll(book, unit)) {
                    inputs.add(ExchangeBook.inputs(teacher).from(unit.origin()));
                    teachers += Boolean.TRUE.equals(teacher.fullTimeTeacher()) ? 1 : 0;
                }
            }
        }
    }

    /** In minus out. */
    MetricRow net(Metric metric, BuildTerms terms, Predicate<TeacherFlow> counts) {
        List<TeacherFlow> in = these(flow -> units.contains(flow.to()) && counts.test(flow));
        List<TeacherFlow> out = these(flow -> units.contains(flow.from()) && counts.test(flow));
        return row(metric, terms, in, out).measure("net").value(share(months(in) - months(out)));
    }

    /** Out alone. */
    MetricRow out(Metric metric, BuildTerms terms, Predicate<TeacherFlow> counts) {
        List<TeacherFlow> out = these(flow -> units.contains(flow.from()) && counts.test(flow));
        return row(metric, terms, List.of(), out).measure("out").value(share(months(out)));
    }

    /** Whether a level is not said of one of the flows that touch the units. */
    boolean hasUnknownLevels() {
        return flows.stream()
                .anyMatch(
                        flow -> flow.backbone() == null && (units.contains(flow.from()) || units.contains(flow.to())));
    }

    private List<TeacherFlow> these(Predicate<TeacherFlow> which) {
        return flows.stream().filter(which).toList();
    }

    private double share(double months) {
        return teachers == 0 ? Double.NaN : months / (MONTHS_A_YEAR * (double) teachers);
    }

    /** In ascending order, so that the sum is the same in any order of rows. */
    private static double months(List<TeacherFlow> flows) {
        return flows.stream().mapToDouble(TeacherFlow::months).sorted().sum();
    }

    private MetricRow row(Metric metric, BuildTerms terms, List<TeacherFlow> in, List<TeacherFlow> out) {
        List<Inputs> all = new ArrayList<>(inputs);
        in.forEach(flow -> all.add(flow.inputs()));
        out.forEach(flow -> all.add(flow.inputs()));
        boolean unknown =
                in.stream().anyMatch(flow -> !flow.isKnown()) || out.stream().anyMatch(flow -> !flow.isKnown());
        return scope.place(MetricRow.of(metric, terms))
                .counts(teachers, units.size())
                .leftOut(scope.leftOut(units.size()))
                .inputs(Inputs.all(all).and(scope.membership()).from(scope.origin()))
                .flag(units.isEmpty(), Flag.MISSING_INPUT)
                .flag(!units.isEmpty() && teachers == 0, Flag.BASE_MISSING)
                .flag(scope.approximate() || unknown, Flag.APPROXIMATE);
    }
}
