package org.manyuan.domain;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One row per predecessor, successor and day: a unit goes on under another code.
 *
 * @param happenedOn first day of the successor
 */
public record SchoolSuccession(String fromCode, String toCode, LocalDate happenedOn, SuccessionKind kind, Origin origin)
        implements Serializable {}
