package org.manyuan.contract;

import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Weights that somebody wants to try on a scheme: a YAML map of indicator id → weight. Siblings that are all named must sum to 1; where
 * only some are named, the others share what is left as they did before. What is not named stays as it is.
 */
public final class OtherWeights {
    private static final double TOLERANCE = 1e-9;

    private final Scheme scheme;
    private final Map<String, Tree> written;
    private final Map<String, Double> weights = new HashMap<>();

    private OtherWeights(Scheme scheme, Tree file) {
        this.scheme = scheme;
        written = file.map();
        List<String> known = scheme.all().map(Indicator::id).toList();
        written.forEach((id, place) -> {
            if (!known.contains(id)) {
                throw place.wrong(
                        "scheme " + scheme.id() + " has no indicator " + id + "; it has: " + String.join(", ", known),
                        "方案 " + scheme.id() + " 没有指标 " + id + "；有：" + String.join("、", known));
            }
            weights.put(id, number(id, place));
        });
        if (weights.isEmpty()) {
            throw file.wrong(
                    "no weight is written; write indicator: weight, e.g. " + known.get(0) + ": 0.5",
                    "没有写权重；请写成“指标编号: 权重”，如 " + known.get(0) + ": 0.5");
        }
    }

    /**
     * The scheme with these weights, and else as it is.
     *
     * @param file what to call it in messages
     * @throws MalformedYaml naming the line and what to change: no such indicator, no number from 0 to 1, siblings that cannot sum to 1
     */
    public static Scheme on(Scheme scheme, String file, InputStream bytes) {
        return new OtherWeights(scheme, Tree.read(file, bytes)).reweighted();
    }

    private Scheme reweighted() {
        return new Scheme(
                scheme.id(),
                scheme.version(),
                scheme.regionCode(),
                scheme.regionName(),
                scheme.source(),
                scheme.assessedYear(),
                scheme.base(),
                scheme.population(),
                scheme.minSchoolYears(),
                scheme.scale(),
                scheme.aggregation(),
                scheme.aggregationOfNode(),
                scheme.missing(),
                scheme.minCoverage(),
                scheme.weightSource(),
                level(scheme.indicators()),
                scheme.adjustments(),
                scheme.attribution(),
                scheme.rules(),
                scheme.robustness());
    }

    private List<Indicator> level(List<Indicator> siblings) {
        Map<String, Double> shared = shared(siblings);
        return siblings.stream()
                .map(entry -> new Indicator(
                        entry.id(),
                        entry.name(),
                        shared.getOrDefault(entry.id(), entry.weight()),
                        entry.weightSource(),
                        entry.nameOrigin(),
                        level(entry.children()),
                        entry.leaf()))
                .toList();
    }

    /** The weights of siblings of whom some are named; none where nobody is. */
    private Map<String, Double> shared(List<Indicator> siblings) {
        List<Indicator> named = siblings.stream()
                .filter(entry -> weights.containsKey(entry.id()))
                .toList();
        if (named.isEmpty()) {
            return Map.of();
        }
        double sum =
                named.stream().mapToDouble(entry -> weights.get(entry.id())).sum();
        double others = siblings.stream()
                .filter(entry -> !weights.containsKey(entry.id()))
                .mapToDouble(Indicator::weight)
                .sum();
        double left = 1 - sum;
        boolean isAll = named.size() == siblings.size();
        if (isAll && Math.abs(left) > TOLERANCE || left < -TOLERANCE || !isAll && others == 0 && left > TOLERANCE) {
            throw unbalanced(siblings, named, sum);
        }
        Map<String, Double> shared = new LinkedHashMap<>();
        for (Indicator entry : siblings) {
            Double own = weights.get(entry.id());
            shared.put(entry.id(), own != null ? own : others == 0 ? 0 : Math.max(0, left) * entry.weight() / others);
        }
        return shared;
    }

    /** Told at the last of them that is written. */
    private MalformedYaml unbalanced(List<Indicator> siblings, List<Indicator> named, double sum) {
        String ids = named.stream().map(Indicator::id).collect(Collectors.joining(", "));
        Tree last = written.entrySet().stream()
                .filter(entry -> named.stream().anyMatch(one -> one.id().equals(entry.getKey())))
                .map(Map.Entry::getValue)
                .reduce((before, after) -> after)
                .orElseThrow();
        String said = String.valueOf(Math.rint(sum / TOLERANCE) * TOLERANCE);
        boolean isAll = named.size() == siblings.size();
        return isAll
                ? last.wrong(
                        "the weights of the siblings " + ids + " sum to " + said
                                + ", not to 1; mend one, or leave one out: it takes what is left",
                        "同级指标 " + ids + " 的权重之和为 " + said + "，不是 1；请改正其中一个，或删去一行，由该指标取余下的权重")
                : last.wrong(
                        "the weights of " + ids + " sum to " + said
                                + ", which leaves nothing that their siblings could share; mend them, or name all siblings",
                        ids + " 的权重之和为 " + said + "，其余同级指标无法分得余下的权重；请改正，或写全同级指标");
    }

    private static double number(String id, Tree place) {
        try {
            double number = Double.parseDouble(place.text());
            if (number >= 0 && number <= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(id, place);
        }
        throw wrong(id, place);
    }

    private static MalformedYaml wrong(String id, Tree place) {
        return place.wrong(
                "the weight of " + id + " is a number from 0 to 1, not " + place.text(),
                id + " 的权重应为 0 到 1 的数，现为 " + place.text());
    }
}
