package org.manyuan.measure;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.manyuan.assessment.BundledAssessment;
import org.manyuan.assessment.RegionFacts;
import org.manyuan.contract.Scheme;
import org.manyuan.domain.District;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.LedgerFact;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.Successions;
import org.manyuan.domain.Unit;

/**
 * What each scheme is run on: groups whose authority lies in its region, their spans and units, the region's other units, every exam;
 * and which figures, checks and entries of the ledger it needs: those of its metrics that are of any of these, the checks of the region's
 * districts, and the entries about its groups and units.
 */
public final class Regions implements Serializable {
    private static final long serialVersionUID = 1;

    private final Registers registers;
    private final TreeMap<String, Region> byScheme = new TreeMap<>();

    /** Of these schemes; one whose region has no group is left out. */
    public Regions(Registers registers, List<Scheme> schemes) {
        this.registers = registers;
        for (Scheme scheme : schemes) {
            Region region = region(scheme);
            if (!region.groups().isEmpty()) {
                byScheme.put(scheme.id(), region);
            }
        }
    }

    /** A scheme's part of the registers, and the codes of its places and metrics. */
    private record Region(
            Set<String> metrics,
            Set<String> places,
            List<EducationGroup> groups,
            Set<String> groupCodes,
            List<MembershipSpan> spans,
            Set<String> schoolCodes,
            List<Unit> units)
            implements Serializable {}

    private Region region(Scheme scheme) {
        Set<String> places = subtree(scheme.regionCode(), registers.districts());
        List<EducationGroup> groups = registers.groups().stream()
                .filter(group -> group.authorityCode() != null && places.contains(group.authorityCode()))
                .toList();
        Set<String> groupCodes = new HashSet<>();
        groups.forEach(group -> groupCodes.add(group.groupCode()));
        List<MembershipSpan> spans = registers.spans().stream()
                .filter(span -> groupCodes.contains(span.groupCode()))
                .toList();
        Set<String> schools = new HashSet<>();
        spans.forEach(span -> schools.add(span.schoolCode()));
        registers.units().stream()
                .filter(unit -> places.contains(unit.districtCode()))
                .forEach(unit -> schools.add(unit.schoolCode()));
        List<Unit> units = registers.units().stream()
                .filter(unit -> schools.contains(unit.schoolCode()))
                .toList();
        return new Region(
                Set.copyOf(BundledAssessment.metrics(scheme)), places, groups, groupCodes, spans, schools, units);
    }

    /** The schemes whose regions have groups, in order. */
    public List<String> schemes() {
        return List.copyOf(byScheme.keySet());
    }

    /** The schemes that need a figure. A group's row has no unit, a unit's no group. */
    public Stream<String> of(MetricValue figure) {
        return schemes(region -> region.metrics().contains(figure.metricId())
                && (figure.groupCode().isEmpty()
                        ? region.schoolCodes().contains(figure.schoolCode())
                        : region.groupCodes().contains(figure.groupCode())));
    }

    /** The schemes in whose region the district of a check lies. */
    public Stream<String> of(PolicyCheck check) {
        return schemes(region -> region.places().contains(check.districtCode()));
    }

    /** The schemes that look at the group or the unit that an entry of the ledger is about. */
    public Stream<String> of(LedgerFact entry) {
        return schemes(
                region -> entry.groupCode() != null && region.groupCodes().contains(entry.groupCode())
                        || entry.schoolCode() != null && region.schoolCodes().contains(entry.schoolCode()));
    }

    /** The schemes that look at one of these districts: their region holds it, or one of their groups or units is of it. */
    Set<String> schemesOf(Set<String> districts) {
        Set<String> schemes = new HashSet<>();
        byScheme.forEach((scheme, region) -> {
            boolean isOfUnits = region.units().stream().anyMatch(unit -> districts.contains(unit.districtCode()));
            boolean isOfPlaces = region.places().stream().anyMatch(districts::contains);
            if (isOfUnits || isOfPlaces) {
                schemes.add(scheme);
            }
        });
        return schemes;
    }

    /** What a scheme is run on. */
    public RegionFacts facts(
            String scheme,
            List<MetricValue> figures,
            List<PolicyCheck> checks,
            List<LedgerFact> ledger,
            LocalDate asOf) {
        Region region = byScheme.get(scheme);
        return new RegionFacts(
                figures,
                region.groups(),
                region.spans(),
                region.units(),
                registers.exams(),
                checks,
                ledger,
                Successions.of(registers.successions()),
                asOf);
    }

    private Stream<String> schemes(java.util.function.Predicate<Region> needs) {
        List<String> schemes = new ArrayList<>();
        for (Map.Entry<String, Region> each : byScheme.entrySet()) {
            if (needs.test(each.getValue())) {
                schemes.add(each.getKey());
            }
        }
        return schemes.stream();
    }

    /** The region and every district below it; nothing where the tree does not know it. */
    static Set<String> subtree(String region, List<District> tree) {
        Set<String> inside = new HashSet<>();
        boolean grows =
                tree.stream().anyMatch(district -> district.districtCode().equals(region)) && inside.add(region);
        while (grows) {
            grows = false;
            for (District district : tree) {
                grows |= inside.contains(district.parentCode()) && inside.add(district.districtCode());
            }
        }
        return inside;
    }
}
