/**
 * The last door: which figures may leave the house (METRICS A9, numbers in {@code schemas/disclosure.yaml}). Nothing leaves but a
 * {@code Releasable}, and only this room can make one.
 */
package org.manyuan.disclosure;
