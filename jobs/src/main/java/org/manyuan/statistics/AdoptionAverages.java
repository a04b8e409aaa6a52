package org.manyuan.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Averages of the effects of cohorts and years, weighted by the cohorts' shares of the units. The shares are estimates themselves: what
 * an average over cohorts owes to their chance is part of its influence; averages over years have fixed weights. Cells without an effect
 * are left out. METRICS B7.
 */
public final class AdoptionAverages {
    private final AdoptionPanel panel;
    private final List<GroupTimeEffect> cells;

    /** Averages of these effects. */
    public AdoptionAverages(GroupTimeEffects effects) {
        this.panel = effects.panel();
        this.cells = effects.known();
    }

    /** Over all cells under treatment. */
    public Effect simple() {
        return byShare(where(GroupTimeEffect::isTreated));
    }

    /** For each cohort the mean over its years under treatment. */
    public SortedMap<Integer, Effect> group() {
        SortedMap<Integer, Effect> groups = new TreeMap<>();
        for (int cohort : panel.cohorts()) {
            List<GroupTimeEffect> own = where(cell -> cell.cohort() == cohort && cell.isTreated());
            if (!own.isEmpty()) {
                groups.put(
                        cohort, mean(own.stream().map(GroupTimeEffect::effect).toList()));
            }
        }
        return groups;
    }

    /** Over the cohorts of {@link #group}. */
    public Effect groupOverall() {
        SortedMap<Integer, Effect> groups = group();
        return byShare(
                List.copyOf(groups.values()),
                groups.keySet().stream().mapToInt(Integer::intValue).toArray());
    }

    /** For each number of years since the treatment began; below 0 the placebo years. */
    public SortedMap<Integer, Effect> event() {
        return along(GroupTimeEffect::eventTime, cell -> true);
    }

    /** The mean of {@link #event} from 0 on. */
    public Effect eventOverall() {
        return mean(List.copyOf(event().tailMap(0).values()));
    }

    /** For each year, over the cohorts under treatment in it. */
    public SortedMap<Integer, Effect> calendar() {
        return along(GroupTimeEffect::year, GroupTimeEffect::isTreated);
    }

    /** The mean of {@link #calendar}. */
    public Effect calendarOverall() {
        return mean(List.copyOf(calendar().values()));
    }

    private SortedMap<Integer, Effect> along(ToIntFunction<GroupTimeEffect> key, Predicate<GroupTimeEffect> wanted) {
        SortedMap<Integer, Effect> effects = new TreeMap<>();
        for (int at : where(wanted).stream().mapToInt(key).distinct().toArray()) {
            effects.put(at, byShare(where(wanted.and(cell -> key.applyAsInt(cell) == at))));
        }
        return effects;
    }

    private List<GroupTimeEffect> where(Predicate<GroupTimeEffect> wanted) {
        return cells.stream().filter(wanted).toList();
    }

    private Effect byShare(List<GroupTimeEffect> parts) {
        return byShare(
                parts.stream().map(GroupTimeEffect::effect).toList(),
                parts.stream().mapToInt(GroupTimeEffect::cohort).toArray());
    }

    private Effect byShare(List<Effect> parts, int[] cohorts) {
        double[] share = Arrays.stream(cohorts).mapToDouble(panel::share).toArray();
        double all = Arrays.stream(share).sum();
        double[] weight = Arrays.stream(share).map(p -> p / all).toArray();
        Effect average = weighted(parts, weight);
        for (int k = 0; k < cohorts.length; k++) {
            double away = (parts.get(k).value() - average.value()) / all;
            for (int i = 0; i < panel.size(); i++) {
                boolean own = panel.unit(i).firstYear() == cohorts[k];
                average.influence()[i] += ((own ? 1 : 0) - share[k]) * away;
            }
        }
        return average;
    }

    private Effect mean(List<Effect> parts) {
        double[] weight = new double[parts.size()];
        Arrays.fill(weight, 1.0 / parts.size());
        return weighted(parts, weight);
    }

    private Effect weighted(List<Effect> parts, double[] weight) {
        if (parts.isEmpty()) {
            return Effect.NONE;
        }
        double value = 0;
        double[] influence = new double[panel.size()];
        int clusters = Integer.MAX_VALUE;
        for (int k = 0; k < weight.length; k++) {
            value += weight[k] * parts.get(k).value();
            clusters = Math.min(clusters, parts.get(k).clusters());
            for (int i = 0; i < influence.length; i++) {
                influence[i] += weight[k] * parts.get(k).influence()[i];
            }
        }
        return new Effect(value, influence, clusters);
    }
}
