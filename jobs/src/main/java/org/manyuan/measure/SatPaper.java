package org.manyuan.measure;

import java.io.Serializable;

/** A paper that units of a territory have results of. */
public record SatPaper(String examCode, String subject, String territory) implements Serializable {}
