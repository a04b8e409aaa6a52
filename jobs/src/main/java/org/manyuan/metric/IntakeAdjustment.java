package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.Flag;
import org.manyuan.statistics.Moments;

/**
 * The two sittings of a change with every pupil's score less what his earlier score makes one expect, as if all had come with one: y −
 * β̂(z − z̄), z the earlier score in SDs from the mean of everyone who sat its paper, since the years' earlier papers differ; β̂ of the
 * base year's model of EXM-06, z̄ of everyone linked in that year, both for both years. Of each unit whose own pupils are linked well
 * enough, from sums. Source: METRICS B4, composition check.
 *
 * @param base null where there is none
 * @param now null where there is none
 * @param obstacle why there is none: MISSING_INPUT (too few linked), SCALE_CHANGED (β̂ is in points), K_TOO_SMALL, ZERO_SD (no model); else
 *     OK
 */
record IntakeAdjustment(Sitting base, Sitting now, Flag obstacle) {
    static IntakeAdjustment of(MarkBook book, Sitting base, Sitting now) {
        LinkedMarks then = book.linked(base);
        LinkedMarks today = book.linked(now);
        Flag obstacle = obstacle(then, today);
        if (obstacle != Flag.OK) {
            return new IntakeAdjustment(null, null, obstacle);
        }
        double middle = then.standings(then.schoolCodes()).mean()[0];
        return new IntakeAdjustment(adjusted(book, then, then, middle), adjusted(book, today, then, middle), Flag.OK);
    }

    private static Flag obstacle(LinkedMarks then, LinkedMarks today) {
        boolean linked = then.share() >= Rules.LINKED_SHARE && today.share() >= Rules.LINKED_SHARE;
        if (!linked) {
            return Flag.MISSING_INPUT;
        }
        if (GroupNarrowing.scaleChanged(today.sitting(), then.sitting())) {
            return Flag.SCALE_CHANGED;
        }
        if (Double.isFinite(then.slope())) {
            return Flag.OK;
        }
        return then.units() < Rules.UNITS ? Flag.K_TOO_SMALL : Flag.ZERO_SD;
    }

    private static Sitting adjusted(MarkBook book, LinkedMarks year, LinkedMarks model, double middle) {
        List<UnitMarks> units = new ArrayList<>();
        for (UnitMarks unit : year.sitting().everyone()) {
            Moments scores = year.standings(List.of(unit.schoolCode())).adjusted(model.slope(), middle);
            if (scores.n() >= Rules.LINKED_SHARE * unit.n() && Double.isFinite(scores.mean())) {
                Inputs inputs = year.inputs(List.of(unit.schoolCode()));
                units.add(UnitMarks.adjusted(
                        unit.schoolCode(), scores, inputs.from(book.territory().originOf(unit.schoolCode()))));
            }
        }
        return year.sitting().adjusted(book.territory(), List.copyOf(units), model.inputs());
    }
}
