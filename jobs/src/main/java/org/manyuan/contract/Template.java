package org.manyuan.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The form that a clerk fills for one dataset: its columns with the words of one language, and rows that show how. A dataset that may
 * come as a wide sheet has the wide form.
 *
 * @param examples rows as they would be filled in, a cell a column; out of the samples that pass the contract
 */
public record Template(Contract contract, boolean chinese, List<Field> fields, List<List<String>> examples) {
    private static final String ORIGIN = "origin";
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /**
     * One column of the form.
     *
     * @param header what stands above it
     * @param column what it becomes
     * @param required whether a row must have it; of a wide sheet's values none must be there
     * @param words the words to choose from, in the contract's order; empty where anything of its type may stand
     */
    public record Field(String header, Column column, boolean required, List<String> words) {}

    /** The form of a dataset. */
    public static Template of(Contract contract, boolean chinese) {
        PassingSample sample = PassingSample.of(contract);
        List<Field> fields = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Column column : contract.columns()) {
            boolean isWide = contract.wide() != null && !sample.codes().isEmpty();
            if (isWide && column.name().equals(contract.wide().value())) {
                Map<String, List<String>> codes =
                        contract.column(contract.wide().by()).codes().aliases();
                for (String code : sample.codes()) {
                    fields.add(new Field(word(codes, code, chinese), column, false, List.of()));
                    keys.add(code);
                }
            } else if (!column.name().equals(ORIGIN) && !(isWide && isOfTheValue(contract, column))) {
                fields.add(field(column, chinese));
                keys.add(column.name());
            }
        }
        List<List<String>> examples = sample.rows().stream()
                .map(row -> keys.stream()
                        .map(key -> contract.has(key)
                                ? shown(contract.column(key), row.getOrDefault(key, ""), chinese)
                                : row.getOrDefault(key, ""))
                        .toList())
                .toList();
        return new Template(contract, chinese, List.copyOf(fields), examples);
    }

    /** One language of a description, which says everything in English first and then in Chinese. */
    public static String voice(String description, boolean chinese) {
        int end = description.lastIndexOf(". ");
        if (end < 0 || !HAN.matcher(description.substring(end)).find()) {
            return description;
        }
        return chinese ? description.substring(end + 2) : description.substring(0, end + 1);
    }

    /** Words that may stand as headers of values on a wide sheet; empty where the form is long. */
    public List<String> headers() {
        boolean isWide = contract.wide() != null
                && fields.stream()
                        .noneMatch(field ->
                                field.column().name().equals(contract.wide().by()));
        return isWide ? field(contract.column(contract.wide().by()), chinese).words() : List.of();
    }

    /** On a wide sheet the header says the code, and what stands in its cells says what else there is to say of the value. */
    private static boolean isOfTheValue(Contract contract, Column column) {
        return column.name().equals(contract.wide().by())
                || contract.column(contract.wide().value()).markersOf().contains(column.name());
    }

    private static Field field(Column column, boolean chinese) {
        List<String> words = List.of();
        if (column.codes() != null) {
            Map<String, List<String>> codes = column.codes().aliases();
            words = codes.keySet().stream()
                    .map(code -> word(codes, code, chinese))
                    .toList();
        } else if (column.type() == Type.FLAG) {
            words = chinese ? List.of("是", "否") : List.of("yes", "no");
        }
        return new Field(
                chinese ? column.chineseName() : column.name(),
                column,
                column.required() && column.defaultValue() == null && !column.fromFolder(),
                words);
    }

    private static String word(Map<String, List<String>> codes, String code, boolean chinese) {
        List<String> aliases = codes.getOrDefault(code, List.of());
        return chinese && !aliases.isEmpty() ? aliases.get(0) : code;
    }

    private static String shown(Column column, String cell, boolean chinese) {
        if (cell.isEmpty()) {
            return cell;
        }
        if (column.type() == Type.FLAG) {
            boolean isYes = List.of("true", "yes", "1", "是").contains(cell.toLowerCase(java.util.Locale.ROOT));
            return chinese ? isYes ? "是" : "否" : isYes ? "yes" : "no";
        }
        if (column.codes() == null) {
            return cell;
        }
        Slice slice = new Slice();
        slice.rewrite(cell);
        byte[] code = new CodeList(column.codes()).find(slice);
        return code == null
                ? cell
                : word(column.codes().aliases(), new String(code, java.nio.charset.StandardCharsets.UTF_8), chinese);
    }
}
