package org.manyuan.measure;

import org.manyuan.domain.ClassFact;
import org.manyuan.domain.District;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.FlowFact;
import org.manyuan.domain.LinkedExamFact;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Term;
import org.manyuan.domain.Unit;

/**
 * One row of one of the conformed tables, addressed to a family of a territory: exactly one of the records is there. So all that a
 * territory's metrics need meets in one place of the cluster through one shuffle. Public because Spark's generated code makes it.
 *
 * @param territory code of the territory
 * @param series of the score family; empty for what is no score
 * @param subject of the score family; empty for what is no score
 */
public record TerritoryRow(
        String territory,
        String series,
        String subject,
        District district,
        Unit unit,
        EducationGroup group,
        MembershipSpan span,
        Exam exam,
        ExamPaper paper,
        SchoolExamFact score,
        LinkedExamFact linked,
        EnrollmentFact enrollment,
        ExchangeSpell exchange,
        TeacherFact teacher,
        ResourceFact resource,
        Term term,
        ClassFact schoolClass,
        FlowFact flow) {}
