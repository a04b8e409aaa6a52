package org.manyuan.metric;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Unit;

/** Who of a territory is due to rotate in a school year, and who did. Source: METRICS A6, TCH-03. */
final class LongServing {
    private final ExchangeBook book;
    private final int year;
    private final int yearsUntilDue;
    /** By key the units to which a teacher has an exchange that counts, in order of the exchanges. */
    private final Map<String, Set<String>> exchanged = new TreeMap<>();

    LongServing(ExchangeBook book, int year, BuildTerms terms) {
        this.book = book;
        this.year = year;
        this.yearsUntilDue = terms.rotationYears();
        book.running(year).stream()
                .filter(spell -> book.standing(spell, year) == ExchangeStanding.COUNTS)
                .forEach(spell -> {
                    Set<String> to = exchanged.computeIfAbsent(spell.teacherKey(), any -> new LinkedHashSet<>());
                    if (spell.toSchoolCode() != null) {
                        to.add(spell.toSchoolCode());
                    }
                });
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
        return new RotationCase(
                teacher,
                state(unit, teacher, served, next),
                served,
                next,
                List.copyOf(exchanged.getOrDefault(teacher.teacherKey(), Set.of())));
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
        if (exchanged.containsKey(teacher.teacherKey())) {
            return Rotation.EXCHANGED;
        }
        boolean hasNext = hasNextRoll(unit);
        if (hasNext && next != null && !next.schoolCode().equals(unit.schoolCode())) {
            return Rotation.MOVED;
        }
        return hasNext && book.hasExchanges(year, unit) ? Rotation.STAYED : Rotation.NOT_YET_KNOWN;
    }
}
