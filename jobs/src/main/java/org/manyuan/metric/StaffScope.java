package org.manyuan.metric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * @param silent how many other units of the scope should have teachers on a roll and handed in nothing
 */
record StaffScope(Unit unit, Scope scope, int year, Stage stage, List<Unit> units, long silent) {

    /** All that have rows in a year: every stage that a teacher has, and all stages together. */
    static List<StaffScope> all(Territory territory, ExchangeBook book, int year) {
        List<Unit> units = territory.units().stream()
                .filter(unit -> book.isStaffed(year, null, unit.schoolCode()))
                .toList();
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
            add(all, new StaffScope(unit, null, year, null, List.of(unit), 0), book);
        }
        for (Scope scope : scopes) {
            Set<String> codes = new HashSet<>(scope.codes());
            List<Unit> own = units.stream()
                    .filter(unit -> codes.contains(unit.schoolCode()))
                    .toList();
            if (!own.isEmpty()) {
                add(all, new StaffScope(null, scope, year, null, own, silent(scope, year, null, own, book)), book);
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

    /** What the row leaves out where it uses so many of its units. */
    LeftOut leftOut(int used) {
        return LeftOut.units(units.size() - used + silent);
    }

    /** A stage takes the units that have it: one that does not teach it is not left out, it has nothing to hand in. */
    private static void add(List<StaffScope> all, StaffScope together, ExchangeBook book) {
        all.add(together);
        for (Stage stage : Stage.values()) {
            List<Unit> teaching = together.units.stream()
                    .filter(unit -> book.isStaffed(together.year, stage, unit.schoolCode()))
                    .toList();
            if (!teaching.isEmpty()) {
                long silent = together.unit == null ? silent(together.scope, together.year, stage, teaching, book) : 0;
                all.add(new StaffScope(together.unit, together.scope, together.year, stage, teaching, silent));
            }
        }
    }

    private static long silent(Scope scope, int year, Stage stage, List<Unit> units, ExchangeBook book) {
        Set<String> heard = new HashSet<>();
        units.forEach(unit -> heard.add(unit.schoolCode()));
        return scope.codes().stream()
                .filter(code -> !heard.contains(code) && book.isExpected(year, stage, code))
                .count();
    }
}
