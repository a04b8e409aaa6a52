package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.manyuan.domain.District;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Origin;
import org.manyuan.domain.SchoolSuccession;
import org.manyuan.domain.Successions;
import org.manyuan.domain.Unit;

/**
 * What is computed together: a city, a county or a country with its districts, units, groups and memberships as known now. Answers
 * where a unit lies and who is in a group on a day. Every list it gives is in order of code, so that no figure depends on the order
 * in which rows came.
 */
public final class Territory {
    private static final String COUNTY = "county";
    private static final Pattern OF_SIX_DIGITS = Pattern.compile("\\d{12}");

    private final String code;
    private final String level;
    private final Map<String, District> districts = new TreeMap<>();
    private final Map<String, Unit> units = new TreeMap<>();
    private final Map<String, EducationGroup> groups = new TreeMap<>();
    private final Map<String, List<MembershipSpan>> spansOfGroup = new HashMap<>();
    private final Map<String, List<String>> placesOfDistrict = new ConcurrentHashMap<>();
    private final Map<String, List<Unit>> unitsOfDistrict = new TreeMap<>();
    private final Successions successions;
    private final Set<String> wholes = new HashSet<>();
    private final Map<LocalDate, Map<String, Roster>> rosters = new ConcurrentHashMap<>();
    private final Map<LocalDate, Map<String, List<EducationGroup>>> groupsOfUnits = new ConcurrentHashMap<>();

    /**
     * @param code the territory's own district code
     * @param level the level that the settings name, e.g. city
     * @param districts of its tree, itself included; others are ignored
     * @param spans memberships as known now; of groups and units that are not here they are ignored
     * @param successions in any order; one that closes a circle is refused
     */
    public Territory(
            String code,
            String level,
            List<District> districts,
            List<Unit> units,
            List<EducationGroup> groups,
            List<MembershipSpan> spans,
            List<SchoolSuccession> successions) {
        this.code = code;
        this.level = level;
        this.successions = Successions.of(successions);
        districts.forEach(district -> this.districts.put(district.districtCode(), district));
        unitsOfDistrict.put(code, new ArrayList<>());
        this.districts.keySet().forEach(district -> {
            if (places(district).contains(district)) {
                unitsOfDistrict.put(district, new ArrayList<>());
            }
        });
        units.forEach(unit -> this.units.put(unit.schoolCode(), unit));
        for (Unit unit : this.units.values()) {
            places(unit.districtCode())
                    .forEach(place -> unitsOfDistrict.get(place).add(unit));
            if (unit.partOf() != null) {
                wholes.add(unit.partOf());
            }
        }
        groups.forEach(group -> this.groups.put(group.groupCode(), group));
        for (MembershipSpan span : spans) {
            if (this.groups.containsKey(span.groupCode()) && this.units.containsKey(span.schoolCode())) {
                spansOfGroup
                        .computeIfAbsent(span.groupCode(), any -> new ArrayList<>())
                        .add(span);
            }
        }
    }

    /** Its own district code. */
    public String code() {
        return code;
    }

    /** The level that the settings name. */
    public String level() {
        return level;
    }

    /**
     * Whether a region is the territory, lies in it, or holds it. What lies above is told by the codes of GB/T 2260 alone, two digits a
     * level: 370200 holds 370213.
     */
    boolean overlaps(String region) {
        return way(region).contains(code)
                || way(code).contains(region)
                || OF_SIX_DIGITS.matcher(region + code).matches() && code.startsWith(stem(region));
    }

    /** A district and all that the tree has above it. */
    private Set<String> way(String from) {
        Set<String> way = new HashSet<>();
        for (String at = from; at != null && way.add(at); ) {
            at = districts.containsKey(at) ? districts.get(at).parentCode() : null;
        }
        return way;
    }

    /** A code without the pairs of zeros at its end. */
    private static String stem(String region) {
        return region.endsWith("0000")
                ? region.substring(0, 2)
                : region.endsWith("00") ? region.substring(0, 4) : region;
    }

    /** The codes that have rows of their own: the territory and every district of its tree down to the county. */
    List<String> districtCodes() {
        return List.copyOf(unitsOfDistrict.keySet());
    }

