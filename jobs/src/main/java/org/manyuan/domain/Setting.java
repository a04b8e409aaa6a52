package org.manyuan.domain;

import java.util.Optional;

/** Town and country in three parts, by the first digits of 城乡分类. Source: METRICS A8. */
public enum Setting {
    /** 城区, 11x. */
    CITY("11"),
    /** 镇区, 12x. */
    TOWN("12"),
    /** 乡村, 2xx. */
    RURAL("2");

    private final String prefix;

    Setting(String prefix) {
        this.prefix = prefix;
    }

    /** The part that a code lies in; empty for null and for a code of none of them. */
    public static Optional<Setting> of(String settingCode) {
        for (Setting setting : values()) {
            if (settingCode != null && settingCode.startsWith(setting.prefix)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
