/**
 * The yearly report of a district as PDF and as workbook, out of released rows only. The same release gives the same bytes. Computes no
 * figure.
 */
package org.manyuan.report;
