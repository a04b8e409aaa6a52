package org.manyuan.core;

/**
 * How many sat a paper of an exam in a unit: a part of {@code fct_school_exam}.
 *
 * @param n examinees
 */
public record ExamSize(String examCode, String schoolCode, long n) {}
