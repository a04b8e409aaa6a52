package org.manyuan.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.manyuan.domain.Unit;

/** What the county standards must know of the registers: which units lie in a district, and which exams are monitoring ones. */
final class Counties implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String MONITORING = "monitoring";

    private final Map<String, String> ofUnits = new HashMap<>();
    private final TreeMap<String, List<Unit>> units = new TreeMap<>();
    private final Set<String> monitoring = new HashSet<>();

    Counties(Registers registers) {
        for (Unit unit : registers.units()) {
            ofUnits.put(unit.schoolCode(), unit.districtCode());
            units.computeIfAbsent(unit.districtCode(), any -> new ArrayList<>()).add(unit);
        }
        registers.exams().stream()
                .filter(exam -> MONITORING.equals(exam.kind()))
                .forEach(exam -> monitoring.add(exam.examCode()));
    }

    /** The districts in which units lie, in order. */
    List<String> withUnits() {
        return List.copyOf(units.keySet());
    }

    /** The units that lie in a district itself. */
    List<Unit> units(String district) {
        return units.getOrDefault(district, List.of());
    }

    /** The district of a unit; empty where no register has it, and for null. */
    Optional<String> of(String schoolCode) {
        return Optional.ofNullable(ofUnits.get(schoolCode));
    }

    boolean isMonitoring(String examCode) {
        return monitoring.contains(examCode);
    }
}
