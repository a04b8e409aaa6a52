package org.manyuan.domain;

import java.io.Serializable;

/**
 * One row per class of a unit, school year, stage and grade.
 *
 * @param classNo as the school writes it
 * @param students of the class on the census day; null where the file says nothing
 */
public record ClassFact(
        String schoolCode, int schoolYear, Stage stage, String grade, String classNo, Long students, Origin origin)
        implements Serializable {}
