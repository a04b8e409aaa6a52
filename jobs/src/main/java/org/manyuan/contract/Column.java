package org.manyuan.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * One column of a contract.
 *
 * @param name as in files
 * @param type what a cell becomes
 * @param sqlType the stored type as SQL writes it: string, int, bigint, decimal(6,3), double, date, boolean
 * @param scale digits after the point of a decimal, else 0
 * @param required whether a row without it is rejected
 * @param chineseName what a clerk calls it
 * @param description how to read it, English, then Chinese
 * @param fill how to fill it, with an example
 * @param headerAliases other headers that mean it, English and Chinese
 * @param codes its code list; null where there is none
 * @param pattern regular expression that the whole value must match; null where there is none
 * @param codeSystem the code system under which pattern and code list hold (setting {@code code_system}); null: always
 * @param minimum smallest value; null where there is none
 * @param maximum greatest value; null where there is none
 * @param maxLength longest text in characters
 * @param person key space of a person's number, {@code student} or {@code teacher}; null where it is no person
 * @param reference what it must be found in; null where it refers to nothing
 * @param schoolYear whether {@code 2024-2025} and {@code 2024-2025学年} mean 2024
 * @param fromFolder whether the district of the submitting folder fills it where the file has none
 * @param fileNamePattern regular expression whose first group, found in the file name without its ending, fills it where the file
 *     has no such column; null where there is none
 * @param defaultValue what an empty cell means; null: unknown
 * @param markersOf columns whose codes may stand in its cells (缺考 in a score column is a status)
 */
public record Column(
        String name,
        Type type,
        String sqlType,
        int scale,
        boolean required,
        String chineseName,
        String description,
        Wording fill,
        List<String> headerAliases,
        Codes codes,
        String pattern,
        String codeSystem,
        BigDecimal minimum,
        BigDecimal maximum,
        int maxLength,
        String person,
        Reference reference,
        boolean schoolYear,
        boolean fromFolder,
        String fileNamePattern,
        String defaultValue,
        List<String> markersOf)
        implements Serializable {
    /** The name in stored tables: a person's {@code x_id} is stored as {@code x_key}, everything else under its own name. */
    public String storedName() {
        return person == null ? name : name.replaceFirst("_id$", "_key");
    }
}
