package org.manyuan.measure;

import org.manyuan.domain.ClassFact;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.TeacherFact;

/**
 * One fact, addressed to a family: at most one of the records is there; none in the row that only says that the family is asked for.
 * So all facts of a family meet in one place of the cluster through one shuffle. Public because Spark's generated code makes it.
 */
public record TerritoryRow(
        String territory,
        String series,
        String subject,
        SchoolExamFact score,
        EnrollmentFact enrollment,
        ExchangeSpell exchange,
        TeacherFact teacher,
        ResourceFact resource,
        ClassFact schoolClass) {
    /** The row that says that a family is asked for. */
    static TerritoryRow of(Family family) {
        return of(family, null, null, null, null, null, null);
    }

    static TerritoryRow of(Family family, SchoolExamFact score) {
        return of(family, score, null, null, null, null, null);
    }

    static TerritoryRow of(Family family, EnrollmentFact enrollment) {
        return of(family, null, enrollment, null, null, null, null);
    }

    static TerritoryRow of(Family family, ExchangeSpell exchange) {
        return of(family, null, null, exchange, null, null, null);
    }

    static TerritoryRow of(Family family, TeacherFact teacher) {
        return of(family, null, null, null, teacher, null, null);
    }

    static TerritoryRow of(Family family, ResourceFact resource) {
        return of(family, null, null, null, null, resource, null);
    }

    static TerritoryRow of(Family family, ClassFact schoolClass) {
        return of(family, null, null, null, null, null, schoolClass);
    }

    private static TerritoryRow of(
            Family family,
            SchoolExamFact score,
            EnrollmentFact enrollment,
            ExchangeSpell exchange,
            TeacherFact teacher,
            ResourceFact resource,
            ClassFact schoolClass) {
        return new TerritoryRow(
                family.territory(),
                family.series(),
                family.subject(),
                score,
                enrollment,
                exchange,
                teacher,
                resource,
                schoolClass);
    }
}
