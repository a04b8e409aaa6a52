/**
 * Estimators as pure functions over arrays and sufficient statistics; they know no school, no year and no flag. What cannot be
 * computed is {@code NaN} (an interval: {@link org.manyuan.statistics.Interval#NONE}); the caller says why. Formulas: METRICS B.
 */
package org.manyuan.statistics;
