package org.manyuan.contract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manyuan.domain.Stage;

/**
 * A national standard of balance that a county is held against, stage by stage: an entry of {@code schemas/rules/standards}.
 *
 * @param spread what the units of a county may differ
 * @param schools what each unit must have; null where the standard asks nothing of single units
 * @param sizes what each unit and its classes may be; null where the standard asks no such thing
 * @param scope which units it speaks of
 * @param items further checks by id
 * @param county id of the check over all the others; empty where the standard has none
 */
public record CountyStandard(
        String id,
        Wording name,
        String hardness,
        Spread spread,
        Schools schools,
        Sizes sizes,
        Scope scope,
        Map<String, CountyItem> items,
        String county)
        implements Serializable {

    /**
     * Limits of a measure of dispersion.
     *
     * @param metricId of the dispersion
     * @param check id of the one check of the mean over all measures; empty where each measure is checked by itself
     * @param atMost by stage
     */
    public record Spread(String metricId, List<String> measures, String check, Map<Stage, Double> atMost)
            implements Serializable {}

    /**
     * What a unit must have.
     *
     * @param check its id
     * @param least how many of the metrics must be at standard
     * @param rest what share of the standard the others must reach
     * @param atLeast the standard by metric id and stage
     */
    public record Schools(String check, int least, double rest, Map<String, Map<Stage, Double>> atLeast)
            implements Serializable {}

    /**
     * A rule that two items hold in each unit: the size of its school, and of each of its classes. Source: METRICS C4, CN-R3.
     *
     * @param check its id
     * @param school the item with the limits of schools
     * @param classes the item with the limits of classes
     * @param validFrom school years whose September 1 lies before it are out of the rule's time
     */
    public record Sizes(String check, CountyItem school, CountyItem classes, LocalDate validFrom)
            implements Serializable {}

    /**
     * Which units a standard speaks of. Source: METRICS A1.
     *
     * @param without school types that it leaves out
     * @param least students below which a unit of a type is left out
     */
    public record Scope(Set<String> without, Map<String, Integer> least) implements Serializable {
        static final Scope EVERY_UNIT = new Scope(Set.of(), Map.of());
    }

    /** The id of the check of one measure's spread. */
    public String spreadCheck(String measure) {
        return id + "-CV-" + measure;
    }

    /** The stages that it speaks of. */
    public List<Stage> stages() {
        return spread.atMost().keySet().stream().sorted().toList();
    }
}
