package org.manyuan.metric;

import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;

/** What a territory may expect to be handed in, so that a figure can say whom it lacks. */
final class Expected {
    private Expected() {}

    /**
     * Whether a unit should have rows: open on the day, teaching the stage (where its stages are unknown: with rows of it on some other
     * day), no school whose parts stand for it; never one that no register has.
     *
     * @param day the one that the rows speak of; of a school year September 1
     * @param stage null: any stage
     * @param ever whether it has rows of the stage at any time
     */
    static boolean of(Territory territory, String code, LocalDate day, Stage stage, BooleanSupplier ever) {
        Unit unit = territory.unit(code).orElse(null);
        if (unit == null) {
            return false;
        }
        boolean open = (unit.openedOn() == null || !unit.openedOn().isAfter(day))
                && (unit.closedOn() == null || unit.closedOn().isAfter(day));
        boolean teaches = unit.stages().isEmpty()
                ? ever.getAsBoolean()
                : !territory.isWholeOfParts(code)
                        && (stage == null || unit.stages().contains(stage));
        return open && teaches;
    }
}
