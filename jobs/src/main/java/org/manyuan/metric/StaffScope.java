package org.manyuan.metric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Origin;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Unit;

/**
 * A unit, a group on September 1, or a district, in one school year and stage, with those of its units that have teachers on a roll or
 * teachers who were exchanged; of a stage, those that have such a teacher of the stage.
 *
 * @param unit null for a scope
 * @param scope null for a unit
 * @param stage null: all stages together
 */
record StaffScope(Unit unit, Scope scope, int year, Stage stage, List<Unit> units) {

    /** All that have rows in a year: every stage that a teacher has, and all stages together. */
    static List<StaffScope> all(Territory territory, ExchangeBook book, int year) {
        Predicate<Unit> staffed = unit -> !book.roll(year, unit.schoolCode()).isEmpty()
                || !book.exchanged(year, unit.schoolCode()).isEmpty();
        List<Unit> units = territory.units().stream().filter(staffed).toList();
        Scopes scopes = Scopes.on(territory, SchoolYear.firstDay(year));
        List<Scope> wholes = new ArrayList<>();
        for (EducationGroup group : territory.groups()) {
            wholes.add(scopes.whole(group));
        }
        territory.districtCodes().forEach(district -> wholes.add(scopes.district(district)));
        return of(units, wholes, book, year);
    }

    /** The leads or the members of the groups: each of these units by itself, those of a group, those of a kind in a district. */
    static List<StaffScope> ofSide(String side, Territory territory, ExchangeBook book, int year) {
        Scopes scopes = Scopes.on(territory, SchoolYear.firstDay(year));
        List<Scope> sides = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (EducationGroup group : territory.groups()) {
            Scope own = scopes.side(group, side);
            codes.addAll(own.codes());
            sides.add(own);
        }
        for (String district : territory.districtCodes()) {
            for (String kind : territory.kinds()) {
                scopes.sides(kind, district).stream()
                        .filter(scope -> scope.side().equals(side))
                        .forEach(sides::add);
            }
        }
        List<Unit> units = territory.units().stream()
                .filter(unit -> codes.contains(unit.schoolCode()))
                .toList();
        return of(units, sides, book, year);
    }

    private static List<StaffScope> of(List<Unit> units, List<Scope> scopes, ExchangeBook book, int year) {
        List<StaffScope> all = new ArrayList<>();
        for (Unit unit : units) {
            add(all, new StaffScope(unit, null, year, null, List.of(unit)), book);
        }
        for (Scope scope : scopes) {
            Set<String> codes = new HashSet<>(scope.codes());
            List<Unit> own = units.stream()
                    .filter(unit -> codes.contains(unit.schoolCode()))
                    .toList();
            if (!own.isEmpty()) {
                add(all, new StaffScope(null, scope, year, null, own), book);
            }
        }
        return all;
    }

    /** The teachers of the row on the roll of one of its units. */
    List<TeacherFact> roll(ExchangeBook book, Unit of) {
        return book.roll(year, of.schoolCode()).stream()
                .filter(teacher -> takes(book.stage(teacher)))
                .toList();
    }

    /** The kind of group that makes the row; empty for a unit and a whole district. */
    String kind() {
        return unit == null ? scope.kind() : "";
    }

    /** Begins the row: place, year, stage, kind. */
    MetricRow place(MetricRow row) {
        MetricRow placed = unit == null ? scope.place(row).variant(scope.kind()) : row.unit(unit);
        return placed.year(year).stage(stage);
    }

    Inputs membership() {
        return unit == null ? scope.membership() : Inputs.none().from(unit.origin());
    }

    /** Synthetic if any of its units is. */
    Origin origin() {
        return units.stream().map(Unit::origin).reduce(Origin.REPORTED, Origin::and);
    }

    boolean approximate() {
        return unit == null && scope.approximate();
    }

    /** Whether a stage falls into the row's. */
    boolean takes(Stage other) {
        return stage == null || stage == other;
    }

    /** A stage takes the units that have it: one without is not left out, it has nothing to hand in. */
    private static void add(List<StaffScope> all, StaffScope together, ExchangeBook book) {
        all.add(together);
        for (Stage stage : Stage.values()) {
            List<Unit> teaching = together.units.stream()
                    .filter(unit -> hasStage(unit, together.year, stage, book))
                    .toList();
            if (!teaching.isEmpty()) {
                all.add(new StaffScope(together.unit, together.scope, together.year, stage, teaching));
            }
        }
    }

    private static boolean hasStage(Unit unit, int year, Stage stage, ExchangeBook book) {
        return book.roll(year, unit.schoolCode()).stream().anyMatch(teacher -> book.stage(teacher) == stage)
                || book.exchanged(year, unit.schoolCode()).stream().anyMatch(person -> person.stage() == stage);
    }
}
