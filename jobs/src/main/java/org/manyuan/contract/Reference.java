package org.manyuan.contract;

import java.io.Serializable;

/**
 * What a column's value must be found in.
 *
 * @param dataset e.g. school
 * @param column e.g. school_code
 * @param shortNames whether the names and short names of schools are accepted too, within the district
 */
public record Reference(String dataset, String column, boolean shortNames) implements Serializable {}