    /** The units that lie in a district or below it. */
    List<Unit> unitsIn(String districtCode) {
        return Collections.unmodifiableList(unitsOfDistrict.getOrDefault(districtCode, List.of()));
    }

    /** The districts with rows of their own that a unit counts in; none for a unit that is not here. */
    List<String> placesOf(String schoolCode) {
        return unit(schoolCode).map(unit -> places(unit.districtCode())).orElse(List.of());
    }

    /**
     * The districts with rows of their own that a unit of this district counts in, its county first, the territory last. A district
     * that the tree does not know counts for the territory alone.
     */
    List<String> places(String districtCode) {
        List<String> known = placesOfDistrict.get(districtCode);
        if (known == null) {
            known = climb(districtCode);
            placesOfDistrict.put(districtCode, known);
        }
        return known;
    }

    /** Whether districts with rows of their own lie below this one. */
    boolean hasDistrictsBelow(String districtCode) {
        return unitsOfDistrict.keySet().stream()
                .anyMatch(other -> !other.equals(districtCode) && places(other).contains(districtCode));
    }

    /** The unit of that code; empty where it is not of this territory. */
    Optional<Unit> unit(String schoolCode) {
        return Optional.ofNullable(units.get(schoolCode));
    }

    /** Whether a unit is reported or made up; one that is not of this territory counts as reported. */
    Origin originOf(String schoolCode) {
        return unit(schoolCode).map(Unit::origin).orElse(Origin.REPORTED);
    }

    /** Every unit. */
    List<Unit> units() {
        return List.copyOf(units.values());
    }

    /** Whether other units are parts of this one, so that their figures stand for it. */
    boolean isWholeOfParts(String schoolCode) {
        return wholes.contains(schoolCode);
    }

    /** Which unit goes on under which code. */
    Successions successions() {
        return successions;
    }

    /** Every group. */
    List<EducationGroup> groups() {
        return List.copyOf(groups.values());
    }

    /** The groups of a kind. */
    List<EducationGroup> groups(String kind) {
        return groups.values().stream()
                .filter(group -> group.kind().equals(kind))
                .toList();
    }

    /** The kinds of group that occur. */
    List<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        groups.values().forEach(group -> kinds.add(group.kind()));
        return List.copyOf(kinds);
    }

    /** The memberships of a group, of all its time. */
    List<MembershipSpan> spans(EducationGroup group) {
        return Collections.unmodifiableList(spansOfGroup.getOrDefault(group.groupCode(), List.of()));
    }

    /** Who is in a group on a day. */
    Roster roster(EducationGroup group, LocalDate day) {
        return rosters.computeIfAbsent(day, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        group.groupCode(),
                        any -> new Roster(
                                group,
                                day,
                                spansOfGroup.getOrDefault(group.groupCode(), List.of()).stream()
                                        .filter(span -> span.holdsOn(day))
                                        .toList()));
    }

    /** The groups of every kind that a unit is in on a day, in order of code. */
    List<EducationGroup> groupsOf(String schoolCode, LocalDate day) {
        return groupsOfUnits.computeIfAbsent(day, this::groupsOn).getOrDefault(schoolCode, List.of());
    }

    private Map<String, List<EducationGroup>> groupsOn(LocalDate day) {
        Map<String, List<EducationGroup>> groupsOn = new HashMap<>();
        groups.values().forEach(group -> roster(group, day).all().forEach(unit -> groupsOn.computeIfAbsent(
                        unit, any -> new ArrayList<>())
                .add(group)));
        return groupsOn;
    }

    private List<String> climb(String districtCode) {
        List<String> way = new ArrayList<>();
        String at = districtCode;
        while (at != null && !at.equals(code) && districts.containsKey(at) && !way.contains(at)) {
            if (isCounty(at)) {
                way.clear();
            }
            way.add(at);
            at = districts.get(at).parentCode();
        }
        if (!code.equals(at) || isCounty(code)) {
            way.clear();
        }
        way.add(code);
        return List.copyOf(way);
    }

    private boolean isCounty(String districtCode) {
        return districts.containsKey(districtCode)
                && COUNTY.equals(districts.get(districtCode).level());
    }
}
