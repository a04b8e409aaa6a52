package org.manyuan.domain;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One row per exam.
 *
 * @param districtCode whose pupils sat it: any level of the tree
 * @param series what makes two exams comparable over years; where the file says nothing, kind-stage-grade-term
 * @param schoolYear the int of its autumn
 * @param term 1 or 2; null where the file says nothing
 * @param kind baseline, midterm, final, graduation, mock, monitoring
 * @param grade K1 to K3 or 1 to 12
 */
public record Exam(
        String examCode,
        String districtCode,
        String series,
        int schoolYear,
        Integer term,
        String kind,
        Stage stage,
        String grade,
        LocalDate heldOn)
        implements Serializable {}
