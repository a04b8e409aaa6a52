package org.manyuan.metric;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.manyuan.contract.FigureFilter;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.GroupActivity;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Term;
import org.manyuan.domain.Unit;

/**
 * TCH-07 活动频次: the activities of a school year inside its terms, their lessons, participants and pupils, the longest time without one and
 * the months of term without one. A unit by those it organised, a group by its own, a district by those of the groups of its authority;
 * once more of what schemes count alone. Without a calendar every day of the year counts and there are no terms to have gaps. Source:
 * METRICS A6; card TCH-07.
 */
final class GroupActivityCounts implements TerritoryMetric {
    @Override
    public String id() {
        return "TCH-07";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        TermCalendar calendar = new TermCalendar(territory, facts.terms(), terms.asOf());
        TreeMap<Integer, List<GroupActivity>> ofYear = new TreeMap<>();
        facts.activities().stream()
                .filter(activity ->
                        activity.heldOn() != null && !activity.heldOn().isAfter(terms.asOf()))
                .sorted(Comparator.comparing(GroupActivity::activityId))
                .forEach(activity -> ofYear.computeIfAbsent(SchoolYear.of(activity.heldOn()), any -> new ArrayList<>())
                        .add(activity));
        List<MetricValue> rows = new ArrayList<>();
        ofYear.forEach((year, held) -> new Year(territory, calendar, held, terms, year).addTo(rows));
        return rows;
    }

    /** The activities of one year. */
    private final class Year {
        private final Territory territory;
        private final TermCalendar calendar;
        private final List<GroupActivity> held;
        private final BuildTerms terms;
        private final int year;
        private final Set<String> counties = new TreeSet<>();

        Year(Territory territory, TermCalendar calendar, List<GroupActivity> held, BuildTerms terms, int year) {
            this.territory = territory;
            this.calendar = calendar;
            this.held = held;
            this.terms = terms;
            this.year = year;
            for (GroupActivity activity : held) {
                territory.groups().stream()
                        .filter(group -> group.groupCode().equals(activity.groupCode()))
                        .forEach(group -> counties.add(county(group.authorityCode())));
                if (activity.organiserSchoolCode() != null) {
                    territory
                            .unit(activity.organiserSchoolCode())
                            .ifPresent(unit -> counties.add(county(unit.districtCode())));
                }
            }
        }

        void addTo(List<MetricValue> rows) {
            Scopes scopes = Scopes.on(territory, SchoolYear.firstDay(year));
            Set<String> inGroups = new TreeSet<>();
            for (EducationGroup group : territory.groups()) {
                Scope whole = scopes.whole(group);
                inGroups.addAll(whole.codes());
                List<GroupActivity> own = of(List.of(group));
                if (!own.isEmpty() || !whole.codes().isEmpty()) {
                    MetricRow row = whole.place(heading(own, group.authorityCode()))
                            .inputs(inputs(own).and(whole.membership()))
                            .flag(whole.approximate(), Flag.APPROXIMATE);
                    addAll(rows, row, group.kind(), own, group.authorityCode());
                }
            }
            for (Unit unit : territory.units()) {
                List<GroupActivity> own = held.stream()
                        .filter(activity -> unit.schoolCode().equals(activity.organiserSchoolCode()))
                        .toList();
                if (!own.isEmpty() || inGroups.contains(unit.schoolCode())) {
                    MetricRow row = heading(own, unit.districtCode())
                            .unit(unit)
                            .inputs(inputs(own).from(unit.origin()));
                    addAll(rows, row, "", own, unit.districtCode());
                }
            }
            for (String district : territory.districtCodes()) {
                for (String kind : territory.kinds()) {
                    List<EducationGroup> groups = AuthorityGroups.of(territory, kind, district);
                    if (!groups.isEmpty()) {
                        List<GroupActivity> own = of(groups);
                        Origin origin =
                                groups.stream().map(EducationGroup::origin).reduce(Origin.REPORTED, Origin::and);
                        MetricRow row = heading(own, district)
                                .district(district)
                                .inputs(inputs(own).from(origin));
                        addAll(rows, row, kind, own, district);
                    }
                }
            }
        }

        private List<GroupActivity> of(List<EducationGroup> groups) {
            Set<String> codes = new TreeSet<>();
            groups.forEach(group -> codes.add(group.groupCode()));
            return held.stream()
                    .filter(activity -> activity.groupCode() != null && codes.contains(activity.groupCode()))
                    .toList();
        }

        private MetricRow heading(List<GroupActivity> own, String districtCode) {
            String district = districtCode == null ? territory.code() : districtCode;
            boolean handedIn = !own.isEmpty()
                    || counties.contains(county(district))
                    || counties.stream()
                            .anyMatch(county -> territory.places(county).contains(district));
            return MetricRow.of(GroupActivityCounts.this, terms).year(year).flag(!handedIn, Flag.MISSING_INPUT);
        }

