package org.manyuan.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.manyuan.domain.District;

/** Which territory a district lies in: its ancestor of the level that the settings name, or the root where there is none. */
final class TerritoryMap {
    private final Map<String, District> districts = new HashMap<>();
    private final String level;

    TerritoryMap(Iterable<District> districts, String level) {
        districts.forEach(district -> this.districts.put(district.districtCode(), district));
        this.level = level;
    }

    /** The territory of a district; itself where the tree does not know it. Districts in a circle lie in the lowest code of it. */
    String of(String districtCode) {
        TreeSet<String> way = new TreeSet<>();
        String at = districtCode;
        while (true) {
            District district = districts.get(at);
            if (district == null || level.equals(district.level())) {
                return at;
            }
            if (!way.add(at)) {
                return circle(at).first();
            }
            String parent = district.parentCode();
            if (parent == null || parent.isEmpty() || !districts.containsKey(parent)) {
                return at;
            }
            at = parent;
        }
    }

    private TreeSet<String> circle(String from) {
        TreeSet<String> circle = new TreeSet<>();
        for (String at = from; circle.add(at); ) {
            at = districts.get(at).parentCode();
        }
        return circle;
    }
}
