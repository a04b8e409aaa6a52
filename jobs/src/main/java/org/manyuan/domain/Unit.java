package org.manyuan.domain;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;

/**
 * One row per unit: a school, or a campus or section of one that has figures of its own. Attributes are those of the latest
 * version.
 *
 * @param schoolCode its code
 * @param districtCode where it lies
 * @param authorityCode who runs it (主管部门); its district where the file says nothing
 * @param partOf the school it is a part of; null for a school itself
 * @param stages the stages it teaches; empty where the file says nothing
 * @param schoolingSystem 6-3 where the file says nothing
 * @param settingCode 城乡分类; null where unknown
 * @param ownership public or private; null where unknown
 * @param openedOn null: since ever
 * @param closedOn null: open
 */
public record Unit(
        String schoolCode,
        String name,
        String districtCode,
        String authorityCode,
        String partOf,
        Set<Stage> stages,
        SchoolingSystem schoolingSystem,
        String settingCode,
        String ownership,
        LocalDate openedOn,
        LocalDate closedOn,
        Origin origin) implements Serializable {}
