package org.manyuan.synthesis;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One file of a county, as its clerk would hand it in: a header and rows of text.
 *
 * @param folder the district code that the file lies under
 * @param name the name with its ending, e.g. {@code exam_score-J9-2024.xlsx}
 * @param numbers the positions of the columns that a spreadsheet holds as numbers
 * @param rows makes the rows anew at each call, always the same ones; every row as long as the header, no cell null
 */
public record CountyFile(
        String folder,
        String name,
        FileFormat format,
        List<String> header,
        Set<Integer> numbers,
        Supplier<List<List<String>>> rows) {}