        /** The rows of all activities, then those of what schemes count alone. */
        private void addAll(
                List<MetricValue> rows, MetricRow heading, String kind, List<GroupActivity> own, String district) {
            add(rows, heading.copy().variant(kind), own, district);
            for (BuildTerms.Asked asked : terms.asked(territory, id())) {
                List<GroupActivity> some = own.stream()
                        .filter(activity -> isTaken(asked.filter(), activity))
                        .toList();
                add(rows, heading.copy().variant(kind, asked.filter().part()), some, district);
            }
        }

        private void add(List<MetricValue> rows, MetricRow heading, List<GroupActivity> own, String district) {
            List<Term> inYear = calendar.of(district, year);
            List<GroupActivity> counted = inYear.isEmpty()
                    ? own
                    : own.stream()
                            .filter(activity -> inYear.stream().anyMatch(term -> isIn(term, activity.heldOn())))
                            .toList();
            boolean missing = heading.flag() == Flag.MISSING_INPUT;
            heading.counts(counted.size(), counted.size());
            MetricRow sums = heading.copy().flag(inYear.isEmpty(), Flag.APPROXIMATE);
            rows.add(sums.copy()
                    .measure("activities")
                    .value(missing ? Double.NaN : counted.size())
                    .row());
            rows.add(sum(sums, "lessons", counted, GroupActivity::lessons));
            rows.add(sum(sums, "participants", counted, GroupActivity::participants));
            rows.add(sum(sums, "pupils", counted, GroupActivity::pupils));
            boolean noTerms = missing || inYear.isEmpty();
            MetricRow gaps = heading.copy().flag(noTerms, Flag.MISSING_INPUT);
            rows.add(gaps.copy()
                    .measure("max_gap_days")
                    .value(noTerms ? Double.NaN : longestGap(inYear, counted))
                    .row());
            rows.add(gaps.copy()
                    .measure("months_without")
                    .value(noTerms ? Double.NaN : monthsWithout(inYear, counted))
                    .row());
        }

        /** An empty cell is nobody where others of the year have a number; where nobody of the year has one, it was not handed in. */
        private MetricValue sum(
                MetricRow heading, String measure, List<GroupActivity> counted, Function<GroupActivity, Long> number) {
            boolean said = held.stream().anyMatch(activity -> number.apply(activity) != null);
            boolean missing = heading.flag() == Flag.MISSING_INPUT || !said;
            long sum = counted.stream()
                    .map(number)
                    .filter(some -> some != null)
                    .mapToLong(Long::longValue)
                    .sum();
            return heading.copy()
                    .measure(measure)
                    .value(missing ? Double.NaN : sum)
                    .flag(missing, Flag.MISSING_INPUT)
                    .row();
        }

        private String county(String districtCode) {
            return districtCode == null
                    ? territory.code()
                    : territory.places(districtCode).get(0);
        }

        private Inputs inputs(List<GroupActivity> own) {
            return Inputs.all(own.stream()
                    .map(activity -> Inputs.of(activity.origin(), activity))
                    .toList());
        }
    }

    private static boolean isTaken(FigureFilter filter, GroupActivity activity) {
        return filter.takes("kind", activity.kind())
                && filter.takes("mode", activity.mode())
                && filter.takes("audience", activity.audience())
                && filter.takes("subject", activity.subject());
    }

    private static boolean isIn(Term term, LocalDate day) {
        return !day.isBefore(term.fromOn()) && !day.isAfter(term.toOn());
    }

    /** Days between one and the next inside a term, its first and last day counted as ends. */
    private static long longestGap(List<Term> terms, List<GroupActivity> held) {
        long longest = 0;
        for (Term term : terms) {
            TreeSet<LocalDate> days = new TreeSet<>(Arrays.asList(term.fromOn(), term.toOn()));
            held.stream()
                    .map(GroupActivity::heldOn)
                    .filter(day -> isIn(term, day))
                    .forEach(days::add);
            LocalDate before = days.first();
            for (LocalDate day : days) {
                longest = Math.max(longest, ChronoUnit.DAYS.between(before, day));
                before = day;
            }
        }
        return longest;
    }

    private static long monthsWithout(List<Term> terms, List<GroupActivity> held) {
        Set<YearMonth> months = new TreeSet<>();
        for (Term term : terms) {
            for (YearMonth month = YearMonth.from(term.fromOn());
                    !month.isAfter(YearMonth.from(term.toOn()));
                    month = month.plusMonths(1)) {
                months.add(month);
            }
        }
        held.forEach(activity -> months.remove(YearMonth.from(activity.heldOn())));
        return months.size();
    }
}
