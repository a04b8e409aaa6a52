package org.manyuan.store;

import java.io.Serializable;

/**
 * A run of whole lines of a text, or of messages of a partition.
 *
 * @param from offset of its first byte or message
 * @param to offset after its last byte or message
 * @param firstLine number of its first line, 1 for the first line of the file; offset of its first message
 */
record Split(long from, long to, long firstLine) implements Serializable {}
