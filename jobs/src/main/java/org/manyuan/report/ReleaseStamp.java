package org.manyuan.report;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What makes a printed report findable again: it stands on every page.
 *
 * @param release name of the release
 * @param digest SHA-256 of its public set, in hexadecimal
 * @param asOf the day its figures speak of
 * @param releasedAt when it was made; also the date inside the files, so that the same release prints to the same bytes
 * @param isSynthetic whether made-up rows are anywhere in it
 */
public record ReleaseStamp(String release, String digest, LocalDate asOf, Instant releasedAt, boolean isSynthetic) {}
