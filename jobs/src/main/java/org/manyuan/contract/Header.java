package org.manyuan.contract;

import java.util.List;

/**
 * The header row of a file or sheet as read.
 *
 * @param cells in order, as written
 * @param line its line, 1 for the first line of the file
 */
public record Header(List<String> cells, int line) {}
