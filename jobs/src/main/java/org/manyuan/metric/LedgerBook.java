package org.manyuan.metric;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.SchoolYear;

/**
 * The entries of a territory's ledger that a metric speaks of, opened once, in order of their number. What is only planned is not
 * there. Rules: METRICS B8.
 */
final class LedgerBook {
    private static final String PLANNED = "planned";
    private static final Set<String> IN_FORCE = Set.of("in_force", "trial");

    private final Territory territory;
    private final BuildTerms terms;
    private final List<LedgerEntry> entries;

    /** @param about whether the metric speaks of an entry */
    LedgerBook(Territory territory, TerritoryFacts facts, BuildTerms terms, Predicate<LedgerEntry> about) {
        this.territory = territory;
        this.terms = terms;
        this.entries = facts.ledger().stream()
                .filter(entry -> entry.kind() != null && !PLANNED.equals(entry.status()))
                .filter(about)
                .sorted(Comparator.comparing(LedgerEntry::entryId))
                .toList();
    }

    /** The school years of its entries, up to the build's, oldest first. */
    List<Integer> years() {
        Set<Integer> years = new TreeSet<>();
        entries.stream()
                .filter(entry -> entry.schoolYear() != null || entry.heldOn() != null)
                .forEach(entry -> years.add(yearOf(entry)));
        years.removeIf(year -> year > SchoolYear.of(terms.asOf()));
        return List.copyOf(years);
    }

    /** Every year from that of the first entry to the build's: in each of them something may be in force. */
    List<Integer> yearsSinceTheFirst() {
        List<Integer> years = years();
        return years.isEmpty()
                ? List.of()
                : IntStream.rangeClosed(years.get(0), SchoolYear.of(terms.asOf()))
                        .boxed()
                        .toList();
    }

    /** All entries. */
    List<LedgerEntry> all() {
        return entries;
    }

    /** The entries of a school year: the one that they name, else that of their day. */
    List<LedgerEntry> of(int year) {
        return entries.stream()
                .filter(entry -> entry.schoolYear() != null || entry.heldOn() != null)
                .filter(entry -> yearOf(entry) == year)
                .toList();
    }

    /** The entries that hold on some day of a school year: those that name it, and those whose days reach into it. */
    List<LedgerEntry> during(int year) {
        return entries.stream()
                .filter(entry -> entry.schoolYear() != null && entry.schoolYear() == year || reaches(entry, year))
                .toList();
    }

    private boolean reaches(LedgerEntry entry, int year) {
        return entry.heldOn() != null
                && !entry.heldOn().isAfter(terms.lastDay(year))
                && (entry.until() == null
                        ? IN_FORCE.contains(entry.status() == null ? "in_force" : entry.status())
                        : !entry.until().isBefore(SchoolYear.firstDay(year)));
    }

    /** The entries that are in force on a day; one without a status counts as in force. */
    List<LedgerEntry> inForce(LocalDate day) {
        return entries.stream()
                .filter(entry -> entry.status() == null || IN_FORCE.contains(entry.status()))
                .filter(entry -> entry.heldOn() != null && !entry.heldOn().isAfter(day))
                .filter(entry -> entry.until() == null || !entry.until().isBefore(day))
                .toList();
    }

    /** The entries about a unit. */
    static List<LedgerEntry> ofUnit(List<LedgerEntry> entries, String schoolCode) {
        return entries.stream()
                .filter(entry -> schoolCode.equals(entry.schoolCode()))
                .toList();
    }

    /** A group's entries: those that name it; of those that name no group the ones about its units. */
    static List<LedgerEntry> ofGroup(List<LedgerEntry> entries, EducationGroup group, List<String> units) {
        return entries.stream()
                .filter(entry -> entry.groupCode() == null
                        ? entry.schoolCode() != null && units.contains(entry.schoolCode())
                        : entry.groupCode().equals(group.groupCode()))
                .toList();
    }

    /** The entries about a group as such, no unit of it. */
    static List<LedgerEntry> ofGroupItself(List<LedgerEntry> entries, EducationGroup group) {
        return entries.stream()
                .filter(entry -> group.groupCode().equals(entry.groupCode()) && entry.schoolCode() == null)
                .toList();
    }

    /** The entries about units that lie in a district. */
    List<LedgerEntry> ofUnitsIn(List<LedgerEntry> these, String districtCode) {
        return these.stream()
                .filter(entry -> entry.schoolCode() != null
                        && territory.placesOf(entry.schoolCode()).contains(districtCode))
                .toList();
    }

    /** The entries about groups as such whose authority lies in a district. */
    List<LedgerEntry> ofGroupsIn(List<LedgerEntry> these, String districtCode) {
        return AuthorityGroups.of(territory, "", districtCode).stream()
                .flatMap(group -> ofGroupItself(these, group).stream())
                .toList();
    }

    /** The smallest district with rows of its own that an entry belongs to: its unit's, else its group's authority, else its own. */
    Optional<String> placeOf(LedgerEntry entry) {
        if (entry.schoolCode() != null) {
            return territory.placesOf(entry.schoolCode()).stream().findFirst();
        }
        if (entry.groupCode() != null) {
            return territory.groups().stream()
                    .filter(group -> group.groupCode().equals(entry.groupCode()))
                    .map(group -> group.authorityCode() == null ? territory.code() : group.authorityCode())
                    .map(authority -> territory.places(authority).get(0))
                    .findFirst();
        }
        return Optional.ofNullable(entry.authorityCode())
                .map(authority -> territory.places(authority).get(0));
    }

    /** Origin and digest of entries, and of the units that they are about. */
    Inputs inputs(List<LedgerEntry> these) {
        return Inputs.all(these.stream()
                .map(entry -> Inputs.of(
                        entry.schoolCode() == null
                                ? entry.origin()
                                : entry.origin().and(territory.originOf(entry.schoolCode())),
                        entry))
                .toList());
    }

    private static int yearOf(LedgerEntry entry) {
        return entry.schoolYear() != null ? entry.schoolYear() : SchoolYear.of(entry.heldOn());
    }
}
