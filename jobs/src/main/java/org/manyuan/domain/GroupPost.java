package org.manyuan.domain;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One row per person and time in a post of a group or of one of its bodies.
 *
 * @param personKey keyed hash, in the key space of teachers
 * @param body the body (理事会 …); null: a post of the group itself
 * @param endedOn the last day; null: still
 * @param schoolCode the school that keeps the person on its books; null where none does
 */
public record GroupPost(
        String groupCode,
        String post,
        String personKey,
        LocalDate startedOn,
        String body,
        LocalDate endedOn,
        String schoolCode,
        Origin origin)
        implements Serializable {}
