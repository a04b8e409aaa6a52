package org.manyuan.metric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.manyuan.domain.Setting;
import org.manyuan.domain.Unit;
import org.manyuan.statistics.Partition;
import org.manyuan.statistics.ShiftShare;

/**
 * The change of a territory's entrants of a stage between two years, taken apart panel unit by panel unit. On the panel are those with
 * the count in both years and the units that opened in between.
 *
 * @param panel what is linked between the two years
 * @param parts in order of code
 * @param fewest the smallest count on the panel: a stratum's growth speaks of every unit in it
 * @param opened codes of units on the panel that opened in between
 * @param unsettled panel units whose stratum is unknown, or not one; they make one of their own
 */
record IntakeStrata(
        PanelUnits panel,
        Map<PanelUnit, ShiftShare> parts,
        Long fewest,
        Set<String> opened,
        Set<PanelUnit> unsettled,
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
        PanelUnits panel = book.panel(stage, baseYear, year);
        List<PanelUnit> units = new ArrayList<>();
        List<Long> base = new ArrayList<>();
        List<Long> now = new ArrayList<>();
        List<String> strata = new ArrayList<>();
        Set<String> opened = new HashSet<>();
        Set<PanelUnit> unsettled = new HashSet<>();
        List<Inputs> inputs = new ArrayList<>();
        Long fewest = null;
        List<String> all = territory.units().stream().map(Unit::schoolCode).toList();
        for (PanelUnit unit : panel.of(all)) {
            boolean isNew = isNew(territory, unit, book, stage, baseYear);
            Long then = isNew ? Long.valueOf(0) : book.sum(stage, baseYear, unit.then(), count);
            Long today = book.sum(stage, year, unit.now(), count);
            if (unit.isWhole() && then != null && today != null) {
                String stratum = stratum(territory, unit, byDistrict);
                units.add(unit);
                base.add(then);
                now.add(today);
                strata.add(stratum);
                if (isNew) {
                    opened.addAll(unit.codes());
                }
                if (stratum.isEmpty()) {
                    unsettled.add(unit);
                }
                for (String code : unit.now()) {
                    inputs.add(Inputs.of(territory.originOf(code), code + "|" + stratum));
                }
                List<UnitEnrollment> rows = new ArrayList<>(book.rows(stage, baseYear, unit.then()));
                rows.addAll(book.rows(stage, year, unit.now()));
                for (UnitEnrollment row : rows) {
                    fewest = Fewest.of(fewest, count.apply(row));
                    inputs.add(row.inputs());
                }
            }
        }
        long[] counts = base.stream().mapToLong(Long::longValue).toArray();
        List<ShiftShare> each =
                ShiftShare.of(counts, now.stream().mapToLong(Long::longValue).toArray(), Partition.of(strata));
        Map<PanelUnit, ShiftShare> parts = new LinkedHashMap<>();
        for (int j = 0; j < units.size(); j++) {
            parts.put(units.get(j), each.get(j));
        }
        return new IntakeStrata(panel, parts, fewest, opened, unsettled, Inputs.all(inputs));
    }

    /** The panel units whose parts of the current year are all among these. */
    List<PanelUnit> within(List<String> codes) {
        Set<String> here = new HashSet<>(codes);
        return panel.of(codes).stream()
                .filter(unit -> parts.containsKey(unit) && unit.isNowWithin(here))
                .toList();
    }

    /** These panel units together. */
    ShiftShare sum(List<PanelUnit> units) {
        return units.stream().map(parts::get).reduce(ShiftShare.NONE, ShiftShare::plus);
    }

    /** The codes without the units that opened in between. */
    List<String> without(List<String> codes) {
        return codes.stream().filter(code -> !opened.contains(code)).toList();
    }

    /** Nobody entered a unit whose parts all opened after the base year's day; of another without rows nothing is known. */
    private static boolean isNew(Territory territory, PanelUnit unit, EnrollmentBook book, String stage, int baseYear) {
        return unit.then().isEmpty()
                && unit.now().stream().allMatch(code -> territory
                        .unit(code)
                        .map(Unit::openedOn)
                        .filter(day -> day.isAfter(book.day(stage, baseYear, code)))
                        .isPresent());
    }

    /** Empty where it is unknown, or the parts lie in several. */
    private static String stratum(Territory territory, PanelUnit unit, boolean byDistrict) {
        List<String> strata = unit.now().stream()
                .map(code -> territory.unit(code).orElseThrow())
                .map(part -> byDistrict ? territory.places(part.districtCode()).get(0) : setting(part))
                .distinct()
                .toList();
        return strata.size() == 1 ? strata.get(0) : "";
    }

    private static String setting(Unit unit) {
        return Setting.of(unit.settingCode()).map(Setting::name).orElse("");
    }
}
