package org.manyuan.contract;

/**
 * Where a header stands and what it is.
 *
 * @param line its last line, from 1; rows begin below
 */
public record FoundHeader(int line, Match match) {}
