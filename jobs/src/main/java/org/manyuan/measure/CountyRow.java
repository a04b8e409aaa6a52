package org.manyuan.measure;

import org.manyuan.domain.ClassFact;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.TeacherFact;

/**
 * One row of what a county is held against its standards on, addressed to the district: at most one of the records is there; none in
 * the row that only says that the district is looked at. Public because Spark's generated code makes it.
 */
public record CountyRow(
        String district, MetricValue figure, ClassFact schoolClass, TeacherFact teacher, LedgerEntry entry) {
    static CountyRow of(String district) {
        return new CountyRow(district, null, null, null, null);
    }

    static CountyRow of(MetricValue figure) {
        return new CountyRow(figure.districtCode(), figure, null, null, null);
    }

    static CountyRow of(String district, ClassFact schoolClass) {
        return new CountyRow(district, null, schoolClass, null, null);
    }

    static CountyRow of(String district, TeacherFact teacher) {
        return new CountyRow(district, null, null, teacher, null);
    }

    static CountyRow of(String district, LedgerEntry entry) {
        return new CountyRow(district, null, null, null, entry);
    }
}
