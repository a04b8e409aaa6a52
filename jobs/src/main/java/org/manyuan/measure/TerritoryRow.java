package org.manyuan.measure;

import java.util.Objects;
import java.util.stream.Stream;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.FlowFact;
import org.manyuan.domain.GroupActivity;
import org.manyuan.domain.GroupPost;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.LinkedExamFact;
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
        LinkedExamFact linked,
        EnrollmentFact enrollment,
        ExchangeSpell exchange,
        TeacherFact teacher,
        ResourceFact resource,
        ClassFact schoolClass,
        LedgerEntry entry,
        GroupActivity activity,
        GroupPost post,
        FlowFact flow) {
    /**
     * The row of a fact.
     *
     * @param fact null: the row that says that the family is asked for
     */
    static TerritoryRow of(Family family, Record fact) {
        return new TerritoryRow(
                family.territory(),
                family.series(),
                family.subject(),
                as(SchoolExamFact.class, fact),
                as(LinkedExamFact.class, fact),
                as(EnrollmentFact.class, fact),
                as(ExchangeSpell.class, fact),
                as(TeacherFact.class, fact),
                as(ResourceFact.class, fact),
                as(ClassFact.class, fact),
                as(LedgerEntry.class, fact),
                as(GroupActivity.class, fact),
                as(GroupPost.class, fact),
                as(FlowFact.class, fact));
    }

    /** Its fact; null in the row that only says that the family is asked for. */
    Record fact() {
        return Stream.of(
                        score,
                        linked,
                        enrollment,
                        exchange,
                        teacher,
                        resource,
                        schoolClass,
                        entry,
                        activity,
                        post,
                        flow)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static <T extends Record> T as(Class<T> type, Record fact) {
        return type.isInstance(fact) ? type.cast(fact) : null;
    }
}
