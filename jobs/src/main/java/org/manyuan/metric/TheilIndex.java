package org.manyuan.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Jackknife;
import org.manyuan.statistics.Partition;
import org.manyuan.statistics.StudentTerms;
import org.manyuan.statistics.Theil;

/**
 * GAP-06 泰尔指数 T, L and their exact decomposition: between units, between districts, between groups of a kind, within units. One row
 * per district or group, sitting and component. The parts of a chain add to the index among pupils. Card: schemas/metrics/GAP-06.md.
 */
final class TheilIndex implements ScoreMetric {
    /** The kinds whose groups share no unit, so that they part the units of a place. Source: DATASETS, group_membership. */
    private static final Set<String> PARTING_KINDS =
            Set.of("education_group", "consortium", "community", "kindergarten_group");

    @Override
    public String id() {
        return "GAP-06";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        List<MetricRow> rows = new ArrayList<>();
        Map<Sitting, List<GroupsOfDay>> groups = new HashMap<>();
        for (UnitSet set : UnitSets.ofDistricts(this, book)) {
            rows.addAll(alone(set));
            List<String> districts = set.units().stream()
                    .map(unit -> districtOf(book.territory(), unit))
                    .toList();
            if (book.territory().hasDistrictsBelow(set.districtCode())) {
                rows.addAll(between(set, "between_district", "", Flag.OK, null, Partition.of(districts)));
            }
            for (GroupsOfDay kind : groups.computeIfAbsent(set.sitting(), any -> kinds(book.territory(), any))) {
                if (set.units().stream().anyMatch(unit -> kind.groupOf().containsKey(unit.schoolCode()))) {
                    rows.addAll(byGroup(book.territory(), set, kind, Partition.of(districts)));
                }
            }
        }
        UnitSets.ofGroups(this, book).forEach(set -> rows.addAll(alone(set)));
        return rows.stream().map(MetricRow::row).toList();
    }

    /** Which group of a kind a unit is in on the day; of two (which no file should say) the first by code. */
    private record GroupsOfDay(String kind, Map<String, String> groupOf, Flag flag) {}

    private static List<GroupsOfDay> kinds(Territory territory, Sitting sitting) {
        List<GroupsOfDay> kinds = new ArrayList<>();
        for (String kind : territory.kinds()) {
            Map<String, String> groupOf = new HashMap<>();
            Flag flag = Flag.OK;
            for (EducationGroup group : territory.groups(kind)) {
                Roster roster = territory.roster(group, sitting.heldOn());
                roster.all().forEach(unit -> groupOf.putIfAbsent(unit, group.groupCode()));
                flag = roster.approximate() ? Flag.APPROXIMATE : flag;
            }
            if (PARTING_KINDS.contains(kind)) {
                kinds.add(new GroupsOfDay(kind, groupOf, flag));
            }
        }
        return kinds;
    }

    private static String districtOf(Territory territory, UnitMarks unit) {
        return territory
                .places(territory.unit(unit.schoolCode()).orElseThrow().districtCode())
                .get(0);
    }

    /** What needs no partition but the units themselves. */
    private static List<MetricRow> alone(UnitSet set) {
        List<MetricRow> rows = between(set, "between_unit", "", Flag.OK, null, null);
        MetricRow betweenUnits = rows.get(0).frame(Rules.SCHOOLS);
        if (betweenUnits.flag() != Flag.ZERO_MEAN && set.k() >= Rules.UNITS) {
            set.withJackknife(
                    betweenUnits,
                    Jackknife.logScale(
                            Theil.t(set.means(), set.weights()), Theil.tLeaveOneOut(set.means(), set.weights())));
        }
        rows.addAll(amongPupils(set));
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

    private static List<MetricRow> byGroup(Territory territory, UnitSet set, GroupsOfDay kind, Partition districts) {
        Partition groups = Partition.of(set.units().stream()
                .map(unit -> kind.groupOf().getOrDefault(unit.schoolCode(), "alone " + unit.schoolCode()))
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

    private static List<MetricRow> broken(UnitSet set, String kind) {
        return List.of(
                set.row("T.between_group_within_district", kind).flag(Flag.NESTING_BROKEN),
                set.row("L.between_group_within_district", kind).flag(Flag.NESTING_BROKEN));
    }

    /** T and L between the inner parts inside the outer ones; outer null is the whole, inner null each unit. */
    private static List<MetricRow> between(
            UnitSet set, String component, String kind, Flag flag, Partition outer, Partition inner) {
        Partition from = outer == null ? Partition.whole(set.k()) : outer;
        Partition to = inner == null ? Partition.each(set.k()) : inner;
        double[] means = set.means();
        double[] pupils = set.weights();
        return new ArrayList<>(List.of(
                figure(set, "T." + component, kind, flag, Theil.betweenT(from, to, means, pupils)),
                figure(set, "L." + component, kind, flag, Theil.betweenL(from, to, means, pupils))));
    }

    /** NaN here comes of a mean that is not positive, a negative score or, for L, a zero: nothing can be divided by it. */
    private static MetricRow figure(UnitSet set, String measure, String kind, Flag flag, double value) {
        Flag first = set.enoughUnits().or(flag);
        boolean computable = set.k() >= Rules.UNITS && flag != Flag.MISSING_INPUT;
        boolean negative =
                IntStream.range(0, set.k()).anyMatch(j -> set.units().get(j).mean() < 0);
        boolean undefined = Double.isNaN(value) || negative;
        return set.row(measure, kind)
                .flag(first)
                .flag(computable && undefined, Flag.ZERO_MEAN)
                .value(computable && !undefined ? value : Double.NaN);
    }
}
