package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;

/**
 * The pupils of a unit who were due to finish a stage in a year: grade a of the stage in year t − ℓ + a, ℓ the stage's own length under
 * the unit's schooling system. Those of several units are added. Source: METRICS B5.
 *
 * @param entrants intake of the first grade in year t − ℓ + 1
 * @param in who came in one of the cohort's years
 * @param out who left
 * @param graduates of the last grade in year t
 */
record GraduatedCohort(long entrants, long in, long out, long deaths, long graduates, Inputs inputs) {
    static final GraduatedCohort NOBODY = new GraduatedCohort(0, 0, 0, 0, 0, Inputs.none());

    /** Empty where a cell of the cohort was not handed in. */
    static Optional<GraduatedCohort> of(EnrollmentBook book, Unit unit, Stage stage, int year) {
        List<String> grades = unit.schoolingSystem().grades(stage);
        List<EnrollmentFact> cells = new ArrayList<>();
        for (int a = 0; a < grades.size(); a++) {
            book.grade(unit.schoolCode(), year - grades.size() + a + 1, grades.get(a))
                    .ifPresent(cells::add);
        }
        if (cells.size() < grades.size()) {
            return Optional.empty();
        }
        Long entrants = cells.get(0).intake();
        Long graduates = cells.get(cells.size() - 1).graduates();
        Long in = UnitEnrollment.sum(cells, EnrollmentFact::transfersIn);
        Long out = UnitEnrollment.sum(cells, EnrollmentFact::transfersOut);
        Long deaths = UnitEnrollment.sum(cells, EnrollmentFact::deaths);
        Inputs inputs = Inputs.all(
                cells.stream().map(fact -> EnrollmentBook.inputs(fact, unit)).toList());
        return Stream.of(entrants, graduates, in, out, deaths).anyMatch(Objects::isNull)
                ? Optional.empty()
                : Optional.of(new GraduatedCohort(entrants, in, out, deaths, graduates, inputs));
    }

    GraduatedCohort plus(GraduatedCohort other) {
        return new GraduatedCohort(
                entrants + other.entrants,
                in + other.in,
                out + other.out,
                deaths + other.deaths,
                graduates + other.graduates,
                inputs.and(other.inputs));
    }

    /** Those who finished and did not come later, with those who left, over the entrants who are alive. Read in V7 of METRICS. */
    RateCount ofEntrants() {
        return new RateCount(graduates - in + out, entrants - deaths);
    }

    /** Those who finished over those who were there, transfers counted. Read in V10 of METRICS. */
    RateCount ofThoseThere() {
        return new RateCount(graduates, entrants + in - out);
    }
}
