package org.manyuan.contract;

import java.io.Serializable;

/**
 * What a column's value must be found in.
 *
 * @param dataset e.g. school
 * @param column e.g. school_code
 * @param shortNames whether the names and short names of schools are accepted too, within the district
 * @param open whether a value that is found nowhere stays as it is: a school outside
 */
public record Reference(String dataset, String column, boolean shortNames, boolean open) implements Serializable {}
