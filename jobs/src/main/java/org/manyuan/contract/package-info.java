/** Contracts, mappings and metric cards as read from {@code schemas}, and the row checks compiled from them. Plain Java. */
package org.manyuan.contract;
