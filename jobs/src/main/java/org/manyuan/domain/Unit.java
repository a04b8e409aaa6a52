package org.manyuan.domain;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
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
 * @param schoolType 办学类型, three digits; null where unknown
 * @param seats places it was built for (学位); null where unknown
 * @param tags as written (boarding, small_rural …), any mark between them; null where there is none
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
        String schoolType,
        Long seats,
        String tags,
        Origin origin)
        implements Serializable {

    /** Whether the unit has a tag. */
    public boolean hasTag(String tag) {
        return tags != null && List.of(tags.split("[^a-z_]+")).contains(tag);
    }
}
