/**
 * Gathers the facts of units by territory and hands them to every entry of {@code MetricCatalog}: one plan for all figures. Dataset
 * in, Dataset out.
 */
package org.manyuan.measure;
