package org.manyuan.measure;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.manyuan.domain.District;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Unit;

/** Where districts, units and groups are computed: a territory is what is computed together (DESIGN §3). */
public final class Territories implements Serializable {
    private static final long serialVersionUID = 1;

    private final Map<String, String> ofDistricts = new HashMap<>();
    private final Map<String, String> ofUnits = new HashMap<>();
    private final HashMap<String, TreeSet<String>> ofGroups = new HashMap<>();

    /**
     * @param level the setting {@code territory_level}
     */
    public Territories(Registers registers, String level) {
        TerritoryMap map = new TerritoryMap(registers.districts(), level);
        for (District district : registers.districts()) {
            ofDistricts.put(district.districtCode(), map.of(district.districtCode()));
        }
        for (Unit unit : registers.units()) {
            ofUnits.put(unit.schoolCode(), map.of(unit.districtCode()));
        }
        Set<String> known = new HashSet<>();
        registers.groups().stream().map(EducationGroup::groupCode).forEach(known::add);
        for (MembershipSpan span : registers.spans()) {
            String territory = ofUnits.get(span.schoolCode());
            if (known.contains(span.groupCode()) && territory != null) {
                ofGroups.computeIfAbsent(span.groupCode(), any -> new TreeSet<>())
                        .add(territory);
            }
        }
    }

    /** The territory of a district; empty where the tree does not know it. */
    Optional<String> ofDistrict(String districtCode) {
        return Optional.ofNullable(ofDistricts.get(districtCode));
    }

    /** The territory of a unit; empty where no register has it, and for null. */
    public Optional<String> ofUnit(String schoolCode) {
        return Optional.ofNullable(ofUnits.get(schoolCode));
    }

    /** The territory of a group; empty where its units, past and present, lie in several or in none. */
    Optional<String> ofGroup(String groupCode) {
        TreeSet<String> territories = ofGroups.get(groupCode);
        return territories == null || territories.size() > 1 ? Optional.empty() : Optional.of(territories.first());
    }

    /** The territories in which units lie, in order. */
    List<String> withUnits() {
        return ofUnits.values().stream().distinct().sorted().toList();
    }

    /** Groups whose units lie in several territories, and in which: no figure is made of them. */
    public SortedMap<String, SortedSet<String>> groupsLeftOut() {
        SortedMap<String, SortedSet<String>> left = new TreeMap<>();
        ofGroups.forEach((group, territories) -> {
            if (territories.size() > 1) {
                left.put(group, new TreeSet<>(territories));
            }
        });
        return left;
    }
}
