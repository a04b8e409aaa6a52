package org.manyuan.report;

/**
 * One sentence of the findings.
 *
 * @param family gap, enrollment, exchange or assessment
 * @param verdict its verdict, empty where none is given
 */
record Finding(String family, String sentence, String verdict) {}
