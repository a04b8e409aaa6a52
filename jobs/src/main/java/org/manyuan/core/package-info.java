/**
 * From the current rows of what was handed in to facts of units: dimensions, memberships, enrollment, exams, exchange. Plans: Dataset
 * in, Dataset out. The one pass over scores ({@code SchoolExamFacts}) is the named exception: it runs over rows as they lie in memory.
 */
package org.manyuan.core;
