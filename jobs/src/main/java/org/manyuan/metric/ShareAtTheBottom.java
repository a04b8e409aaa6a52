package org.manyuan.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.BottomShare;
import org.manyuan.statistics.Histogram;

/**
 * EXM-08 后30%占比: the share of the pupils of a unit, a group or a side of it, a district who score at or below the 30th percentile of
 * everyone who sat the paper, with Wilson's interval. Of pooled papers each pupil is held against his own. Source: METRICS B6; card
 * EXM-08.
 */
final class ShareAtTheBottom implements ScoreMetric {
    /** The id says it: the lowest 30 of a hundred. */
    private static final double BOTTOM = 0.3;

    @Override
    public String id() {
        return "EXM-08";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return book.scoped().stream().flatMap(scoped -> rows(book, scoped)).toList();
    }

    private Stream<MetricValue> rows(MarkBook book, ScopedSitting scoped) {
        Map<Sitting, Histogram> everyone = new HashMap<>();
        scoped.parts().forEach(part -> UnitMarks.histogram(part.everyone()).ifPresent(all -> everyone.put(part, all)));
        return scoped
                .rows((codes, membership) -> {
                    RateCount bottom = RateCount.NOBODY;
                    for (Sitting part : scoped.parts()) {
                        bottom = bottom.plus(bottom(part.of(codes), everyone.get(part)));
                    }
                    return row(book, scoped.sitting(), bottom, codes, membership);
                })
                .stream();
    }

    /** Nobody where a unit, or anyone who sat the paper, came without scores. */
    private static RateCount bottom(List<UnitMarks> sat, Histogram everyone) {
        if (everyone == null) {
            return RateCount.NOBODY;
        }
        return UnitMarks.histogram(sat)
                .map(pupils -> BottomShare.of(pupils, everyone, BOTTOM))
                .map(share -> new RateCount(share.reached(), share.n()))
                .orElse(RateCount.NOBODY);
    }

    private MetricRow row(MarkBook book, Sitting sitting, RateCount bottom, List<String> codes, Inputs membership) {
        List<UnitMarks> sat = bottom.of() == 0 ? List.of() : sitting.of(codes);
        MetricRow row = MetricRow.of(this, book.terms())
                .measure("bottom30")
                .sitting(sitting, book.subject())
                .value(bottom.share())
                .counts(bottom.of(), sat.size())
                .behind(bottom.of(), Fewest.of(sat))
                .inputs(MeanScore.inputs(book.territory(), sat).and(membership).and(sitting.inputs()))
                .flag(bottom.of() == 0, Flag.MISSING_INPUT)
                .flag(bottom.of() < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
        return sitting.isPooled() ? row : row.frame(Rules.CENSUS).interval(Double.NaN, bottom.interval(), "wilson");
    }
}
