package org.manyuan.report;

/**
 * What one report is about.
 *
 * @param districtCode the authority; a group's figures belong to it
 * @param districtName its name, or its code where it has none
 * @param schoolYear the int of its autumn
 */
public record DistrictYear(String districtCode, String districtName, int schoolYear) {
    /** The school year as it is written, 2024-2025. */
    public String schoolYearLabel() {
        return schoolYear + "-" + (schoolYear + 1);
    }
}
