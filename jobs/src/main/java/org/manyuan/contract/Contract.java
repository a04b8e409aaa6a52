package org.manyuan.contract;

import java.io.Serializable;
import java.util.List;

/**
 * What one dataset promises: its columns, key and rules. One a dataset, from {@code schemas/contracts/source}.
 *
 * @param dataset its name, also the stem of its files
 * @param version of the contract, semantic
 * @param chineseName what a clerk calls it
 * @param description one English sentence, grain first
 * @param columns in order; {@code origin} is the last one
 * @param key names of the columns that make a row unique
 * @param replacesBy columns whose values, as they occur in a file, name what that file replaces; where all of them are empty in a
 *     row, and where the contract names none, the key does
 * @param patch whether a file replaces only the keys that it holds
 * @param maxRejectShare the greatest share of rejected rows (0..1) with which a file is still accepted
 * @param wide how a wide sheet is read; null where there is none
 * @param rules checks over several columns of a row
 * @param checks cross-file checks that its rows take part in
 */
public record Contract(
        String dataset,
        String version,
        String chineseName,
        String description,
        List<Column> columns,
        List<String> key,
        List<String> replacesBy,
        boolean patch,
        double maxRejectShare,
        Wide wide,
        List<Rule> rules,
        List<CheckTerms> checks)
        implements Serializable {
    /** The position of a column, by its name in files. */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("dataset " + dataset + " has no column " + column);
    }

    /** The column of that name in files. */
    public Column column(String column) {
        return columns.get(indexOf(column));
    }

    /** Whether there is a column of that name. */
    public boolean has(String column) {
        return columns.stream().anyMatch(c -> c.name().equals(column));
    }
}
