package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.statistics.Superiority;

/**
 * The two sides of a group's gap in one sitting, roles as on the exam's day.
 *
 * @param members the marks of the group's members, second side of a lead's gap, first side against others
 * @param obstacle why there is no gap: DIFFERENT_PAPER, BASE_MISSING, MISSING_INPUT; OK where there is one
 */
record Comparison(
        Gap gap,
        ExamSeries series,
        Sitting sitting,
        Roster roster,
        Side first,
        Side second,
        List<UnitMarks> members,
        Inputs inputs,
        Flag obstacle) {

    /** What makes a side one that sat. */
    private interface Sat {
        boolean by(Sitting sitting, List<String> schoolCodes);
    }

    /**
     * Every comparison of means that a gap has. Against the lead: each sitting of a year that both sides have a mean in; where there is
     * none, each that the members have one in (else the lead), with the reason. Against others: each sitting that the members have one in.
     */
    static List<Comparison> all(MarkBook book, Gap gap) {
        return all(book, gap, Sitting::hasMeans, book.territory().groups());
    }

    /**
     * The same of all results, whatever they tell, of the groups that are asked for. A side that came without a mean (levels, or counts
     * alone) makes MISSING_INPUT.
     */
    static List<Comparison> ofResults(MarkBook book, Gap gap) {
        List<EducationGroup> asked =
                book.territory().groups().stream().filter(book::asksGroup).toList();
        return all(book, gap, Sitting::hasResults, asked);
    }

    private static List<Comparison> all(MarkBook book, Gap gap, Sat sat, List<EducationGroup> groups) {
        List<Comparison> all = new ArrayList<>();
        for (ExamSeries series : book.series()) {
            for (int year : series.years()) {
                for (EducationGroup group : groups) {
                    all.addAll(of(book.territory(), series, year, group, gap, sat));
                }
            }
        }
        return all;
    }

    private static List<Comparison> of(
            Territory territory, ExamSeries series, int year, EducationGroup group, Gap gap, Sat sat) {
        List<Comparison> whole = new ArrayList<>();
        List<Comparison> membersOnly = new ArrayList<>();
        List<Comparison> leadOnly = new ArrayList<>();
        for (Sitting sitting : series.of(year)) {
            Roster roster = territory.roster(group, sitting.heldOn());
            boolean members = sat.by(sitting, roster.members());
            boolean lead = sat.by(sitting, roster.leads());
            if (members && (lead || gap.isAgainstOthers())) {
                boolean known = sitting.hasMeans(roster.members())
                        && (gap.isAgainstOthers() || sitting.hasMeans(roster.leads()));
                whole.add(of(series, sitting, roster, gap, known ? Flag.OK : Flag.MISSING_INPUT));
            } else if (members) {
                membersOnly.add(of(series, sitting, roster, gap, Flag.BASE_MISSING));
            } else if (lead && !gap.isAgainstOthers()) {
                leadOnly.add(of(series, sitting, roster, gap, Flag.MISSING_INPUT));
            }
        }
        if (!whole.isEmpty()) {
            return whole;
        }
        if (membersOnly.isEmpty()) {
            return leadOnly;
        }
        return leadOnly.isEmpty()
                ? membersOnly
                : membersOnly.stream().map(Comparison::onAnotherPaper).toList();
    }

    private static Comparison of(ExamSeries series, Sitting sitting, Roster roster, Gap gap, Flag obstacle) {
        List<UnitMarks> units = sitting.of(gap.units(roster));
        Side first = Side.of(sitting.of(gap.first(roster)));
        Side second = gap.isAgainstOthers()
                ? sitting.territory().minus(Side.of(sitting.of(roster.all())))
                : Side.of(sitting.of(gap.second(roster)));
        Inputs inputs =
                Inputs.all(units.stream().map(UnitMarks::inputs).toList()).and(roster.inputs());
        return new Comparison(
                gap,
                series,
                sitting,
                roster,
                first,
                second,
                sitting.of(roster.members()),
                gap.inPaperSds() ? inputs.and(sitting.inputs()) : inputs,
                obstacle == Flag.OK && gap.isAgainstOthers() && second.units() == 0 ? Flag.BASE_MISSING : obstacle);
    }

    private Comparison onAnotherPaper() {
        return new Comparison(gap, series, sitting, roster, first, second, members, inputs, Flag.DIFFERENT_PAPER);
    }

    /** The same sides in another sitting of the day. */
    Comparison in(Sitting other) {
        return new Comparison(gap, series, other, roster, first, second, members, inputs, obstacle);
    }

    /** The row that every figure of it begins with. */
    MetricRow heading(Metric metric, MarkBook book) {
        return MetricRow.of(metric, book.terms())
                .group(roster.group())
                .sitting(sitting, book.subject())
                .variant(roster.group().kind())
                .counts(first.n() + second.n(), first.units() + second.units())
                .behind(Math.min(first.n(), second.n()), Fewest.of(first.fewest(), second.fewest()))
                .leftOut(series.leftOut(sitting, gap.units(roster)))
                .flag(roster.approximate(), Flag.APPROXIMATE)
                .flag(obstacle)
                .inputs(inputs);
    }

    /** The marks of the first side; of a gap against others the members. */
    List<UnitMarks> firstUnits() {
        return first.units() == 0 ? List.of() : sitting.of(gap.first(roster));
    }

    /** The marks of the second side; none of a side that lies outside the group. */
    List<UnitMarks> secondUnits() {
        return sitting.of(gap.second(roster));
    }

    /** The marks of the group's units that the gap speaks of. */
    List<UnitMarks> units() {
        return sitting.of(gap.units(roster));
    }

    /** Whether a unit that the gap speaks of has a mean; without one there may be levels or counts. */
    boolean hasMeans() {
        return sitting.hasMeans(gap.units(roster));
    }

    /** Whether a side has too few pupils to trust its figure. */
    boolean isSmall() {
        return Math.min(first.n(), second.n()) < Rules.STUDENTS_A_SIDE;
    }

    /** How likely the first side's pupils are above the second's; empty where a unit came without scores. */
    Optional<Superiority> superiority() {
        return UnitMarks.superiority(firstUnits(), secondUnits());
    }

    /** Whether a lead has results under any paper of the series in the year. */
    boolean leadHasResults() {
        return roster.leads().stream().anyMatch(lead -> series.studentsIn(sitting.schoolYear(), lead) > 0);
    }

    /** The gap itself. */
    GapEstimate estimate() {
        return obstacle == Flag.OK
                ? gap.estimate(sitting, first, second, this::superiority)
                : GapEstimate.none(obstacle);
    }

    /** The gap in both frames: pupils' noise, and schools as a sample. */
    List<MetricRow> rows(Metric metric, MarkBook book) {
        GapEstimate estimate = estimate();
        MetricRow heading =
                heading(metric, book).measure("gap").value(estimate.value()).flag(estimate.flag());
        MetricRow census =
                heading.copy().frame(Rules.CENSUS).interval(estimate.se(), estimate.census(), estimate.censusMethod());
        MetricRow schools = heading.copy()
                .frame(Rules.SCHOOLS)
                .flag(estimate.exists() && !estimate.hasEnoughUnits(), Flag.K_TOO_SMALL)
                .flag(estimate.lacksSchoolSpread(), Flag.MISSING_INPUT)
                .interval(estimate.hasEnoughUnits() ? estimate.schoolsSe() : Double.NaN, estimate.schools(), "reml-t")
                .inputs(gap.inPoints() ? inputs.and(sitting.inputs()) : inputs);
        return List.of(census, schools);
    }
}
