package org.manyuan.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.Stage;

/**
 * The pupils of a panel unit who were due to finish a stage in a year: grade a of the stage in year t − ℓ + a, ℓ the stage's own length
 * under the units' schooling system. Those of several units are added. Source: METRICS B5.
 *
 * @param entrants intake of the first grade in year t − ℓ + 1
 * @param in who came in one of the cohort's years
 * @param out who left
 * @param graduates of the last grade in year t
 */
record GraduatedCohort(long entrants, long in, long out, long deaths, long graduates, Inputs inputs) {
    static final GraduatedCohort NOBODY = new GraduatedCohort(0, 0, 0, 0, 0, Inputs.none());

    /** The cohort of a panel unit, linked between the cohort's first year and its last. */
    record Due(PanelUnit unit, GraduatedCohort cohort) {}

    /** The cohorts of which every cell was handed in, by each code of the last year. */
    static Map<String, Due> all(EnrollmentBook book, Territory territory, Stage stage, int year) {
        Map<String, Due> all = new TreeMap<>();
        for (String code : book.units(stage.name(), year).keySet()) {
            List<String> grades = grades(territory, code, stage);
            book.panel(stage.name(), year - grades.size() + 1, year)
                    .of(code)
                    .filter(unit -> unit.isInBoth()
                            && unit.now().stream().allMatch(part -> grades(territory, part, stage)
                                    .equals(grades)))
                    .ifPresent(unit -> of(book, territory, unit, grades, year)
                            .ifPresent(cohort -> all.put(code, new Due(unit, cohort))));
        }
        return all;
    }

    private static List<String> grades(Territory territory, String code, Stage stage) {
        return territory.unit(code).orElseThrow().schoolingSystem().grades(stage);
    }

    private static Optional<GraduatedCohort> of(
            EnrollmentBook book, Territory territory, PanelUnit unit, List<String> grades, int year) {
        List<List<EnrollmentFact>> cells = new ArrayList<>();
        for (int a = 0; a < grades.size(); a++) {
            int at = year - grades.size() + a + 1;
            String grade = grades.get(a);
            cells.add(unit.codes().stream()
                    .flatMap(code -> book.grade(code, at, grade).stream())
                    .toList());
        }
        if (cells.stream().anyMatch(List::isEmpty)) {
            return Optional.empty();
        }
        List<EnrollmentFact> all = cells.stream().flatMap(List::stream).toList();
        Long entrants = UnitEnrollment.sum(cells.get(0), EnrollmentFact::intake);
        Long graduates = UnitEnrollment.sum(cells.get(cells.size() - 1), EnrollmentFact::graduates);
        Long in = UnitEnrollment.sum(all, EnrollmentFact::transfersIn);
        Long out = UnitEnrollment.sum(all, EnrollmentFact::transfersOut);
        Long deaths = UnitEnrollment.sum(all, EnrollmentFact::deaths);
        Inputs inputs = Inputs.all(all.stream()
                .map(fact -> EnrollmentBook.inputs(
                        fact, territory.unit(fact.schoolCode()).orElseThrow()))
                .toList());
        return Stream.of(entrants, graduates, in, out, deaths).anyMatch(Objects::isNull)
                ? Optional.empty()
                : Optional.of(new GraduatedCohort(entrants, in, out, deaths, graduates, inputs));
    }

    /** Those of the cohorts whose panel unit has all its parts of the last year among these units. */
    static List<Due> within(Map<String, Due> all, Collection<String> codes) {
        Set<String> here = new HashSet<>(codes);
        return codes.stream()
                .map(all::get)
                .filter(Objects::nonNull)
                .distinct()
                .filter(due -> due.unit().isNowWithin(here))
                .toList();
    }

    /** All of them together. */
    static GraduatedCohort together(List<Due> dues) {
        return dues.stream().map(Due::cohort).reduce(NOBODY, GraduatedCohort::plus);
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
