package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.LinkedExamFact;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.MedianGrowth;

/**
 * EXM-07 学生成长百分位: the median, over the pupils of a unit, a group or a side of it, a district, of how many in a hundred of those who
 * began alike did less well; as pr_in_cell by their rank among equal earlier scores. 1 to 99; one row per place, sitting proper and
 * measure. Card: schemas/metrics/EXM-07.md.
 */
final class MedianGrowthPercentile implements ScoreMetric {
    private static final double RANK_STEPS = 100;

    @Override
    public String id() {
        return "EXM-07";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        List<MetricValue> rows = new ArrayList<>();
        for (ScopedSitting scoped : book.scoped()) {
            if (!scoped.sitting().isPooled()) {
                LinkedMarks linked = book.linked(scoped.sitting());
                rows.addAll(scoped.rows(
                        "",
                        linked::of,
                        (codes, membership) -> row(
                                "mgp",
                                book,
                                linked,
                                codes,
                                membership,
                                LinkedExamFact::growth,
                                LinkedExamFact::growthCounts,
                                1)));
                rows.addAll(scoped.rows(
                        "",
                        linked::of,
                        (codes, membership) -> row(
                                "pr_in_cell",
                                book,
                                linked,
                                codes,
                                membership,
                                LinkedExamFact::ranks,
                                LinkedExamFact::rankCounts,
                                RANK_STEPS)));
            }
        }
        return rows;
    }

    private MetricRow row(
            String measure,
            MarkBook book,
            LinkedMarks linked,
            List<String> codes,
            Inputs membership,
            Function<LinkedExamFact, int[]> bins,
            Function<LinkedExamFact, long[]> counts,
            double steps) {
        List<String> used = linked.of(codes);
        double[] pupils = linked.facts(used).stream()
                .flatMapToDouble(fact -> expand(bins.apply(fact), counts.apply(fact), steps))
                .toArray();
        MedianGrowth median = MedianGrowth.of(pupils);
        Inputs units = Inputs.all(used.stream()
                .map(code -> Inputs.none().from(book.territory().originOf(code)))
                .toList());
        return MetricRow.of(this, book.terms())
                .measure(measure)
                .sitting(linked.sitting(), book.subject())
                .value(median.median())
                .counts(pupils.length, used.size())
                .behind(
                        pupils.length == 0 ? null : Long.valueOf(pupils.length),
                        Fewest.of(used.stream().mapToLong(linked::n)))
                .frame(Rules.CENSUS)
                .interval(Double.NaN, median.interval(), "order-statistics")
                .inputs(linked.inputs().and(linked.sitting().inputs(), units, membership))
                .flag(pupils.length == 0, Flag.MISSING_INPUT)
                .flag(pupils.length < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
    }

    private static DoubleStream expand(int[] bins, long[] counts, double steps) {
        return IntStream.range(0, bins.length).boxed().flatMapToDouble(b -> DoubleStream.generate(() -> bins[b] / steps)
                .limit(counts[b]));
    }
}
