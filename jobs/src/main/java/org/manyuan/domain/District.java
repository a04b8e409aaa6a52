package org.manyuan.domain;

import java.io.Serializable;

/**
 * One row per district of the tree.
 *
 * @param districtCode official code (GB/T 2260, or the code system of the settings)
 * @param parentCode the district above; null at the root
 * @param level county, city, province, country, or any word where the code system is none
 * @param origin reported or synthetic
 */
public record District(String districtCode, String name, String parentCode, String level, Origin origin)
        implements Serializable {}
