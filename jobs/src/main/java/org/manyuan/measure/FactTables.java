package org.manyuan.measure;

import org.apache.spark.sql.Dataset;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.TeacherFact;

/** The fact tables that figures rest on. Give stored tables, not the plans that make them. */
public record FactTables(
        Dataset<SchoolExamFact> scores,
        Dataset<EnrollmentFact> enrollment,
        Dataset<ExchangeSpell> exchanges,
        Dataset<TeacherFact> teachers,
        Dataset<ResourceFact> resources,
        Dataset<ClassFact> classes) {}
