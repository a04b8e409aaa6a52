package org.manyuan.measure;

import org.apache.spark.sql.Dataset;
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
 * The conformed tables that figures rest on. They are read several times in one plan, so give stored tables, not the plans that make
 * them.
 *
 * @param spans memberships with roles, in all their known time
 */
public record ConformedTables(
        Dataset<District> districts,
        Dataset<Unit> units,
        Dataset<EducationGroup> groups,
        Dataset<MembershipSpan> spans,
        Dataset<Exam> exams,
        Dataset<ExamPaper> papers,
        Dataset<Term> terms,
        Dataset<SchoolExamFact> scores,
        Dataset<LinkedExamFact> linked,
        Dataset<EnrollmentFact> enrollment,
        Dataset<ExchangeSpell> exchanges,
        Dataset<TeacherFact> teachers,
        Dataset<ResourceFact> resources,
        Dataset<ClassFact> classes,
        Dataset<FlowFact> flows) {}
