package org.manyuan.metric;

import java.io.Serializable;
import java.util.List;
import org.manyuan.domain.TeacherFact;

/**
 * One teacher on a roll under the rule that who has served long at a school rotates (TCH-03).
 *
 * @param teacher the row of the roll
 * @param fullYears full school years at the school on September 1; null where nobody says since when
 * @param next the teacher's row of the next school year, whatever unit has it; null where there is none
 * @param exchangedTo the units to which the teacher has an exchange that counts
 */
public record RotationCase(
        TeacherFact teacher, Rotation state, Integer fullYears, TeacherFact next, List<String> exchangedTo)
        implements Serializable {
    public RotationCase {
        exchangedTo = List.copyOf(exchangedTo);
    }

    /** Whether the teacher counts in TCH-03: long enough at the school, and not exempt. */
    boolean isDue() {
        return switch (state) {
            case EXCHANGED, MOVED, STAYED, NOT_YET_KNOWN -> true;
            case EXEMPT, NEXT_YEAR, NOT_DUE, SINCE_UNKNOWN -> false;
        };
    }

    /** Whether the teacher did rotate. */
    boolean isReached() {
        return state == Rotation.EXCHANGED || state == Rotation.MOVED;
    }
}
