package org.manyuan.metric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Stage;
import org.manyuan.statistics.Proportion;

/**
 * GAP-10 三率差: the share of a group's leads' pupils who are excellent, pass, are low, are at the bottom, less that of its members', and
 * the same of retention (ENR-09 v10). Needs counts, no means. One row per group, sitting and rate; of retention per group, stage and year.
 * Card: schemas/metrics/GAP-10.md.
 */
final class RateGap implements ScoreMetric, TerritoryMetric {
    @Override
    public String id() {
        return "GAP-10";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        List<ScopedSitting> sittings = book.scoped().stream()
                .filter(scoped -> !scoped.sitting().isPooled())
                .toList();
        List<MetricValue> rows = new ArrayList<>();
        Stream.of(Rate.values())
                .map(rate -> sittings.stream()
                        .map(scoped -> new Rated(scoped, book.rates(scoped, rate, false)))
                        .toList())
                .forEach(rated -> addRows(rows, book, rated));
        addRows(
                rows,
                book,
                sittings.stream()
                        .map(scoped -> new Rated(scoped, RateCounts.bottom(book.territory(), scoped)))
                        .toList());
        return rows;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        EnrollmentBook book = new EnrollmentBook(territory, facts.enrollment());
        List<MetricValue> rows = new ArrayList<>();
        for (String stage : book.stages()) {
            if (Stage.valueOf(stage) != Stage.K) {
                for (int year : book.years(stage)) {
                    Map<String, GraduatedCohort.Due> due =
                            GraduatedCohort.all(book, territory, Stage.valueOf(stage), year);
                    for (EducationGroup group : territory.groups()) {
                        retention(due, terms, book, stage, year, group)
                                .map(MetricRow::row)
                                .ifPresent(rows::add);
                    }
                }
            }
        }
        return rows;
    }

    private record Rated(ScopedSitting scoped, RateCounts counts) {}

    private void addRows(List<MetricValue> rows, MarkBook book, List<Rated> rated) {
        for (ExamSeries series : book.series()) {
            for (int year : series.years()) {
                List<Rated> ofYear = rated.stream()
                        .filter(one -> one.scoped.series() == series
                                && one.scoped.sitting().schoolYear() == year)
                        .toList();
                book.territory().groups().stream()
                        .filter(book::asksGroup)
                        .flatMap(group -> sides(book, ofYear, group).stream())
                        .map(sides -> row(book, sides))
                        .map(MetricRow::row)
                        .forEach(rows::add);
            }
        }
    }

    private record Sides(Rated rated, Roster roster, RateCount lead, RateCount member, Flag obstacle) {
        Sides onAnotherPaper() {
            return new Sides(rated, roster, lead, member, Flag.DIFFERENT_PAPER);
        }
    }

    /**
     * The papers that both sides sat; where there is none, those that the members sat, else the lead, with the reason. Sat are those
     * with the counts, and those with levels, which tell no rate.
     */
    private static List<Sides> sides(MarkBook book, List<Rated> ofYear, EducationGroup group) {
        List<Sides> whole = new ArrayList<>();
        List<Sides> members = new ArrayList<>();
        List<Sides> leads = new ArrayList<>();
        for (Rated rated : ofYear) {
            Sitting sitting = rated.scoped.sitting();
            Roster roster = book.territory().roster(group, sitting.heldOn());
            RateCount lead = rated.counts.sum(roster.leads());
            RateCount member = rated.counts.sum(roster.members());
            boolean leadSat = lead.of() > 0 || sitting.hasLevels(roster.leads());
            boolean memberSat = member.of() > 0 || sitting.hasLevels(roster.members());
            if (leadSat && memberSat) {
                Flag obstacle = lead.of() > 0 && member.of() > 0 ? Flag.OK : Flag.MISSING_INPUT;
                whole.add(new Sides(rated, roster, lead, member, obstacle));
            } else if (memberSat) {
                members.add(new Sides(rated, roster, lead, member, Flag.BASE_MISSING));
            } else if (leadSat) {
                leads.add(new Sides(rated, roster, lead, member, Flag.MISSING_INPUT));
            }
        }
        if (!whole.isEmpty() || members.isEmpty()) {
            return whole.isEmpty() ? leads : whole;
        }
        return leads.isEmpty()
                ? members
                : members.stream().map(Sides::onAnotherPaper).toList();
    }

