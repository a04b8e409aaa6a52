package org.manyuan.measure;

import org.manyuan.domain.ClassFact;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Unit;

/**
 * One row of what a county is held against its standards on, addressed to the district: exactly one of the records is there. Public
 * because Spark's generated code makes it.
 */
public record CountyRow(
        String district,
        MetricValue figure,
        Unit unit,
        ClassFact schoolClass,
        TeacherFact teacher,
        LedgerEntry entry) {}
