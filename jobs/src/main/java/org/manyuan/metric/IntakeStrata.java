package org.manyuan.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.manyuan.domain.Setting;
import org.manyuan.domain.Unit;
import org.manyuan.statistics.Partition;
import org.manyuan.statistics.ShiftShare;

/**
 * The change of a territory's entrants of a stage between two years, taken apart unit by unit. On the panel are the units with the
 * count in both years and those that opened in between.
 *
 * @param parts by unit
 * @param fewest the smallest count on the panel: a stratum's growth speaks of every unit in it
 * @param opened units on the panel that opened in between
 * @param unsettled units whose stratum is unknown; they make one of their own
 */
record IntakeStrata(
        Map<String, ShiftShare> parts,
        Long fewest,
        Collection<String> opened,
        Collection<String> unsettled,
        Inputs inputs) {
    /** Strata of 城区, 镇区 and 乡村, or of counties. */
    static IntakeStrata of(
            Territory territory,
            EnrollmentBook book,
            String stage,
            int baseYear,
            int year,
            Function<UnitEnrollment, Long> count,
            boolean byDistrict) {
        List<String> panel = new ArrayList<>();
        List<Long> base = new ArrayList<>();
        List<Long> now = new ArrayList<>();
        List<String> strata = new ArrayList<>();
        List<String> opened = new ArrayList<>();
        List<String> unsettled = new ArrayList<>();
        List<Inputs> inputs = new ArrayList<>();
        Long fewest = null;
        for (Unit unit : territory.units()) {
            String code = unit.schoolCode();
            UnitEnrollment before = book.of(stage, baseYear, code).orElse(null);
            UnitEnrollment after = book.of(stage, year, code).orElse(null);
            Long then = before == null ? isNew(unit, book, stage, baseYear) : count.apply(before);
            Long today = after == null ? null : count.apply(after);
            if (then != null && today != null) {
                String stratum =
                        byDistrict ? territory.places(unit.districtCode()).get(0) : setting(unit);
                panel.add(code);
                base.add(then);
                now.add(today);
                fewest = Fewest.of(fewest, before == null ? null : then, today);
                strata.add(stratum);
                if (before == null) {
                    opened.add(code);
                }
                if (stratum.isEmpty()) {
                    unsettled.add(code);
                }
                inputs.add(Inputs.of(unit.origin(), code + "|" + stratum));
                inputs.add(before == null ? Inputs.none() : before.inputs());
                inputs.add(after.inputs());
            }
        }
        long[] counts = base.stream().mapToLong(Long::longValue).toArray();
        List<ShiftShare> each =
                ShiftShare.of(counts, now.stream().mapToLong(Long::longValue).toArray(), Partition.of(strata));
        Map<String, ShiftShare> parts = new TreeMap<>();
        for (int j = 0; j < panel.size(); j++) {
            parts.put(panel.get(j), each.get(j));
        }
        return new IntakeStrata(parts, fewest, opened, unsettled, Inputs.all(inputs));
    }

    /** The units together; those that are not on the panel add nothing. */
    ShiftShare sum(List<String> codes) {
        return codes.stream().filter(parts::containsKey).map(parts::get).reduce(ShiftShare.NONE, ShiftShare::plus);
    }

    /** The codes without the units that opened in between. */
    List<String> without(List<String> codes) {
        return codes.stream().filter(code -> !opened.contains(code)).toList();
    }

    /** Nobody entered a unit that opened after the base year's day; of another without rows nothing is known. */
    private static Long isNew(Unit unit, EnrollmentBook book, String stage, int baseYear) {
        boolean opened =
                unit.openedOn() != null && unit.openedOn().isAfter(book.day(stage, baseYear, unit.schoolCode()));
        return opened ? 0L : null;
    }

    private static String setting(Unit unit) {
        return Setting.of(unit.settingCode()).map(Setting::name).orElse("");
    }
}
