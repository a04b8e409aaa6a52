package org.manyuan.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the columns of the public set are said: the comments 'zh | en' of the serving schema's migrations. */
final class ColumnWords {
    private static final List<String> MIGRATIONS = List.of(
            "V2__dimensions.sql",
            "V3__released_rows.sql",
            "V4__mart_gap.sql",
            "V5__mart_themes.sql",
            "V7__adjusted_gap.sql",
            "V9__places.sql");
    private static final Pattern COMMENT =
            Pattern.compile("comment on column serving\\.([a-z_]+\\.[a-z_]+) is '(.*?) \\| (.*)';");

    private final Map<String, String> said;

    private ColumnWords(Map<String, String> said) {
        this.said = said;
    }

    /** In the language of the words. */
    static ColumnWords in(Words words) {
        Map<String, String> said = new HashMap<>();
        for (String migration : MIGRATIONS) {
            Matcher comment = COMMENT.matcher(text(migration));
            while (comment.find()) {
                said.put(
                        comment.group(1),
                        words.pick(comment.group(2), comment.group(3).replace("''", "'")));
            }
        }
        return new ColumnWords(said);
    }

    /** Whether the schema describes the column. */
    boolean knows(String table, String column) {
        return said.containsKey(table + "." + column);
    }

    /** A column's words; its own name where it has none. */
    String of(String table, String column) {
        return said.getOrDefault(table + "." + column, column);
    }

    private static String text(String migration) {
        try (InputStream sql = ColumnWords.class.getResourceAsStream("/schemas/migration/serving/" + migration)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
