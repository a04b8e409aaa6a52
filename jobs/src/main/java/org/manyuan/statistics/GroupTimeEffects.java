package org.manyuan.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The effects of coming under treatment, one for each cohort and each year but the first (Callaway and Sant'Anna 2021). Where units
 * lack a year, each comparison takes the units that have both of its years; {@link AdoptionPanel#balanced} takes one set of units for
 * all. METRICS B7.
 *
 * @param cells by cohort, then year; the cells of a cohort without effects stand with their reason
 */
public record GroupTimeEffects(AdoptionPanel panel, List<GroupTimeEffect> cells) {
    /**
     * Every ATT(g,t).
     *
     * @param smallest units that a cohort and its controls must have each, at least 2; a cell with fewer has no effect
     * @throws IllegalArgumentException for a smallest side below 2: one unit alone does not vary
     */
    public static GroupTimeEffects of(AdoptionPanel panel, Controls controls, int smallest) {
        if (smallest < 2) {
            throw new IllegalArgumentException("a side of " + smallest + " units has no variance: ask for at least 2");
        }
        List<GroupTimeEffect> cells = new ArrayList<>();
        for (int cohort : panel.cohorts()) {
            List<GroupTimeEffect> ofCohort = new ArrayList<>();
            for (int t = 1; t < panel.years().length; t++) {
                ofCohort.add(cell(panel, controls, smallest, cohort, t));
            }
            boolean overlaps = ofCohort.stream().noneMatch(cell -> cell.gap() == GroupTimeEffect.Gap.NO_OVERLAP);
            ofCohort.forEach(cell -> cells.add(overlaps ? cell : cell.without(GroupTimeEffect.Gap.NO_OVERLAP)));
        }
        return new GroupTimeEffects(panel, List.copyOf(cells));
    }

    /** The cells that have an effect. */
    public List<GroupTimeEffect> known() {
        return cells.stream().filter(cell -> cell.effect().exists()).toList();
    }

    /** The placebo cells, years before the treatment, that have an effect. */
    public List<GroupTimeEffect> before() {
        return known().stream().filter(cell -> !cell.isTreated()).toList();
    }

    private static GroupTimeEffect cell(AdoptionPanel panel, Controls controls, int smallest, int cohort, int t) {
        int[] years = panel.years();
        int base = t - 1;
        while (years[base] >= cohort) {
            base--;
        }
        List<Integer> rows = new ArrayList<>();
        int treated = 0;
        for (int i = 0; i < panel.size(); i++) {
            AdoptionUnit unit = panel.unit(i);
            boolean isTreated = unit.firstYear() == cohort;
            boolean compared = controls.admits(unit.firstYear(), cohort, years[t], years[years.length - 1]);
            if ((isTreated || compared) && unit.isKnown(base) && unit.isKnown(t)) {
                rows.add(i);
                treated += isTreated ? 1 : 0;
            }
        }
        int others = rows.size() - treated;
        GroupTimeEffect empty = new GroupTimeEffect(
                cohort, years[t], years[base], treated, others, Effect.NONE, GroupTimeEffect.Gap.TOO_FEW_UNITS);
        return Math.min(treated, others) < smallest ? empty : estimated(panel, empty, rows, base, t);
    }

    private static GroupTimeEffect estimated(
            AdoptionPanel panel, GroupTimeEffect cell, List<Integer> rows, int base, int t) {
        int n = rows.size();
        boolean[] treated = new boolean[n];
        double[] change = new double[n];
        double[][] covariates = new double[n][];
        Set<String> treatedClusters = new HashSet<>();
        Set<String> controlClusters = new HashSet<>();
        for (int row = 0; row < n; row++) {
            AdoptionUnit unit = panel.unit(rows.get(row));
            treated[row] = unit.firstYear() == cell.cohort();
            change[row] = unit.outcome()[t] - unit.outcome()[base];
            covariates[row] = unit.covariates()[base];
            (treated[row] ? treatedClusters : controlClusters).add(unit.cluster());
        }
        TwoByTwo difference = TwoByTwo.of(treated, change, covariates);
        if (!difference.overlaps()) {
            return cell.without(GroupTimeEffect.Gap.NO_OVERLAP);
        }
        double[] influence = new double[panel.size()];
        for (int row = 0; row < n; row++) {
            influence[rows.get(row)] = (double) panel.size() / n * difference.influence()[row];
        }
        Effect effect = new Effect(
                Rounding.snap(difference.value(), panel.largest()),
                influence,
                Math.min(treatedClusters.size(), controlClusters.size()));
        return new GroupTimeEffect(
                cell.cohort(),
                cell.year(),
                cell.baseYear(),
                cell.treated(),
                cell.controls(),
                effect,
                GroupTimeEffect.Gap.NONE);
    }
}
