package org.manyuan.domain;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One row per group (教育集团, 联盟校, 联合体 …).
 *
 * @param authorityCode the authority its figures belong to: the file's, else its lead's, else null
 * @param kind education_group, alliance, consortium, community, research_centre, pair, kindergarten_group
 * @param form the local word (融合型, 托管型 …); null where the file says nothing
 * @param foundedOn null where the file says nothing
 * @param dissolvedOn null: alive
 */
public record EducationGroup(
        String groupCode,
        String name,
        String authorityCode,
        String kind,
        String form,
        LocalDate foundedOn,
        LocalDate dissolvedOn,
        Origin origin)
        implements Serializable {}
