package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.manyuan.synthesis.CountyPlan.Fault;

/**
 * Spoils the rows that a plan wants wrong. No row is spoilt twice. What is appended stands at the end of its file and leaves the
 * good rows as they are; what is spoilt in place costs a cell or a line.
 */
final class PlantedFaults {
    private final CountyPlan plan;
    private final Chance chance;

    PlantedFaults(CountyPlan plan, Chance chance) {
        this.plan = plan;
        this.chance = chance;
    }

    Sheet spoil(Sheet sheet) {
        List<Fault> faults = of(sheet.name());
        if (faults.isEmpty()) {
            return sheet;
        }
        for (Fault fault : faults) {
            if (!sheet.columns().containsAll(fault.set().keySet())) {
                throw new IllegalArgumentException("the fault " + fault.kind() + " sets "
                        + fault.set().keySet() + ", but " + sheet.name() + " has only " + sheet.columns());
            }
        }
        return new Sheet(sheet.dataset(), sheet.name(), sheet.columns(), () -> spoilt(sheet, faults));
    }

    /**
     * Checks that every fault has its file.
     *
     * @throws IllegalArgumentException for the first one that has none
     */
    void allLieIn(Collection<Sheet> sheets) {
        Set<String> names = new HashSet<>();
        sheets.forEach(sheet -> names.add(sheet.name()));
        for (Fault fault : plan.faults()) {
            if (!names.contains(fault.file())) {
                throw new IllegalArgumentException(
                        "the plan wants " + fault.kind() + " in a file that there is not: " + fault.file());
            }
        }
    }

    private List<Fault> of(String file) {
        return plan.faults().stream().filter(fault -> fault.file().equals(file)).toList();
    }

    private List<List<String>> spoilt(Sheet sheet, List<Fault> faults) {
        List<List<String>> rows = new ArrayList<>(sheet.rows().get());
        List<Integer> lots = chance.shuffled(
                IntStream.range(0, rows.size()).boxed().toList(),
                place -> Integer.toString(place),
                "fault",
                sheet.name());
        Set<Integer> taken = new HashSet<>();
        for (Fault fault : faults) {
            List<Integer> places = lots.stream()
                    .filter(place -> !taken.contains(place))
                    .filter(place -> fault.append() || isFilled(sheet, rows.get(place), fault))
                    .limit(fault.rows())
                    .toList();
            taken.addAll(places);
            for (int place : places) {
                List<String> row = with(sheet, rows.get(place), fault.set());
                if (fault.append()) {
                    rows.add(row);
                } else {
                    rows.set(place, row);
                }
            }
        }
        return rows;
    }

    private static boolean isFilled(Sheet sheet, List<String> row, Fault fault) {
        return fault.set().keySet().stream()
                .noneMatch(column -> row.get(sheet.columns().indexOf(column)).isEmpty());
    }

    private static List<String> with(Sheet sheet, List<String> row, Map<String, String> cells) {
        List<String> spoilt = new ArrayList<>(row);
        cells.forEach((column, cell) -> spoilt.set(sheet.columns().indexOf(column), cell));
        return spoilt;
    }
}
