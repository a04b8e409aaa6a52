package org.manyuan.mart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.contract.CheckNames;
import org.manyuan.contract.CodeName;
import org.manyuan.contract.CodeNames;
import org.manyuan.contract.Wording;

/**
 * One table that dashboards and reports show. Its grain is the first line of its {@code .sql}, its columns are those of the serving
 * schema, in their order. A mart joins names, chooses rows and puts words; it computes no metric, and it names released tables
 * ({@code rel_*}, {@code dim_*}) only.
 *
 * @param sql Spark SQL; three things are written into it: {@code ${names}}, one row with a map code → Chinese name per list of
 *     {@code schemas/names.yaml}, {@code ${rules}}, one row with maps id → name of the policy rules in each language, and
 *     {@code ${headline}}, the query of {@code headline.sql}
 */
public record Mart(String name, String sql) {
    private static final List<String> NAMES = List.of(
            "mart_gap_change",
            "mart_gap_band",
            "mart_gap_score",
            "mart_gap_rate",
            "mart_enrollment",
            "mart_exchange",
            "mart_assessment",
            "mart_policy_check");

    /** All of them, in the order of the serving schema; none rests on another. */
    public static List<Mart> all() {
        return NAMES.stream().map(Mart::of).toList();
    }

    private static Mart of(String name) {
        return new Mart(
                name,
                text(name)
                        .replace("${headline}", text("headline"))
                        .replace("${names}", names())
                        .replace("${rules}", rules()));
    }

    private static String text(String name) {
        try (InputStream sql = Mart.class.getResourceAsStream(name + ".sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code select map('OK', '正常', …) as flag, …}: one row. */
    private static String names() {
        return CodeNames.all().entrySet().stream()
                .map(list -> map(list.getValue().entrySet().stream(), CodeName::zh) + " as " + list.getKey())
                .collect(Collectors.joining(", ", "select ", ""));
    }

    /** {@code select map('CN-R1', '…', …) as zh, map(…) as en}: one row. */
    private static String rules() {
        return "select "
                + map(CheckNames.all().entrySet().stream(), Wording::zh) + " as zh, "
                + map(CheckNames.all().entrySet().stream(), Wording::en) + " as en";
    }

    private static <T> String map(Stream<Map.Entry<String, T>> entries, Function<T, String> said) {
        return entries.map(entry -> quoted(entry.getKey()) + ", " + quoted(said.apply(entry.getValue())))
                .collect(Collectors.joining(", ", "map(", ")"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
