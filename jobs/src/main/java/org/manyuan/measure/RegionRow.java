package org.manyuan.measure;

import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Exam;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.Unit;

/**
 * One row of what a scheme is run on, addressed to the scheme: exactly one of the records is there. Public because Spark's generated
 * code makes it.
 */
public record RegionRow(
        String scheme,
        MetricValue figure,
        EducationGroup group,
        MembershipSpan span,
        Unit unit,
        Exam exam,
        PolicyCheck check) {}
