package org.manyuan.metric;

import java.util.List;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.statistics.Welch;

/** The signed gaps of a group: which two sides, on which scale. Source: METRICS B2. */
enum Gap {
    /** Lead − members, points. */
    LEAD_MEMBER("GAP-07", true, false),
    /** Lead − members, in SDs of the paper. */
    LEAD_MEMBER_PAPER_SD("GAP-08b", false, false),
    /** Members − the territory's other units, in SDs of the paper. */
    MEMBER_OTHERS_PAPER_SD("GAP-08c", false, true);

    private final String id;
    private final boolean inPoints;
    private final boolean againstOthers;

    Gap(String id, boolean inPoints, boolean againstOthers) {
        this.id = id;
        this.inPoints = inPoints;
        this.againstOthers = againstOthers;
    }

    /** The metric that gives it. */
    String id() {
        return id;
    }

    /** Whether it is in points, which a new full mark makes another scale. */
    boolean inPoints() {
        return inPoints;
    }

    /** Whether the second side is everyone outside the group. */
    boolean isAgainstOthers() {
        return againstOthers;
    }

    /** The group's units on the first side. */
    List<String> first(Roster roster) {
        return againstOthers ? roster.members() : roster.leads();
    }

    /** The group's units on the second side; none where that side lies outside the group. */
    List<String> second(Roster roster) {
        return againstOthers ? List.of() : roster.members();
    }

    /** The group's units that the gap speaks of. */
    List<String> units(Roster roster) {
        return Stream.concat(first(roster).stream(), second(roster).stream()).toList();
    }

    /**
     * The gap between two sides of a sitting with its standard errors in both frames. Null with MISSING_INPUT or ZERO_SD where its
     * scale does not exist; without an interval where a side has fewer than two pupils or no SD.
     */
    GapEstimate estimate(Sitting sitting, Side first, Side second) {
        double scale = inPoints ? 1 : sitting.all().sd();
        if (Double.isNaN(scale)) {
            return GapEstimate.none(Flag.MISSING_INPUT);
        }
        if (scale == 0) {
            return GapEstimate.none(Flag.ZERO_SD);
        }
        Welch welch = Welch.of(first.moments(), second.moments());
        double shares = first.squaredShares() + second.squaredShares();
        double schools = Math.sqrt(welch.se() * welch.se() + sitting.betweenUnits() * shares);
        return new GapEstimate(
                welch.delta() / scale,
                welch.se() / scale,
                inPoints ? welch.df() : Double.POSITIVE_INFINITY,
                schools / scale,
                sitting.everyone().size(),
                flag(first, second, welch.se()));
    }

    private static Flag flag(Side first, Side second, double se) {
        Flag flag = first.lacksSpread() || second.lacksSpread() ? Flag.MISSING_INPUT : Flag.OK;
        if (se == 0) {
            flag = flag.or(Flag.ZERO_SD);
        }
        return Math.min(first.n(), second.n()) < Rules.STUDENTS_A_SIDE ? flag.or(Flag.N_TOO_SMALL) : flag;
    }
}
