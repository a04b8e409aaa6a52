package org.manyuan.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * The code list of a column.
 *
 * @param aliases by canonical code, in the file's order: the other ways files write it; the first one is its Chinese name
 * @param open whether other values are let through as they are (they still meet the column's pattern)
 */
public record Codes(Map<String, List<String>> aliases, boolean open) implements Serializable {}
