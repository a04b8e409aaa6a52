package org.manyuan.contract;

import java.io.Serializable;
import java.util.List;

/**
 * One of the rows that a line can become: a subject of a wide sheet, a year of an unpivoted file; a long sheet has one.
 *
 * @param sources by column of the contract; null where the file has none
 * @param filters all of them must let the line through
 * @param mustBeFilled without it there is no row, and nothing was left out (an empty score cell); null: always a row
 */
record Variant(List<CellSource> sources, List<RowFilter> filters, CellSource mustBeFilled) implements Serializable {}
