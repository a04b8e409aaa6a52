package org.manyuan.domain;

import java.io.Serializable;
import java.time.LocalDate;

/** One row per district, school year and term (1 or 2); both days lie inside the term. */
public record Term(String districtCode, int schoolYear, int term, LocalDate fromOn, LocalDate toOn)
        implements Serializable {}
