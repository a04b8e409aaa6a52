package org.manyuan.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.manyuan.domain.IndicatorCorrelations;

/** How the indicators of a scheme go together, as somebody reads it on a terminal. */
final class CorrelationText {
    private static final String NOTHING = "—";

    private final Words words;

    CorrelationText(Words words) {
        this.words = words;
    }

    /** The matrix with each indicator's effective weight and what counts double; with too few groups a line that says so. */
    void write(List<String> lines, IndicatorCorrelations found) {
        if (found.leaves().isEmpty()) {
            return;
        }
        lines.add("");
        if (found.leaves().stream().allMatch(leaf -> leaf.n() < IndicatorCorrelations.LEAST_SUBJECTS)) {
            lines.add(words.say("assess.correlations.few", IndicatorCorrelations.LEAST_SUBJECTS));
            return;
        }
        lines.add(words.say("assess.correlations"));
        lines.add(TextTable.of(heads(found), rows(found)));
        lines.add(words.say("assess.correlations.note", IndicatorCorrelations.LEAST_SUBJECTS));
        lines.add(words.say(found.doubleCounting().isEmpty() ? "assess.double.none" : "assess.double"));
        found.doubleCounting()
                .forEach(pair -> lines.add(
                        "  " + words.say("assess.double.one", pair.one(), pair.other(), written(pair.r()), pair.n())));
    }

    private List<String> heads(IndicatorCorrelations found) {
        List<String> heads = new ArrayList<>();
        for (String head : List.of("indicator", "name", "weight", "effective", "n", "total")) {
            heads.add(words.say("assess." + head));
        }
        found.leaves().forEach(leaf -> heads.add(leaf.id()));
        return heads;
    }

    private static List<List<String>> rows(IndicatorCorrelations found) {
        Map<List<String>, Double> ofPairs = new HashMap<>();
        found.pairs().forEach(pair -> {
            ofPairs.put(List.of(pair.one(), pair.other()), pair.r());
            ofPairs.put(List.of(pair.other(), pair.one()), pair.r());
        });
        List<List<String>> rows = new ArrayList<>();
        for (IndicatorCorrelations.Leaf leaf : found.leaves()) {
            List<String> row = new ArrayList<>(List.of(
                    leaf.id(),
                    leaf.name(),
                    written(leaf.weight()),
                    written(leaf.effectiveWeight()),
                    String.valueOf(leaf.n()),
                    written(leaf.r())));
            for (IndicatorCorrelations.Leaf other : found.leaves()) {
                row.add(leaf == other ? "1" : written(ofPairs.get(List.of(leaf.id(), other.id()))));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String written(Double value) {
        if (value == null) {
            return NOTHING;
        }
        BigDecimal rounded = new BigDecimal(Double.toString(Math.abs(value))).setScale(2, RoundingMode.HALF_UP);
        return (value < 0 && rounded.signum() > 0 ? "−" : "") + rounded.toPlainString();
    }
}
