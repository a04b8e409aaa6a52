package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.FlowFact;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Unit;

/**
 * ENR-05 生源流动矩阵: how many pupils a unit, a group or a district has from elsewhere and has elsewhere, by the zone they live in; variant
 * entrants: the first grade alone, previous: by the school before. Of a group also the pupils from the leads' to the members' and back.
 * One row per place, year, stage, reading and measure. Source: METRICS B5; card ENR-05.
 */
final class PupilFlow implements TerritoryMetric {
    /** Which pupils, and what counts as where they came from. */
    private enum Reading {
        ZONE,
        ENTRANTS,
        PREVIOUS;

        String variant() {
            return this == ZONE ? "" : name().toLowerCase(Locale.ROOT);
        }

        String origin(FlowFact fact) {
            return this == PREVIOUS ? fact.originSchoolCode() : fact.zoneSchoolCode();
        }

        boolean takes(FlowFact fact, Territory territory) {
            return this != ENTRANTS
                    || territory
                            .unit(fact.schoolCode())
                            .map(unit ->
                                    fact.grade().equals(unit.schoolingSystem().intakeGrade(fact.stage())))
                            .orElse(false);
        }
    }

    @Override
    public String id() {
        return "ENR-05";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        Map<String, List<FlowFact>> byYear = new TreeMap<>();
        facts.flows().stream()
                .filter(fact -> territory.unit(fact.schoolCode()).isPresent())
                .forEach(
                        fact -> byYear.computeIfAbsent(fact.stage() + "|" + fact.schoolYear(), any -> new ArrayList<>())
                                .add(fact));
        List<MetricValue> rows = new ArrayList<>();
        for (List<FlowFact> year : byYear.values()) {
            for (Reading reading : Reading.values()) {
                List<FlowFact> taken = year.stream()
                        .filter(fact -> reading.takes(fact, territory))
                        .toList();
                if (!taken.isEmpty()) {
                    addYear(rows, territory, terms, reading, taken);
                }
            }
        }
        return rows;
    }

    private void addYear(
            List<MetricValue> rows, Territory territory, BuildTerms terms, Reading reading, List<FlowFact> facts) {
        FlowFact any = facts.get(0);
        boolean isKnown = facts.stream().anyMatch(fact -> reading.origin(fact) != null);
        Set<String> units = new TreeSet<>();
        facts.forEach(fact -> units.add(fact.schoolCode()));
        Scopes scopes = Scopes.on(territory, SchoolYear.firstDay(any.schoolYear()));
        MetricRow heading = MetricRow.of(this, terms)
                .year(any.schoolYear())
                .stage(any.stage())
                .flag(!isKnown, Flag.MISSING_INPUT);
        for (String code : units) {
            Unit unit = territory.unit(code).orElseThrow();
            MetricRow row = heading.copy().unit(unit).variant(reading.variant()).inputs(inputs(facts, unit));
            rows.addAll(of(row, Flow.of(facts, reading, Set.of(code)), isKnown, 1, null));
        }
        List<Scope> wholes = new ArrayList<>();
        for (EducationGroup group : territory.groups()) {
            wholes.add(scopes.whole(group));
        }
        territory.districtCodes().forEach(district -> wholes.add(scopes.district(district)));
        for (Scope scope : wholes) {
            List<String> here = scope.codes().stream().filter(units::contains).toList();
            if (here.isEmpty()) {
                continue;
            }
            Long fewest = Fewest.of(here.stream()
                    .map(code -> Flow.of(facts, reading, Set.of(code)))
                    .mapToLong(Flow::fewest));
            MetricRow row = scope.place(heading.copy())
                    .variant(scope.kind(), reading.variant())
                    .leftOut(LeftOut.units(
                            scope.group() == null ? 0 : scope.codes().size() - here.size()))
                    .flag(scope.approximate(), Flag.APPROXIMATE)
                    .inputs(inputs(territory, facts, Set.copyOf(scope.codes())).and(scope.membership()));
            rows.addAll(of(row, Flow.of(facts, reading, Set.copyOf(scope.codes())), isKnown, here.size(), fewest));
            if (scope.group() != null) {
                rows.addAll(between(row, scopes, scope.group(), facts, reading, isKnown));
            }
        }
    }

    /**
     * Pupils of one node: from elsewhere, elsewhere, from here and here.
     *
     * @param in pupils here from elsewhere
     * @param out pupils from here elsewhere
     * @param stayed pupils from here here
     */
    private record Flow(long in, long out, long stayed) {
        static Flow of(List<FlowFact> facts, Reading reading, Set<String> node) {
            long in = 0;
            long out = 0;
            long stayed = 0;
            for (FlowFact fact : facts) {
                String origin = reading.origin(fact);
                boolean isFrom = origin != null && node.contains(origin);
                boolean isHere = node.contains(fact.schoolCode());
                in += isHere && !isFrom ? fact.students() : 0;
                out += isFrom && !isHere ? fact.students() : 0;
                stayed += isFrom && isHere ? fact.students() : 0;
            }
            return new Flow(in, out, stayed);
        }

