package org.manyuan.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Unit;

/**
 * What a county handed in that its standards look at besides figures: its units, and the classes, teachers and inspections of them.
 * Lists in an order of their own, whatever the order of rows.
 */
public record CountyFacts(
        List<Unit> units, List<ClassFact> classes, List<TeacherFact> teachers, List<LedgerEntry> ledger) {
    /** Nothing was handed in. */
    public static final CountyFacts NONE = new CountyFacts(List.of(), List.of(), List.of(), List.of());

    public CountyFacts {
        units = sorted(units, Comparator.comparing(Unit::schoolCode));
        classes = sorted(classes, Comparator.comparing(ClassFact::toString));
        teachers = sorted(teachers, Comparator.comparing(TeacherFact::toString));
        ledger = sorted(ledger, Comparator.comparing(LedgerEntry::entryId));
    }

    /** The units by code. */
    Map<String, Unit> byCode() {
        Map<String, Unit> byCode = new TreeMap<>();
        units.forEach(unit -> byCode.put(unit.schoolCode(), unit));
        return byCode;
    }

    /** The stage of a teacher: the roll's, else that of a unit with a single one; null where neither says it. */
    static Stage stage(TeacherFact teacher, Unit unit) {
        if (teacher.stage() != null) {
            return teacher.stage();
        }
        return unit.stages().size() == 1 ? unit.stages().iterator().next() : null;
    }

    /** What inspections found under an item, {@code A1-G1}, oldest first; what is only planned, or is of no year, they did not find. */
    List<LedgerEntry> inspections(String item) {
        String wanted = item.replaceFirst("-", ":");
        return ledger.stream()
                .filter(entry -> "inspection".equals(entry.kind()) && wanted.equals(entry.item()))
                .filter(entry -> !"planned".equals(entry.status()) && yearOf(entry) != null)
                .sorted(Comparator.comparing(LedgerEntry::heldOn, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(LedgerEntry::entryId))
                .toList();
    }

    /** The school year that an entry speaks of; null where it has none and no day. */
    static Integer yearOf(LedgerEntry entry) {
        if (entry.schoolYear() != null) {
            return entry.schoolYear();
        }
        return entry.heldOn() == null ? null : (Integer) SchoolYear.of(entry.heldOn());
    }

    private static <T> List<T> sorted(List<T> rows, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(rows);
        sorted.sort(order);
        return List.copyOf(sorted);
    }
}
