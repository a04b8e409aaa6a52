package org.manyuan.metric;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;
import org.manyuan.domain.TeacherFact;

/**
 * One exchange in one school year as a flow of teachers from a unit to another.
 *
 * @param spell the exchange; both its ends are known
 * @param months full-time equivalents times the months of the exchange inside the year
 * @param isKnown whether its share of full time is known or may be taken as 1; what is not known does not flow
 * @param stage of the teacher; null where no file says it
 * @param level of the teacher's title on the roll of the year, else as the exchange says; null where no file says it
 */
record TeacherFlow(ExchangeSpell spell, double months, boolean isKnown, Stage stage, TalentLevel level, Inputs inputs) {
    private static final double DAYS_A_MONTH = 30.4375;

    /** The flows of a year: exchanges of the kinds that count and of those that count here alone, with both ends known. */
    static List<TeacherFlow> of(ExchangeBook book, int year, BuildTerms terms) {
        return book.running(year).stream()
                .filter(spell -> spell.kind() != null && spell.toSchoolCode() != null)
                .filter(spell -> terms.exchangeKinds().contains(spell.kind())
                        || terms.checklists().flowOnly().contains(spell.kind()))
                .map(spell -> of(book, spell, year, terms))
                .toList();
    }

    private static TeacherFlow of(ExchangeBook book, ExchangeSpell spell, int year, BuildTerms terms) {
        LocalDate first = latest(spell.startedOn(), SchoolYear.firstDay(year));
        LocalDate last = earliest(book.lastDay(spell), SchoolYear.lastDay(year));
        boolean isKnown =
                spell.fte() != null || !terms.checklists().shareNeeded().contains(spell.kind());
        double share = spell.fte() == null ? 1 : spell.fte();
        Optional<TeacherFact> teacher = book.teacher(year, spell.teacherKey());
        String level = level(teacher, spell);
        List<Inputs> inputs = new ArrayList<>(List.of(ExchangeBook.inputs(spell)));
        teacher.ifPresent(row -> inputs.add(ExchangeBook.inputs(row)));
        return new TeacherFlow(
                spell,
                isKnown ? share * (ChronoUnit.DAYS.between(first, last) + 1) / DAYS_A_MONTH : 0,
                isKnown,
                teacher.map(book::stage).orElse(null),
                level == null ? null : TalentLevel.of(level),
                Inputs.all(inputs));
    }

    /** The level of the title on the roll of the year, else as the exchange says; null where no file says it. */
    static String level(Optional<TeacherFact> onRoll, ExchangeSpell spell) {
        return onRoll.map(TeacherFact::talentLevel).orElse(spell.talentLevel());
    }

    String from() {
        return spell.fromSchoolCode();
    }

    String to() {
        return spell.toSchoolCode();
    }

    /** Whether the teacher's title is of county level or above; null where no file says a level. */
    Boolean backbone() {
        return level == null ? null : (Boolean) level.isBackbone();
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
