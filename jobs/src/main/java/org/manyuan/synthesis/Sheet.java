package org.manyuan.synthesis;

import java.util.List;
import java.util.function.Supplier;

/**
 * A file before its clerk writes it: columns under the names of DATASETS, codes and ISO days.
 *
 * @param dataset the dataset that its rows belong to
 * @param name the file's name without ending: the dataset, or the dataset, a hyphen and what tells the files apart
 * @param rows makes the rows anew at each call; an empty cell is empty text
 */
record Sheet(String dataset, String name, List<String> columns, Supplier<List<List<String>>> rows) {
    static Sheet of(String dataset, List<String> columns, Supplier<List<List<String>>> rows) {
        return new Sheet(dataset, dataset, columns, rows);
    }
}
