package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.manyuan.domain.EducationGroup;

/** The groups, sides and districts that have rows of the enrollment of a stage in a year: those with a unit that has rows. */
final class EnrollmentScopes {
    private EnrollmentScopes() {}

    /** All of them. */
    static List<Scope> all(Territory territory, EnrollmentBook book, String stage, int year) {
        Scopes scopes = book.scopes(stage, year);
        List<Scope> all = new ArrayList<>();
        for (EducationGroup group : groups(territory, book, scopes, stage, year)) {
            all.addAll(scopes.of(group));
        }
        for (String district : districts(territory, book, scopes, stage, year)) {
            all.add(scopes.district(district));
            for (String kind : territory.kinds()) {
                scopes.sides(kind, district).stream()
                        .filter(side -> touches(side, book.units(stage, year)))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** The groups and districts as wholes, without their sides. */
    static List<Scope> wholes(Territory territory, EnrollmentBook book, String stage, int year) {
        Scopes scopes = book.scopes(stage, year);
        List<Scope> wholes = new ArrayList<>();
        groups(territory, book, scopes, stage, year).forEach(group -> wholes.add(scopes.whole(group)));
        districts(territory, book, scopes, stage, year).forEach(district -> wholes.add(scopes.district(district)));
        return wholes;
    }

    /** The groups. */
    static List<EducationGroup> groups(
            Territory territory, EnrollmentBook book, Scopes scopes, String stage, int year) {
        return territory.groups().stream()
                .filter(group -> touches(scopes.whole(group), book.units(stage, year)))
                .toList();
    }

    /** The districts. */
    static List<String> districts(Territory territory, EnrollmentBook book, Scopes scopes, String stage, int year) {
        return territory.districtCodes().stream()
                .filter(district -> touches(scopes.district(district), book.units(stage, year)))
                .toList();
    }

    /** Whether who belongs to it rests on an assumption. */
    static boolean approximate(EnrollmentBook book, String stage, int year, Scope scope) {
        return scope.approximate() || (scope.isByGroup() && book.assumesADay(stage, year, scope.codes()));
    }

    private static boolean touches(Scope scope, Map<String, UnitEnrollment> units) {
        return scope.codes().stream().anyMatch(units::containsKey);
    }
}