        long fewest() {
            return Math.min(in, out);
        }
    }

    /** @param fewest the smallest count of a unit in it; null for a unit itself */
    private static List<MetricValue> of(MetricRow row, Flow flow, boolean isKnown, long units, Long fewest) {
        long moved = flow.in + flow.out;
        List<MetricRow> rows = new ArrayList<>();
        rows.add(count(row, "in", flow.in, units, fewest));
        rows.add(count(row, "out", flow.out, units, fewest));
        rows.add(row.copy()
                .measure("net")
                .value(flow.in - flow.out)
                .counts(moved, units)
                .behind(flow.fewest(), Fewest.of(Long.valueOf(flow.fewest()), fewest)));
        rows.add(row.copy()
                .measure("net_rate")
                .value((double) (flow.in - flow.out) / moved)
                .flag(moved == 0, Flag.BASE_MISSING)
                .counts(moved, units)
                .behind(flow.fewest(), Fewest.of(Long.valueOf(flow.fewest()), fewest)));
        RateCount stayed = new RateCount(flow.stayed, flow.stayed + flow.out);
        rows.add(row.copy()
                .measure("retention")
                .value(stayed.share())
                .flag(stayed.of() == 0, Flag.BASE_MISSING)
                .counts(stayed.of(), units)
                .behind(stayed.of(), Fewest.of(Long.valueOf(stayed.of()), fewest)));
        return finished(rows, isKnown);
    }

    /** The pupils that leads and members have of one another. */
    private static List<MetricValue> between(
            MetricRow row,
            Scopes scopes,
            EducationGroup group,
            List<FlowFact> facts,
            Reading reading,
            boolean isKnown) {
        Set<String> leads = side(scopes, group, Scopes.LEAD);
        Set<String> members = side(scopes, group, Scopes.MEMBER);
        if (leads.isEmpty() || members.isEmpty()) {
            return List.of();
        }
        return finished(
                List.of(
                        count(row, "lead_to_member", cell(facts, reading, leads, members), members.size(), null),
                        count(row, "member_to_lead", cell(facts, reading, members, leads), leads.size(), null)),
                isKnown);
    }

    private static Set<String> side(Scopes scopes, EducationGroup group, String name) {
        Set<String> codes = new TreeSet<>();
        scopes.of(group).stream()
                .filter(scope -> scope.side().equals(name))
                .forEach(scope -> codes.addAll(scope.codes()));
        return codes;
    }

    private static long cell(List<FlowFact> facts, Reading reading, Set<String> from, Set<String> to) {
        return facts.stream()
                .filter(fact -> to.contains(fact.schoolCode())
                        && reading.origin(fact) != null
                        && from.contains(reading.origin(fact)))
                .mapToLong(FlowFact::students)
                .sum();
    }

    private static MetricRow count(MetricRow row, String measure, long pupils, long units, Long fewest) {
        return row.copy()
                .measure(measure)
                .value(pupils)
                .counts(pupils, units)
                .behind(pupils, Fewest.of(Long.valueOf(pupils), fewest));
    }

    /** Where nobody handed in where pupils are from, nothing is known of anyone. */
    private static List<MetricValue> finished(List<MetricRow> rows, boolean isKnown) {
        return rows.stream()
                .map(row -> isKnown ? row : row.value(Double.NaN).counts(0, 0).behind(null, null))
                .map(MetricRow::row)
                .toList();
    }

    private static Inputs inputs(List<FlowFact> facts, Unit unit) {
        return Inputs.all(facts.stream()
                .filter(fact -> concerns(fact, Set.of(unit.schoolCode())))
                .map(fact -> Inputs.of(fact.origin().and(unit.origin()), fact))
                .toList());
    }

    private static Inputs inputs(Territory territory, List<FlowFact> facts, Set<String> codes) {
        return Inputs.all(facts.stream()
                .filter(fact -> concerns(fact, codes))
                .map(fact -> Inputs.of(fact.origin().and(territory.originOf(fact.schoolCode())), fact))
                .toList());
    }

    private static boolean concerns(FlowFact fact, Set<String> codes) {
        return codes.contains(fact.schoolCode())
                || (fact.zoneSchoolCode() != null && codes.contains(fact.zoneSchoolCode()))
                || (fact.originSchoolCode() != null && codes.contains(fact.originSchoolCode()));
    }
}
