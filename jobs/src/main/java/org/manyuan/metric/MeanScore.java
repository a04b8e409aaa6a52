package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.Moments;
import org.manyuan.statistics.StudentT;

/**
 * EXM-01 平均分: the mean of the valid scores of a unit, a group or a side of it, a district, in points, with the t interval of
 * pupils' noise. Source: METRICS B6; card EXM-01.
 */
final class MeanScore implements ScoreMetric {
    @Override
    public String id() {
        return "EXM-01";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return book.scoped().stream()
                .flatMap(scoped ->
                        scoped.rows((codes, membership) -> mean(book, scoped.sitting(), codes, membership)).stream())
                .toList();
    }

    private MetricRow mean(MarkBook book, Sitting sitting, List<String> codes, Inputs membership) {
        List<UnitMarks> sat = sitting.of(codes);
        Moments scores = UnitMarks.pool(sat);
        boolean spreadMissing = scores.n() > 1 && Double.isNaN(scores.m2());
        MetricRow row = MetricRow.of(this, book.terms())
                .measure("mean")
                .sitting(sitting, book.subject())
                .value(scores.mean())
                .counts(scores.n(), sat.size())
                .behind(scores.n(), Fewest.of(sat))
                .inputs(inputs(book.territory(), sat).and(membership))
                .flag(scores.n() == 0 || spreadMissing, Flag.MISSING_INPUT)
                .flag(scores.n() < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
        if (!sitting.isPooled()) {
            double se = scores.standardError();
            row.frame(Rules.CENSUS)
                    .flag(se == 0, Flag.ZERO_SD)
                    .interval(se, interval(scores.mean(), se, scores.n()), "t");
        }
        return row;
    }

    /** None where nobody differs: an interval of no width would say that nothing is uncertain. */
    static Interval interval(double mean, double se, long n) {
        return se > 0 ? StudentT.interval(mean, se, n - 1, Rules.LEVEL) : Interval.NONE;
    }

    /** What the marks of units rest on, the units themselves among it. */
    static Inputs inputs(Territory territory, List<UnitMarks> sat) {
        List<Inputs> inputs = new ArrayList<>(sat.size());
        sat.forEach(marks -> inputs.add(marks.inputs().from(territory.originOf(marks.schoolCode()))));
        return Inputs.all(inputs);
    }
}
