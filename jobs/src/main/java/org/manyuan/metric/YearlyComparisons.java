package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;

/**
 * What a fact of units that holds on September 1 is compared with: {@code base_previous}, the year before; {@code base_founding}, the
 * last year with the fact whose September 1 lies before the group was founded, else (or without a founding day) the first. A unit takes
 * the founding of the earliest group of a kind it is in, a district that of the earliest with a unit in it. Source: METRICS §0, B4.
 */
final class YearlyComparisons {
    private static final Comparator<EducationGroup> FIRST_FOUNDED = Comparator.comparing(
                    EducationGroup::foundedOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(EducationGroup::groupCode);

    private final Territory territory;
    private final Stage stage;
    private final NavigableMap<Integer, Set<String>> unitsOfYear;
    private final Map<Integer, Scopes> scopesOfYear = new TreeMap<>();

    /**
     * @param stage of the fact; null for all stages
     * @param unitsOfYear the units that have the fact, by school year
     */
    YearlyComparisons(Territory territory, Stage stage, NavigableMap<Integer, Set<String>> unitsOfYear) {
        this.territory = territory;
        this.stage = stage;
        this.unitsOfYear = unitsOfYear;
    }

    /** The panel units between September 1 of two years. */
    PanelUnits panel(int baseYear, int year) {
        return new PanelUnits(territory.successions(), withFact(baseYear), withFact(year));
    }

    private PanelUnits.Year withFact(int year) {
        Set<String> units = unitsOfYear.getOrDefault(year, Set.of());
        LocalDate day = SchoolYear.firstDay(year);
        return new PanelUnits.Year(
                day,
                units::contains,
                code -> Expected.of(territory, code, day, stage, () -> unitsOfYear.values().stream()
                        .anyMatch(all -> all.contains(code))));
    }

    /** The years that have something before them, or may have. */
    Set<Integer> years() {
        return unitsOfYear.keySet();
    }

    /** Every unit with the fact; with the year before (from the second year on) and with each founding. */
    List<YearComparison> units(int year) {
        List<YearComparison> all = new ArrayList<>();
        for (String code : unitsOfYear.get(year)) {
            territory.unit(code).ifPresent(unit -> {
                if (hasYearBefore(year)) {
                    all.add(YearComparison.of(unit, "", "", year - 1));
                }
                for (String kind : territory.kinds()) {
                    territory.groups(kind).stream()
                            .filter(group -> scopes(year).whole(group).codes().contains(code))
                            .min(FIRST_FOUNDED)
                            .ifPresent(group -> founding(year, List.of(code), group.foundedOn())
                                    .ifPresent(base ->
                                            all.add(YearComparison.of(unit, kind, YearComparison.FOUNDING, base))));
                }
            });
        }
        return all;
    }

    /** Every group and district with such a unit, as a whole. A district's base_founding names the kind. */
    List<YearComparison> wholes(int year) {
        List<YearComparison> all = new ArrayList<>();
        for (EducationGroup group : territory.groups()) {
            Scope now = scopes(year).whole(group);
            Scope before = scopes(year - 1).whole(group);
            add(all, year, now, group.kind(), before.codes(), group.foundedOn());
        }
        for (String district : territory.districtCodes()) {
            Scope whole = scopes(year).district(district);
            addPrevious(all, year, whole, "", whole.codes());
            for (String kind : territory.kinds()) {
                List<EducationGroup> here = touching(year, kind, whole.codes());
                if (!here.isEmpty()) {
                    addFounding(all, year, whole, kind, whole.codes(), earliest(here));
                }
            }
        }
        return all;
    }

    /** Every group's members, and the members of a kind in a district. */
    List<YearComparison> members(int year) {
        List<YearComparison> all = new ArrayList<>();
        for (EducationGroup group : territory.groups()) {
            Scope now = unnamed(scopes(year).side(group, Scopes.MEMBER));
            Scope before = scopes(year - 1).side(group, Scopes.MEMBER);
            add(all, year, now, group.kind(), before.codes(), group.foundedOn());
        }
        for (String district : territory.districtCodes()) {
            for (String kind : territory.kinds()) {
                members(year, kind, district).ifPresent(now -> {
                    List<String> before =
                            members(year - 1, kind, district).map(Scope::codes).orElse(List.of());
                    add(all, year, now, kind, before, earliest(touching(year, kind, now.codes())));
                });
            }
        }
        return all;
    }

    private Optional<Scope> members(int year, String kind, String district) {
        return scopes(year).sides(kind, district).stream()
                .filter(side -> side.side().equals(Scopes.MEMBER))
                .map(YearlyComparisons::unnamed)
                .findFirst();
    }

    /** The metric speaks of members alone, so its rows do not name the side. */
    private static Scope unnamed(Scope side) {
        return new Scope(
                side.kind(),
                "",
                side.group(),
                side.districtCode(),
                side.codes(),
                side.approximate(),
                side.membership());
    }

    private void add(
            List<YearComparison> all, int year, Scope now, String kind, List<String> codesBefore, LocalDate foundedOn) {
        addPrevious(all, year, now, kind, codesBefore);
        addFounding(all, year, now, kind, now.codes(), foundedOn);
    }

    private void addPrevious(List<YearComparison> all, int year, Scope now, String kind, List<String> codesBefore) {
        if (hasYearBefore(year) && hasFact(year, now.codes())) {
            all.add(new YearComparison(null, now, kind, "", year - 1, now.codes(), codesBefore, now.approximate()));
        }
    }

    private void addFounding(
            List<YearComparison> all, int year, Scope now, String kind, List<String> codes, LocalDate foundedOn) {
        if (hasFact(year, now.codes())) {
            founding(year, codes, foundedOn)
                    .ifPresent(base -> all.add(new YearComparison(
                            null, now, kind, YearComparison.FOUNDING, base, now.codes(), codes, now.approximate())));
        }
    }

    private boolean hasFact(int year, List<String> codes) {
        return codes.stream().anyMatch(unitsOfYear.get(year)::contains);
    }

    private boolean hasYearBefore(int year) {
        return unitsOfYear.firstKey() < year;
    }

    private List<EducationGroup> touching(int year, String kind, List<String> codes) {
        Set<String> here = new TreeSet<>(codes);
        return territory.groups(kind).stream()
                .filter(group -> scopes(year).whole(group).codes().stream().anyMatch(here::contains))
                .toList();
    }

    private static LocalDate earliest(List<EducationGroup> groups) {
        return groups.stream()
                .map(EducationGroup::foundedOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Empty where it does not lie before the year. */
    private OptionalInt founding(int year, List<String> codes, LocalDate foundedOn) {
        OptionalInt first = OptionalInt.empty();
        OptionalInt last = OptionalInt.empty();
        for (Map.Entry<Integer, Set<String>> each : unitsOfYear.entrySet()) {
            if (panel(each.getKey(), year).linked(codes).stream().anyMatch(each.getValue()::contains)) {
                first = first.isEmpty() ? OptionalInt.of(each.getKey()) : first;
                boolean before =
                        foundedOn != null && SchoolYear.firstDay(each.getKey()).isBefore(foundedOn);
                last = before ? OptionalInt.of(each.getKey()) : last;
            }
        }
        OptionalInt base = last.isPresent() ? last : first;
        return base.isPresent() && base.getAsInt() < year ? base : OptionalInt.empty();
    }

    private Scopes scopes(int year) {
        return scopesOfYear.computeIfAbsent(year, any -> Scopes.on(territory, SchoolYear.firstDay(year)));
    }
}
