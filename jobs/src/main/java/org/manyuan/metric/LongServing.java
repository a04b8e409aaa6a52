package org.manyuan.metric;

import java.util.Set;
import java.util.TreeSet;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Unit;

/** Who of a territory is due to rotate in a school year, and who did. Source: METRICS A6, TCH-03. */
final class LongServing {
    private final ExchangeBook book;
    private final int year;
    private final int yearsUntilDue;
    private final Set<String> exchanged = new TreeSet<>();

    LongServing(Territory territory, ExchangeBook book, int year, BuildTerms terms) {
        this.book = book;
        this.year = year;
        this.yearsUntilDue = terms.rotationYears();
        territory.units().forEach(unit -> book.exchanged(year, unit.schoolCode())
                .forEach(person -> exchanged.add(person.teacherKey())));
    }

    /** Whether the roll of the year after has teachers of the unit. */
    boolean hasNextRoll(Unit unit) {
        return !book.roll(year + 1, unit.schoolCode()).isEmpty();
    }

    /** One teacher of a unit's roll. */
    RotationCase of(Unit unit, TeacherFact teacher) {
        Integer served =
                teacher.atSchoolSince() == null ? null : (Integer) (year - SchoolYear.of(teacher.atSchoolSince()));
        TeacherFact next = book.teacher(year + 1, teacher.teacherKey()).orElse(null);
        return new RotationCase(teacher, state(unit, teacher, served, next), served, next);
    }

    private Rotation state(Unit unit, TeacherFact teacher, Integer served, TeacherFact next) {
        if (teacher.exemptReason() != null && !teacher.exemptReason().isBlank()) {
            return Rotation.EXEMPT;
        }
        if (served == null) {
            return Rotation.SINCE_UNKNOWN;
        }
        if (served < yearsUntilDue) {
            return served == yearsUntilDue - 1 ? Rotation.NEXT_YEAR : Rotation.NOT_DUE;
        }
        if (exchanged.contains(teacher.teacherKey())) {
            return Rotation.EXCHANGED;
        }
        boolean hasNext = hasNextRoll(unit);
        if (hasNext && next != null && !next.schoolCode().equals(unit.schoolCode())) {
            return Rotation.MOVED;
        }
        return hasNext && book.hasExchanges(year, unit) ? Rotation.STAYED : Rotation.NOT_YET_KNOWN;
    }
}
