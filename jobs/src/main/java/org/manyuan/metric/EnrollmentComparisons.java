package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Unit;

/**
 * What a count of students of a stage is compared with: {@code base_previous}, the year before; {@code base_founding}, the last
 * year with the count before the group was founded, else (or without a founding day) the first. A unit takes the founding of the earliest
 * group of a kind it is in, a district that of the earliest with a unit in it. Source: METRICS §0, B4.
 */
final class EnrollmentComparisons {
    /** Groups that do not say their day come last; of equals the first by code. */
    private static final Comparator<EducationGroup> FIRST_FOUNDED = Comparator.comparing(
                    EducationGroup::foundedOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(EducationGroup::groupCode);

    private final Territory territory;
    private final EnrollmentBook book;
    private final Map<String, Scopes> scopesOfYear = new HashMap<>();

    EnrollmentComparisons(Territory territory, EnrollmentBook book) {
        this.territory = territory;
        this.book = book;
    }

    /** Every unit with rows in the year; with the year before (from the second year with rows on) and with each founding. */
    List<YearComparison> units(String stage, int year, Function<UnitEnrollment, Long> count) {
        List<YearComparison> all = new ArrayList<>();
        if (hasYearBefore(stage, year)) {
            book.units(stage, year).keySet().forEach(code -> territory
                    .unit(code)
                    .ifPresent(unit -> all.add(YearComparison.of(unit, "", "", year - 1))));
        }
        for (String kind : territory.kinds()) {
            earliestGroups(stage, year, kind).forEach((code, group) -> {
                Unit unit = territory.unit(code).orElseThrow();
                founding(stage, year, count, List.of(code), group.foundedOn()).stream()
                        .filter(base -> base < year)
                        .mapToObj(base -> YearComparison.of(unit, kind, YearComparison.FOUNDING, base))
                        .forEach(all::add);
            });
        }
        return all;
    }

    /** Every unit with rows in the year that is in a group of the kind, and the one of its groups that was founded first. */
    Map<String, EducationGroup> earliestGroups(String stage, int year, String kind) {
        Map<String, EducationGroup> earliest = new TreeMap<>();
        territory.groups(kind).stream()
                .sorted(FIRST_FOUNDED)
                .forEach(group -> scopes(stage, year).whole(group).codes().stream()
                        .filter(book.units(stage, year)::containsKey)
                        .forEach(code -> earliest.putIfAbsent(code, group)));
        return earliest;
    }

    /** Every group, side and district with rows in the year; with the year before and with the founding. */
    List<YearComparison> scopes(String stage, int year, Function<UnitEnrollment, Long> count) {
        List<YearComparison> all = new ArrayList<>();
        if (hasYearBefore(stage, year)) {
            EnrollmentScopes.all(territory, book, stage, year)
                    .forEach(scope -> all.add(compare(stage, year, scope, scope.kind(), "", year - 1)));
        }
        Scopes scopes = scopes(stage, year);
        for (EducationGroup group : EnrollmentScopes.groups(territory, book, scopes, stage, year)) {
            foundingOf(stage, year, count, group).ifPresent(base -> scopes.of(group)
                    .forEach(scope ->
                            all.add(compare(stage, year, scope, scope.kind(), YearComparison.FOUNDING, base))));
        }
        for (String district : EnrollmentScopes.districts(territory, book, scopes, stage, year)) {
            for (String kind : territory.kinds()) {
                addFounding(all, stage, year, count, scopes, district, kind);
            }
        }
        return all;
    }

    /** The founding base year of a group; empty where it does not lie before the year. */
    OptionalInt foundingOf(String stage, int year, Function<UnitEnrollment, Long> count, EducationGroup group) {
        OptionalInt base =
                founding(stage, year, count, scopes(stage, year).whole(group).codes(), group.foundedOn());
        return base.isPresent() && base.getAsInt() < year ? base : OptionalInt.empty();
    }

    /** Who belongs where in a year. */
    Scopes scopes(String stage, int year) {
        return scopesOfYear.computeIfAbsent(stage + year, any -> book.scopes(stage, year));
    }

    /** Whether an earlier year with rows exists, so that a missing base is one unit's matter. */
    boolean hasYearBefore(String stage, int year) {
        return book.years(stage).get(0) < year;
    }

    private void addFounding(
            List<YearComparison> all,
            String stage,
            int year,
            Function<UnitEnrollment, Long> count,
            Scopes scopes,
            String district,
            String kind) {
        Scope whole = scopes.district(district);
        List<EducationGroup> here = territory.groups(kind).stream()
                .filter(group -> scopes.whole(group).codes().stream()
                        .anyMatch(code -> whole.codes().contains(code)))
                .toList();
        if (here.isEmpty()) {
            return;
        }
        LocalDate earliest = here.stream()
                .map(EducationGroup::foundedOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        founding(stage, year, count, whole.codes(), earliest).stream()
                .filter(base -> base < year)
                .forEach(base -> {
                    all.add(compare(stage, year, whole, kind, YearComparison.FOUNDING, base));
                    scopes.sides(kind, district)
                            .forEach(side -> all.add(compare(stage, year, side, kind, YearComparison.FOUNDING, base)));
                });
    }

    private YearComparison compare(String stage, int year, Scope scope, String kind, String base, int baseYear) {
        return new YearComparison(
                null,
                scope,
                kind,
                base,
                baseYear,
                scope.codes(),
                sameScope(stage, baseYear, scope),
                EnrollmentScopes.approximate(book, stage, year, scope));
    }

    private List<String> sameScope(String stage, int baseYear, Scope scope) {
        if (!scope.isByGroup()) {
            return scope.codes();
        }
        Scopes then = scopes(stage, baseYear);
        return (scope.group() == null ? then.sides(scope.kind(), scope.districtCode()) : then.of(scope.group()))
                .stream()
                        .filter(other -> other.side().equals(scope.side()))
                        .findFirst()
                        .map(Scope::codes)
                        .orElse(List.of());
    }

    private OptionalInt founding(
            String stage, int now, Function<UnitEnrollment, Long> count, List<String> codes, LocalDate foundedOn) {
        OptionalInt first = OptionalInt.empty();
        OptionalInt last = OptionalInt.empty();
        for (int year : book.years(stage)) {
            List<String> counted = book.panel(stage, year, now).linked(codes).stream()
                    .filter(code -> book.of(stage, year, code).map(count).isPresent())
                    .toList();
            if (!counted.isEmpty()) {
                first = first.isEmpty() ? OptionalInt.of(year) : first;
                boolean before = foundedOn != null
                        && counted.stream()
                                .allMatch(code -> book.day(stage, year, code).isBefore(foundedOn));
                last = before ? OptionalInt.of(year) : last;
            }
        }
        return last.isPresent() ? last : first;
    }
}
