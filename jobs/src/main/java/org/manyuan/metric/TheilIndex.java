package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Jackknife;
import org.manyuan.statistics.Partition;
import org.manyuan.statistics.StudentTerms;
import org.manyuan.statistics.Theil;

/**
 * GAP-06 泰尔指数 T, L and their exact decomposition: between units, between districts, between groups of a kind, within units. Of
 * resources what lies between units. One row per district or group, sitting (or resource, stage and year) and component. The parts of a chain add to the index among pupils. Card: schemas/metrics/GAP-06.md.
 */
final class TheilIndex implements ScoreMetric, TerritoryMetric {
    private static final String BETWEEN_UNITS = "T.between_unit";

    /** The kinds whose groups share no unit, so that they part the units of a place. Source: DATASETS, group_membership. */
    private static final Set<String> PARTING_KINDS =
            Set.of("education_group", "consortium", "community", "kindergarten_group");

    @Override
    public String id() {
        return "GAP-06";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        List<MetricRow> rows = new ArrayList<>();
        Map<LocalDate, List<GroupsOfDay>> groups = new HashMap<>();
        for (UnitSet set : UnitSets.of(this, book)) {
            rows.addAll(amongUnits(book.territory(), set, groups));
            rows.addAll(amongPupils(set));
        }
        return rows.stream().map(MetricRow::row).toList();
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        Map<LocalDate, List<GroupsOfDay>> groups = new HashMap<>();
        return ResourceSet.of(this, territory, facts, terms).stream()
                .flatMap(set -> amongUnits(territory, set, groups).stream())
                .map(MetricRow::row)
                .toList();
    }

    /** Between units, and of a district between its districts and groups, where it has any. */
    private static List<MetricRow> amongUnits(
            Territory territory, UnitValues set, Map<LocalDate, List<GroupsOfDay>> groups) {
        List<MetricRow> rows = alone(set);
        if (set.districtCode().isEmpty()) {
            return rows;
        }
        Partition districts = Partition.of(set.schoolCodes().stream()
                .map(code -> districtOf(territory, code))
                .toList());
        if (territory.hasDistrictsBelow(set.districtCode())) {
            rows.addAll(between(set, "between_district", "", Flag.OK, null, districts));
        }
        for (GroupsOfDay kind : groups.computeIfAbsent(set.day(), day -> kinds(territory, day))) {
            if (set.schoolCodes().stream().anyMatch(kind.groupOf()::containsKey)) {
                rows.addAll(byGroup(territory, set, kind, districts));
            }
        }
        return rows;
    }

    /** Which group of a kind a unit is in on the day; of two (which no file should say) the first by code. */
    private record GroupsOfDay(String kind, Map<String, String> groupOf, Flag flag) {}

    private static List<GroupsOfDay> kinds(Territory territory, LocalDate day) {
        List<GroupsOfDay> kinds = new ArrayList<>();
        for (String kind : territory.kinds()) {
            Map<String, String> groupOf = new HashMap<>();
            Flag flag = Flag.OK;
            for (EducationGroup group : territory.groups(kind)) {
                Roster roster = territory.roster(group, day);
                roster.all().forEach(unit -> groupOf.putIfAbsent(unit, group.groupCode()));
                flag = roster.approximate() ? Flag.APPROXIMATE : flag;
            }
            if (PARTING_KINDS.contains(kind)) {
                kinds.add(new GroupsOfDay(kind, groupOf, flag));
            }
        }
        return kinds;
    }

    private static String districtOf(Territory territory, String schoolCode) {
        return territory
                .places(territory.unit(schoolCode).orElseThrow().districtCode())
                .get(0);
    }

    /** What needs no partition but the units themselves. */
    private static List<MetricRow> alone(UnitValues set) {
        List<MetricRow> rows = between(set, "between_unit", "", Flag.OK, null, null);
        MetricRow betweenUnits = rows.get(0).frame(Rules.SCHOOLS);
        if (betweenUnits.flag() != Flag.ZERO_MEAN && set.k() >= Rules.UNITS) {
            set.withJackknife(
                    betweenUnits,
                    Jackknife.logScale(
                            Theil.t(set.values(), set.weights()), Theil.tLeaveOneOut(set.values(), set.weights())));
        }
        return rows;
    }

    private static List<MetricRow> amongPupils(UnitSet set) {
        List<StudentTerms> pupils = set.units().stream()
                .map(UnitMarks::terms)
                .filter(Objects::nonNull)
                .toList();
        Flag flag = pupils.size() < set.k() ? Flag.MISSING_INPUT : Flag.OK;
        StudentTerms all = pupils.stream().reduce(StudentTerms.EMPTY, StudentTerms::merge);
        return new ArrayList<>(List.of(
                figure(set, "T.total", "", flag, all.t()),
                figure(set, "T.within_unit", "", flag, Theil.withinT(pupils)),
                figure(set, "L.total", "", flag, all.l()),
                figure(set, "L.within_unit", "", flag, Theil.withinL(pupils))));
    }

    private static List<MetricRow> byGroup(Territory territory, UnitValues set, GroupsOfDay kind, Partition districts) {
        Partition groups = Partition.of(set.schoolCodes().stream()
                .map(code -> kind.groupOf().getOrDefault(code, "alone " + code))
                .toList());
        List<MetricRow> rows = between(set, "between_group", kind.kind(), kind.flag(), null, groups);
        rows.addAll(between(set, "between_unit_within_group", kind.kind(), kind.flag(), groups, null));
        if (territory.hasDistrictsBelow(set.districtCode())) {
            boolean nested = groups.isNestedIn(districts);
            rows.addAll(
                    nested
                            ? between(set, "between_group_within_district", kind.kind(), kind.flag(), districts, groups)
                            : broken(set, kind.kind()));
        }
        return rows;
    }

    private static List<MetricRow> broken(UnitValues set, String kind) {
        return List.of(
                set.reading("T.between_group_within_district", BETWEEN_UNITS, kind)
                        .flag(Flag.NESTING_BROKEN),
                set.reading("L.between_group_within_district", BETWEEN_UNITS, kind)
                        .flag(Flag.NESTING_BROKEN));
    }

    /** T and L between the inner parts inside the outer ones; outer null is the whole, inner null each unit. */
    private static List<MetricRow> between(
            UnitValues set, String component, String kind, Flag flag, Partition outer, Partition inner) {
        Partition from = outer == null ? Partition.whole(set.k()) : outer;
        Partition to = inner == null ? Partition.each(set.k()) : inner;
        double[] values = set.values();
        double[] weights = set.weights();
        return new ArrayList<>(List.of(
                figure(set, "T." + component, kind, flag, Theil.betweenT(from, to, values, weights)),
                figure(set, "L." + component, kind, flag, Theil.betweenL(from, to, values, weights))));
    }

    /** NaN here comes of a mean that is not positive, a negative score or, for L, a zero: nothing can be divided by it. */
    private static MetricRow figure(UnitValues set, String reading, String kind, Flag flag, double value) {
        Flag first = set.enoughUnits().or(flag);
        boolean computable = set.k() >= Rules.UNITS && flag != Flag.MISSING_INPUT;
        boolean negative = Arrays.stream(set.values()).anyMatch(each -> each < 0);
        boolean undefined = Double.isNaN(value) || negative;
        return set.reading(reading, BETWEEN_UNITS, kind)
                .flag(first)
                .flag(computable && undefined, Flag.ZERO_MEAN)
                .value(computable && !undefined ? value : Double.NaN);
    }
}
