package org.manyuan.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.manyuan.domain.Stage;

/**
 * A national standard of balance that a county is held against, stage by stage: an entry of {@code schemas/rules/standards}.
 *
 * @param spread what the units of a county may differ
 * @param schools what each unit must have; null where the standard asks nothing of single units
 * @param items ids of further checks with the ids of the policy rules that decide them, none where nothing that is computed does
 * @param county id of the check over all the others; empty where the standard has none
 */
public record CountyStandard(
        String id,
        Wording name,
        String hardness,
        Spread spread,
        Schools schools,
        Map<String, List<String>> items,
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

    /** The id of the check of one measure's spread. */
    public String spreadCheck(String measure) {
        return id + "-CV-" + measure;
    }

    /** The stages that it speaks of. */
    public List<Stage> stages() {
        return spread.atMost().keySet().stream().sorted().toList();
    }
}
