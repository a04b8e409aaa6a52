package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.manyuan.domain.Flag;
import org.manyuan.domain.Unit;

/**
 * Persons counted for one row of a share of staff: who counts, of whom, on the rolls of which units. Each person once; a share of nobody
 * is null.
 */
final class StaffCount {
    private final StaffScope scope;
    private final Set<String> of = new TreeSet<>();
    private final Set<String> reached = new TreeSet<>();
    private final Set<String> units = new TreeSet<>();
    private final List<Inputs> inputs = new ArrayList<>();
    private boolean assumed;

    StaffCount(StaffScope scope) {
        this.scope = scope;
        this.assumed = scope.approximate();
    }

    /** A unit that said what is needed. */
    void uses(Unit unit) {
        units.add(unit.schoolCode());
    }

    /** What a figure rests on. */
    void rests(Inputs on) {
        inputs.add(on);
    }

    /** One of those that could count. */
    void counts(String person) {
        of.add(person);
    }

    /** One that does count. */
    void reaches(String person) {
        reached.add(person);
    }

    /** What had to be assumed makes the figure approximate. */
    void assumes(boolean something) {
        assumed |= something;
    }

    /** How many could count. */
    int size() {
        return of.size();
    }

    /** How many count. */
    int reached() {
        return reached.size();
    }

    /** The row of the share, its interval Wilson's. */
    MetricRow share(Metric metric, BuildTerms terms, String measure) {
        RateCount count = new RateCount(reached.size(), of.size());
        return heading(metric, terms, measure)
                .value(count.share())
                .frame(Rules.CENSUS)
                .interval(Double.NaN, count.interval(), "wilson")
                .flag(!units.isEmpty() && of.isEmpty(), Flag.BASE_MISSING)
                .flag(!count.isPossible(), Flag.INCONSISTENT_SOURCE)
                .flag(of.size() < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
    }

    /** The row of a plain number of persons; null where no unit said what is needed. */
    MetricRow number(Metric metric, BuildTerms terms, String measure, long persons) {
        return heading(metric, terms, measure).value(units.isEmpty() ? Double.NaN : persons);
    }

    private MetricRow heading(Metric metric, BuildTerms terms, String measure) {
        return scope.place(MetricRow.of(metric, terms).measure(measure))
                .counts(of.size(), units.size())
                .leftOut(scope.leftOut(units.size()))
                .inputs(Inputs.all(inputs).and(scope.membership()).from(scope.origin()))
                .flag(units.isEmpty(), Flag.MISSING_INPUT)
                .flag(assumed, Flag.APPROXIMATE);
    }
}
