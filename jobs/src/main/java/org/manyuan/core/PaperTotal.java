package org.manyuan.core;

import java.io.Serializable;

/**
 * Everyone who sat a paper with a score: one row per exam and subject.
 *
 * @param s1 sum of their scores in steps
 * @param s2 sum of their squared scores
 */
public record PaperTotal(String examCode, String subject, long n, long s1, long s2) implements Serializable {}
