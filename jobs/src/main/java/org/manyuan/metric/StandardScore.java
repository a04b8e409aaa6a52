package org.manyuan.metric;

import java.util.List;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Moments;

/**
 * EXM-04 标准分: the mean score of a unit, a group or a side of it, a district on the scale on which everyone who sat the paper has mean
 * 50 and SD 10, with the t interval of pupils' noise. Source: METRICS B6; card EXM-04.
 */
final class StandardScore implements ScoreMetric {
    private static final double MIDDLE = 50;
    private static final double SD = 10;

    @Override
    public String id() {
        return "EXM-04";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return book.scoped().stream()
                .flatMap(scoped ->
                        scoped.rows((codes, membership) -> score(book, scoped.sitting(), codes, membership)).stream())
                .toList();
    }

    private MetricRow score(MarkBook book, Sitting sitting, List<String> codes, Inputs membership) {
        List<UnitMarks> sat = sitting.of(codes);
        Moments scores = UnitMarks.pool(sat);
        double sd = sitting.all().sd();
        double scale = sd > 0 ? SD / sd : Double.NaN;
        double score = MIDDLE + (scores.mean() - sitting.all().mean()) * scale;
        MetricRow row = MetricRow.of(this, book.terms())
                .measure("t_score")
                .sitting(sitting, book.subject())
                .value(score)
                .counts(scores.n(), sat.size())
                .behind(scores.n(), Fewest.of(sat))
                .inputs(MeanScore.inputs(book.territory(), sat).and(membership).and(sitting.inputs()))
                .flag(
                        scores.n() == 0 || Double.isNaN(sd) || scores.n() > 1 && Double.isNaN(scores.m2()),
                        Flag.MISSING_INPUT)
                .flag(sd == 0, Flag.ZERO_SD)
                .flag(scores.n() < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
        if (!sitting.isPooled()) {
            double se = scores.standardError() * scale;
            row.frame(Rules.CENSUS)
                    .flag(se == 0, Flag.ZERO_SD)
                    .interval(se, MeanScore.interval(score, se, scores.n()), "t");
        }
        return row;
    }
}
