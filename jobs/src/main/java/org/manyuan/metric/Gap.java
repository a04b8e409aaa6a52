package org.manyuan.metric;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.statistics.StandardisedGap;
import org.manyuan.statistics.Superiority;
import org.manyuan.statistics.VStatistic;
import org.manyuan.statistics.Welch;

/** The signed gaps of a group: which two sides, on which scale. Source: METRICS B2. */
enum Gap {
    /** Lead − members, points. */
    LEAD_MEMBER("GAP-07", Scale.POINTS, false),
    /** Lead − members, in SDs of the two sides' own pupils. */
    LEAD_MEMBER_POOLED_SD("GAP-08", Scale.POOLED_SD, false),
    /** Lead − members, in SDs of the paper. */
    LEAD_MEMBER_PAPER_SD("GAP-08b", Scale.PAPER_SD, false),
    /** Members − the territory's other units, in SDs of the paper. */
    MEMBER_OTHERS_PAPER_SD("GAP-08c", Scale.PAPER_SD, true),
    /** Lead − members by the order of their pupils, in SDs of the scale that makes both sides normal. */
    LEAD_MEMBER_ORDER("GAP-09b", Scale.ORDER, false);

    private enum Scale {
        POINTS,
        POOLED_SD,
        PAPER_SD,
        ORDER
    }

    private final String id;
    private final Scale scale;
    private final boolean againstOthers;

    Gap(String id, Scale scale, boolean againstOthers) {
        this.id = id;
        this.scale = scale;
        this.againstOthers = againstOthers;
    }

    /** The metric that gives it. */
    String id() {
        return id;
    }

    /** Whether it is in points, which a new full mark makes another scale. */
    boolean inPoints() {
        return scale == Scale.POINTS;
    }

    /** Whether it is in SDs of everyone who sat the paper, on which every unit has a standing. */
    boolean inPaperSds() {
        return scale == Scale.PAPER_SD;
    }

    /** Whether it is made of the two sides' means, so that it can be taken of adjusted scores too. */
    boolean isOfMeans() {
        return scale != Scale.ORDER;
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
     * The gap between two sides of a sitting with its standard errors in both frames; by order and by pooled SDs in the census frame
     * alone. Null with MISSING_INPUT or ZERO_SD where its scale does not exist; without an interval where a side has fewer than two
     * pupils or no SD.
     *
     * @param order of the two sides' pupils; asked for by the gap that needs no more
     */
    GapEstimate estimate(Sitting sitting, Side first, Side second, Supplier<Optional<Superiority>> order) {
        return switch (scale) {
            case POINTS -> ofMeans(sitting, first, second, 1);
            case PAPER_SD -> ofMeans(sitting, first, second, sitting.all().sd());
            case POOLED_SD -> ofPooledSds(first, second);
            case ORDER -> ofOrder(first, second, order.get());
        };
    }

    private GapEstimate ofMeans(Sitting sitting, Side first, Side second, double sd) {
        if (Double.isNaN(sd)) {
            return GapEstimate.none(Flag.MISSING_INPUT);
        }
        if (sd == 0) {
            return GapEstimate.none(Flag.ZERO_SD);
        }
        Welch welch = Welch.of(first.moments(), second.moments());
        double shares = first.squaredShares() + second.squaredShares();
        double schools = Math.sqrt(welch.se() * welch.se() + sitting.betweenUnits() * shares);
        Flag flag = first.lacksSpread() || second.lacksSpread() ? Flag.MISSING_INPUT : Flag.OK;
        return new GapEstimate(
                welch.delta() / sd,
                welch.se() / sd,
                inPoints() ? welch.df() : Double.POSITIVE_INFINITY,
                schools / sd,
                sitting.everyone().size(),
                sd,
                small(welch.se() == 0 ? flag.or(Flag.ZERO_SD) : flag, first, second));
    }

    private static GapEstimate ofPooledSds(Side first, Side second) {
        StandardisedGap gap = StandardisedGap.of(first.moments(), second.moments());
        Flag flag = Double.isNaN(gap.sp()) ? Flag.MISSING_INPUT : gap.sp() > 0 ? Flag.OK : Flag.ZERO_SD;
        return GapEstimate.ofPupils(
                gap.g(), gap.sp() > 0 ? gap.se() : Double.NaN, gap.sp(), small(flag, first, second));
    }

    private static GapEstimate ofOrder(Side first, Side second, Optional<Superiority> order) {
        Flag flag = ProbabilityOfSuperiority.flag(order);
        Flag all = small(flag, first, second);
        return order.map(VStatistic::of)
                .map(v -> GapEstimate.ofPupils(v.v(), v.se(), Double.NaN, all))
                .orElse(GapEstimate.none(all));
    }

    private static Flag small(Flag flag, Side first, Side second) {
        return Math.min(first.n(), second.n()) < Rules.STUDENTS_A_SIDE ? flag.or(Flag.N_TOO_SMALL) : flag;
    }
}
