package org.manyuan.store;

import java.io.Serializable;

/**
 * A run of whole lines of a text.
 *
 * @param from offset of its first byte
 * @param to offset after its last byte
 * @param firstLine number of its first line, 1 for the first line of the file
 */
record Split(long from, long to, long firstLine) implements Serializable {}
