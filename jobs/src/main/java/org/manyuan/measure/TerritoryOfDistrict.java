package org.manyuan.measure;

/** One row per district: the territory it lies in. Public because Spark's generated code makes it. */
public record TerritoryOfDistrict(String districtCode, String territory) {}
