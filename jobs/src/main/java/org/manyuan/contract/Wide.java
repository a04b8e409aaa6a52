package org.manyuan.contract;

import java.io.Serializable;

/**
 * How a wide sheet is read: a column whose header is a code of {@code by} is a {@code value} of that code.
 *
 * @param by the column that holds the code on a long sheet, e.g. subject
 * @param value the column that holds the value on a long sheet, e.g. score
 */
public record Wide(String by, String value) implements Serializable {}
