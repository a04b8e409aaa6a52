package org.manyuan.measure;

/** A district that lies in a scheme's region. Public because Spark's generated code makes it. */
public record PlaceOfScheme(String scheme, String code) {}
