package org.manyuan.metric;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.manyuan.statistics.CrossMoments;

/**
 * The pupils whom the two years of a panel have in common: those of the current paper who are held against the base year's paper itself,
 * as who repeats a grade. They make the years' gaps hang together. A pupil stands on the side of the unit that he sat the current paper
 * in. Source: METRICS B4.
 *
 * @param first of the first side: scores of the base year and of the current one, points
 * @param second of the second side
 */
record SamePupils(CrossMoments first, CrossMoments second, List<Inputs> inputs) {
    static final SamePupils NONE = new SamePupils(LinkedMarks.NOBODY, LinkedMarks.NOBODY, List.of());

    /** Of two sides of a panel that can be compared. */
    static SamePupils of(MarkBook book, GroupPanel panel, Supplier<SharedUnits> shared) {
        LinkedMarks linked = book.linked(panel.comparison().sitting());
        String base = panel.base().examCode();
        List<String> first = now(panel.first());
        List<String> second = now(panel.second());
        List<String> units = linked.unitsAgainst(base);
        if (panel.gap().isAgainstOthers() && !units.isEmpty()) {
            second = shared.get().without(panel.wholeGroup(), units);
        }
        return new SamePupils(
                linked.against(base, first),
                linked.against(base, second),
                Stream.of(first, second)
                        .flatMap(side -> linked.inputsAgainst(base, side).stream())
                        .toList());
    }

    /** Of one side of a panel, as the first; the second is nobody. */
    static SamePupils ofOneSide(MarkBook book, GroupPanel panel, List<PanelUnit> side) {
        LinkedMarks linked = book.linked(panel.comparison().sitting());
        String base = panel.base().examCode();
        List<String> codes = now(side);
        return new SamePupils(
                linked.against(base, codes),
                LinkedMarks.NOBODY,
                linked.inputsAgainst(base, codes).stream().toList());
    }

    private static List<String> now(List<PanelUnit> units) {
        return units.stream().flatMap(unit -> unit.now().stream()).toList();
    }
}
