package org.manyuan.contract;

import java.util.List;

/**
 * A column of a foreign file as a proposal sees it.
 *
 * @param header as written; where it stands once a year, with {@code {year}} in the year's place
 * @param cells what stands in it on the lines that were looked at, of the latest year; the same number of lines for every column
 * @param isYearly whether there is one a year
 */
record SourceColumn(String header, List<String> cells, boolean isYearly) {}
