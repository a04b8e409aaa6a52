/**
 * From the current rows of what was handed in to facts of units: dimensions, memberships, enrollment, exams, exchange. Plans: Dataset
 * in, Dataset out. Two named exceptions: the one pass over scores ({@code SchoolExamFacts}) runs over rows as they lie in memory; who is
 * in which group ({@code MembershipSpans}, {@code EducationGroups}) follows from registers, which are few: lists in, lists out.
 */
package org.manyuan.core;
