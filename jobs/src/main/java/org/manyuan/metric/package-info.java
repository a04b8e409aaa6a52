/**
 * Metrics: plain Java, the facts of one territory in, rows of {@code metric_value} out. One class is one metric of the catalogue
 * (METRICS), beside its card in {@code schemas/metrics} and its text-table test. Knows no Spark; which numbers an estimator makes
 * is {@code statistics}' business, which schools, years and flags is this room's.
 */
package org.manyuan.metric;