    private MetricRow row(MarkBook book, Sides sides) {
        RateCounts counts = sides.rated.counts;
        List<String> codes = Stream.concat(sides.roster.leads().stream(), sides.roster.members().stream())
                .toList();
        Sitting sitting = sides.rated.scoped.sitting();
        Inputs inputs = counts.inputs(codes).and(sides.roster.inputs());
        MetricRow row = MetricRow.of(this, book.terms())
                .group(sides.roster.group())
                .measure(counts.measure())
                .sitting(sitting, book.subject())
                .variant(sides.roster.group().kind())
                .counts(sides.lead.of() + sides.member.of(), counts.units(codes))
                .behind(Math.min(sides.lead.of(), sides.member.of()), counts.fewest(codes))
                .leftOut(counts.leftOut(codes))
                .inputs(counts.measure().equals(RateCounts.BOTTOM) ? inputs.and(sitting.inputs()) : inputs)
                .flag(sides.roster.approximate(), Flag.APPROXIMATE)
                .flag(sides.obstacle);
        return difference(row, sides.lead, sides.member);
    }

    private Optional<MetricRow> retention(
            Map<String, GraduatedCohort.Due> due,
            BuildTerms terms,
            EnrollmentBook book,
            String stage,
            int year,
            EducationGroup group) {
        Scopes scopes = book.scopes(stage, year);
        GraduatedCohort lead = GraduatedCohort.NOBODY;
        GraduatedCohort member = GraduatedCohort.NOBODY;
        LeftOut leftOut = LeftOut.NOTHING;
        Long fewest = null;
        long units = 0;
        Scope whole = scopes.whole(group);
        for (Scope side : scopes.of(group)) {
            List<String> codes = side.side().isEmpty() ? List.of() : side.codes();
            Set<String> rest = new HashSet<>(codes);
            for (GraduatedCohort.Due one : GraduatedCohort.within(due, codes)) {
                lead = side.side().equals(Scopes.LEAD) ? lead.plus(one.cohort()) : lead;
                member = side.side().equals(Scopes.MEMBER) ? member.plus(one.cohort()) : member;
                fewest = Fewest.of(fewest, one.cohort().graduates());
                units++;
                rest.removeAll(one.unit().now());
            }
            for (int j = book.rows(stage, year, rest).size(); j > 0; j--) {
                leftOut = leftOut.plus(0);
            }
        }
        RateCount first = lead.ofThoseThere();
        RateCount second = member.ofThoseThere();
        if (units == 0) {
            return Optional.empty();
        }
        MetricRow row = MetricRow.of(this, terms)
                .group(group)
                .measure("retention")
                .year(year)
                .stage(stage)
                .variant(group.kind())
                .counts(first.of() + second.of(), units)
                .behind(Math.min(first.of(), second.of()), fewest)
                .leftOut(leftOut)
                .inputs(lead.inputs().and(member.inputs(), whole.membership()))
                .flag(EnrollmentScopes.approximate(book, stage, year, whole), Flag.APPROXIMATE)
                .flag(first.of() <= 0, Flag.BASE_MISSING)
                .flag(second.of() <= 0, Flag.MISSING_INPUT);
        return Optional.of(difference(row, first, second));
    }

    private static MetricRow difference(MetricRow row, RateCount first, RateCount second) {
        row.frame(Rules.CENSUS);
        if (row.flag() == Flag.DIFFERENT_PAPER || first.of() <= 0 || second.of() <= 0) {
            return row;
        }
        boolean possible = first.isPossible() && second.isPossible();
        row.value(first.share() - second.share())
                .part(Math.min(first.smallerPart(), second.smallerPart()))
                .flag(!possible, Flag.INCONSISTENT_SOURCE)
                .flag(Math.min(first.of(), second.of()) < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
        return possible
                ? row.interval(
                        Proportion.differenceStandardError(first.reached(), first.of(), second.reached(), second.of()),
                        Proportion.newcombe(first.reached(), first.of(), second.reached(), second.of()),
                        "newcombe-10")
                : row;
    }
}
