package org.manyuan.domain;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One row per activity of a group (送课, 公开课, 集中研讨 …).
 *
 * @param groupCode null where it belongs to no group
 * @param organiserSchoolCode who organised it; null where the file says nothing
 * @param participants teachers or parents; null where the file says nothing
 * @param pupils who took part or were taught; null where the file says nothing
 * @param lessons given; null where none were
 */
public record GroupActivity(
        String activityId,
        String groupCode,
        String organiserSchoolCode,
        LocalDate heldOn,
        String kind,
        String mode,
        String audience,
        String subject,
        Long participants,
        Long pupils,
        Long lessons,
        Origin origin)
        implements Serializable {}
