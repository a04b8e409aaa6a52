package org.manyuan.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One dataset that a foreign file could hold.
 *
 * @param contract the dataset
 * @param columns what is known of its columns, in the contract's order
 * @param missing required columns that no header means; the mapping says them as constants
 * @param score 0..1: how much of what is required is there, and how surely
 * @param repeats whether the guessed key stands on several lines, so that equal rows must collapse
 * @param isYearly whether some of its columns stand once a year
 * @param measures subject by header, of headers that each are the value of a subject of its own; in the file's order
 */
record DatasetGuess(
        Contract contract,
        List<ColumnGuess> columns,
        List<Column> missing,
        double score,
        boolean repeats,
        boolean isYearly,
        Map<String, String> measures) {
    /** Below this a header is not thought to mean a column at all. */
    private static final double LEAST_CONFIDENCE = 0.55;

    /** A row must be somebody's: of its key a column that tells whose must be at least so sure. */
    private static final double LEAST_KEY = 0.6;

    /** What a bad value costs of a name's likeness. */
    private static final double WEIGHT_OF_VALUES = 0.6;

    /** A code that is not in the list needs a value map, no other column. */
    private static final double WEIGHT_OF_CODES = 0.2;

    /** A header that the contract itself names means its column even where every value is wrong. */
    private static final double WEIGHT_UNDER_A_KNOWN_NAME = 0.2;

    private static final double KNOWN_NAME = 1;

    private static final double WEIGHT_OF_REQUIRED = 0.7;
    /** What a whole file may say once (its year, stage, day, exam) is missed less than whose the rows are. */
    private static final double WEIGHT_OF_CONSTANT = 0.4;

    private static final double COLUMNS_OF_A_FULL_MATCH = 6;
    /** From here on a header is thought to be a measure. */
    private static final double LEAST_MEASURE = 0.9;

    private static final List<String> VALUES_OF_A_SUBJECT = List.of("score", "mean_score");

    private record Pair(Column column, SourceColumn source, double confidence, ValueFit fit) {}

    /** Holds the columns of a file against a contract; empty where no row of it could be told from another. */
    static Optional<DatasetGuess> of(
            Contract contract, List<SourceColumn> sources, HeaderLikeness likeness, String codeSystem) {
        List<Pair> pairs = new ArrayList<>();
        for (Column column : contract.columns()) {
            for (SourceColumn source : sources) {
                double name = likeness.of(words(source), contract.dataset(), column);
                if (name < LEAST_CONFIDENCE || column.name().equals("origin")) {
                    continue;
                }
                ValueFit fit = ValueFit.of(column, source.cells(), codeSystem);
                double weight = weightOfValues(column, name);
                double confidence = name * (1 - weight * (1 - fit.fitting()));
                if (confidence >= LEAST_CONFIDENCE) {
                    pairs.add(new Pair(column, source, confidence, fit));
                }
            }
        }
        Map<String, String> subjects = subjects(contract, sources, pairs);
        if (!subjects.isEmpty()) {
            pairs.removeIf(pair -> pair.column.name().equals(contract.wide().value()));
            pairs.removeIf(pair -> subjects.containsKey(pair.source.header()));
            sources.stream()
                    .filter(source -> subjects.containsKey(source.header()))
                    .findFirst()
                    .ifPresent(source -> pairs.add(value(contract, source, codeSystem)));
        }
        Map<String, String> measures = subjects.isEmpty() ? measures(contract, pairs) : subjects;
        List<Pair> chosen = chosen(pairs);
        boolean isSomebodys = chosen.stream()
                .anyMatch(pair -> contract.key().contains(pair.column.name()) && pair.confidence >= LEAST_KEY);
        // part of a key alone says nothing about anybody; a whole one does: who belongs to whom since when
        List<String> found = chosen.stream().map(pair -> pair.column.name()).toList();
        boolean saysSomething = !contract.key().containsAll(found) || found.containsAll(contract.key());
        if (!isSomebodys || !saysSomething) {
            return Optional.empty();
        }
        chosen.sort(Comparator.comparingInt(pair -> contract.indexOf(pair.column.name())));
        boolean isYearly = chosen.stream().anyMatch(pair -> pair.source.isYearly());
        List<Column> missing = contract.columns().stream()
                .filter(column -> column.required() && column.defaultValue() == null && !column.fromFolder())
                .filter(column -> chosen.stream().noneMatch(pair -> pair.column.equals(column)))
                .filter(column -> subjects.isEmpty()
                        || !column.name().equals(contract.wide().by()))
                .toList();
        return Optional.of(new DatasetGuess(
                contract,
                chosen.stream().map(DatasetGuess::told).toList(),
                missing,
                score(chosen, missing),
                repeats(contract, chosen),
                isYearly,
                measures));
    }

    private static double weightOfValues(Column column, double name) {
        if (name >= KNOWN_NAME) {
            return WEIGHT_UNDER_A_KNOWN_NAME;
        }
        return column.codes() == null ? WEIGHT_OF_VALUES : WEIGHT_OF_CODES;
    }

    private static String words(SourceColumn source) {
        return source.header().replace("{year}", "").replaceAll("^[\\s,，:：_-]+|[\\s,，:：_-]+$", "");
    }

    /** Of a wide sheet: the subjects that are headers; none where a column says the subject. Of two headers of one the first. */
    private static Map<String, String> subjects(Contract contract, List<SourceColumn> sources, List<Pair> pairs) {
        Map<String, String> subjects = new LinkedHashMap<>();
        if (contract.wide() == null
                || pairs.stream()
                        .anyMatch(pair ->
                                pair.column.name().equals(contract.wide().by()))) {
            return subjects;
        }
        HeaderMeanings meanings = new HeaderMeanings(contract, Set.of());
        sources.stream().filter(source -> !source.isYearly()).forEach(source -> meanings.code(
                        Words.normal(source.header()))
                .filter(code -> !subjects.containsValue(code))
                .ifPresent(code -> subjects.put(source.header(), code)));
        return subjects;
    }

    /** Points stand under the header of their subject, so it is sure whatever marks stand among them. */
    private static Pair value(Contract contract, SourceColumn source, String codeSystem) {
        Column column = contract.column(contract.wide().value());
        return new Pair(column, source, 1, ValueFit.of(column, source.cells(), codeSystem));
    }

    /** Where no header says the subject, several headers of values are subjects themselves. */
    private static Map<String, String> measures(Contract contract, List<Pair> pairs) {
        boolean isSaid = pairs.stream().anyMatch(pair -> pair.column.name().equals("subject"));
        if (isSaid || !contract.has("subject")) {
            return Map.of();
        }
        List<String> found = pairs.stream()
                .filter(pair -> VALUES_OF_A_SUBJECT.contains(pair.column.name()) && pair.confidence >= LEAST_MEASURE)
                .map(pair -> pair.source.header())
                .toList();
        Map<String, String> measures = new LinkedHashMap<>();
        if (found.size() > 1) {
            found.forEach(header -> measures.put(header, subject(header)));
        }
        return measures;
    }

    private static String subject(String header) {
        String word = header.replace("{year}", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return word.replaceAll("^[_0-9]+|_+$", "");
    }

    /** Whether it uses a header, surely enough, that another one does not. */
    boolean bringsMoreThan(DatasetGuess other) {
        Set<String> theirs = new HashSet<>(other.measures.keySet());
        other.columns.forEach(column -> theirs.add(column.header()));
        return columns.stream()
                .filter(column -> column.confidence() >= LEAST_KEY)
                .anyMatch(column -> !theirs.contains(column.header()));
    }

    /** Whether its sheet is wide, so that its empty cells are no rows. */
    boolean isWide() {
        return contract.wide() != null && !measures.isEmpty();
    }

    /** The surest first; a header means one column and a column has one header. */
    private static List<Pair> chosen(List<Pair> pairs) {
        pairs.sort(Comparator.comparingDouble((Pair pair) -> pair.confidence).reversed());
        List<Pair> chosen = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!taken.contains(pair.column.name()) && !taken.contains(pair.source)) {
                taken.add(pair.column.name());
                taken.add(pair.source);
                chosen.add(pair);
            }
        }
        return chosen;
    }

    private static double score(List<Pair> chosen, List<Column> missing) {
        double sure = chosen.stream().mapToDouble(pair -> pair.confidence).sum();
        double needed = chosen.stream()
                .filter(pair -> pair.column.required())
                .mapToDouble(pair -> pair.confidence)
                .sum();
        double required = missing.stream()
                        .mapToDouble(column -> isConstant(column) ? WEIGHT_OF_CONSTANT : 1)
                        .sum()
                + chosen.stream().filter(pair -> pair.column.required()).count();
        return WEIGHT_OF_REQUIRED * needed / required
                + (1 - WEIGHT_OF_REQUIRED) * Math.min(1, sure / COLUMNS_OF_A_FULL_MATCH);
    }

    private static boolean isConstant(Column column) {
        boolean isExam =
                column.reference() != null && column.reference().dataset().equals("exam");
        return column.schoolYear() || column.codes() != null || column.type() == Type.DAY || isExam;
    }

    private static boolean repeats(Contract contract, List<Pair> chosen) {
        List<Pair> key = chosen.stream()
                .filter(pair -> contract.key().contains(pair.column.name()))
                .toList();
        int lines = key.get(0).source.cells().size();
        long distinct = IntStream.range(0, lines)
                .mapToObj(line ->
                        key.stream().map(pair -> pair.source.cells().get(line)).toList())
                .distinct()
                .count();
        return distinct < lines;
    }

    private static ColumnGuess told(Pair pair) {
        return new ColumnGuess(
                pair.column.name(),
                pair.column.chineseName(),
                pair.source.header(),
                pair.confidence,
                pair.fit.fitting(),
                pair.fit.unknownCodes(),
                pair.fit.dateFormat());
    }
}
