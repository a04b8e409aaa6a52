package org.manyuan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.domain.Role;
import org.manyuan.domain.SuccessionKind;
import org.manyuan.domain.Unit;

/** Addresses all that was ever said of memberships to the lines of units and kinds of group that it concerns. */
final class MembershipStatements {
    private final Map<Place, List<MembershipRow>> rows = new LinkedHashMap<>();
    private final Map<String, Set<SnapshotDay>> days = new HashMap<>();
    private final Map<String, List<SuccessionRow>> successions;
    private final Map<String, List<UnitPart>> parts;
    private final Map<String, List<GroupEnd>> ends;

    /** A line of units and a kind of group. */
    private record Place(String line, String kind) {}

    MembershipStatements(MembershipSources sources) {
        List<UnitPart> ofSchools = parts(sources.units());
        SchoolLines lines = lines(sources.successions(), ofSchools);
        List<KnownRow<StoredGroup>> groups = KnownRow.of(sources.groups(), sources.submissions());
        add(KnownRow.of(sources.memberships(), sources.submissions()), kinds(groups), lines);
        successions = KnownRow.of(sources.successions(), sources.submissions()).stream()
                .map(MembershipStatements::succession)
                .collect(Collectors.groupingBy(row -> lines.of(row.fromCode())));
        parts = ofSchools.stream().collect(Collectors.groupingBy(part -> lines.of(part.schoolCode())));
        ends = ends(groups);
    }

    /** One per line and kind of which there is a row. */
    Stream<LineStatements> all() {
        return rows.entrySet().stream().map(place -> statements(place.getKey(), place.getValue()));
    }

    /** Every snapshot of a submitter concerns every school of which it ever said something. */
    private LineStatements statements(Place place, List<MembershipRow> of) {
        return new LineStatements(
                place.kind(),
                of,
                each(of, MembershipRow::submitter, days),
                successions.getOrDefault(place.line(), List.of()),
                parts.getOrDefault(place.line(), List.of()),
                each(of, MembershipRow::groupCode, ends));
    }

    private static <T> List<T> each(
            List<MembershipRow> of, Function<MembershipRow, String> what, Map<String, ? extends Collection<T>> all) {
        return of.stream()
                .map(what)
                .distinct()
                .filter(all::containsKey)
                .flatMap(each -> all.get(each).stream())
                .toList();
    }

    private void add(List<KnownRow<StoredMembership>> known, Map<String, String> kinds, SchoolLines lines) {
        Instant first = known.stream()
                .map(each -> each.period().knownFrom())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        for (KnownRow<StoredMembership> each : known) {
            String kind = kinds.getOrDefault(each.stored().groupCode(), "education_group");
            MembershipRow row = row(each, kind, spokenFrom(each, first));
            rows.computeIfAbsent(new Place(lines.of(row.schoolCode()), kind), any -> new ArrayList<>())
                    .add(row);
            if (row.asOf() != null) {
                days.computeIfAbsent(row.submitter(), any -> new LinkedHashSet<>())
                        .add(day(row, each.period().isPatch()));
            }
        }
    }

    /** A span from the instant its file came, a snapshot of the very first hand-in from the start of its day (UTC). */
    private static Instant spokenFrom(KnownRow<StoredMembership> known, Instant first) {
        LocalDate asOf = known.stored().asOf();
        if (asOf == null) {
            return known.from();
        }
        Instant came = known.period().knownFrom();
        Instant day = asOf.atStartOfDay(ZoneOffset.UTC).toInstant();
        return came != null && (came.isAfter(first) || came.isBefore(day)) ? came : day;
    }

    private static MembershipRow row(KnownRow<StoredMembership> known, String kind, Instant from) {
        StoredMembership stored = known.stored();
        return new MembershipRow(
                stored.groupCode(),
                kind,
                stored.schoolCode(),
                role(stored.role()),
                stored.memberKind(),
                stored.joinedOn(),
                stored.leftOn(),
                stored.asOf(),
                known.submitter(),
                from,
                known.to(),
                stored.precedence(),
                stored.sourceOn(),
                stored.receivedNo(),
                stored.origin());
    }

    private static Role role(String said) {
        return said == null || said.isEmpty() ? null : Role.of(said);
    }

    private static SnapshotDay day(MembershipRow row, boolean isPatch) {
        return new SnapshotDay(
                row.submitter(),
                row.asOf(),
                isPatch,
                row.knownFrom(),
                row.knownTo(),
                row.precedence(),
                row.sourceOn(),
                row.receivedNo());
    }

    private static SuccessionRow succession(KnownRow<StoredSuccession> known) {
        StoredSuccession stored = known.stored();
        return new SuccessionRow(
                stored.fromCode(),
                stored.toCode(),
                stored.happenedOn(),
                stored.kind() == null ? SuccessionKind.RECODE : stored.kind(),
                known.from(),
                known.to(),
                stored.precedence(),
                stored.sourceOn(),
                stored.receivedNo(),
                stored.origin());
    }

    private static List<UnitPart> parts(List<Unit> units) {
        return units.stream()
                .filter(unit -> unit.partOf() != null)
                .map(unit -> new UnitPart(unit.schoolCode(), unit.partOf(), unit.openedOn(), unit.closedOn()))
                .toList();
    }

    private static SchoolLines lines(List<StoredSuccession> successions, List<UnitPart> parts) {
        SchoolLines lines = new SchoolLines();
        successions.forEach(row -> lines.join(row.fromCode(), row.toCode()));
        parts.forEach(part -> lines.join(part.schoolCode(), part.partOf()));
        return lines;
    }

    /** The kind of each group as its file of the greatest rank says now; a group of which that one says none is left out. */
    private static Map<String, String> kinds(List<KnownRow<StoredGroup>> groups) {
        Comparator<StoredGroup> byRank = Comparator.comparingInt(StoredGroup::precedence)
                .thenComparing(StoredGroup::sourceOn, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparingLong(StoredGroup::receivedNo)
                // of two words of one rank the lower one, none before any
                .thenComparing(
                        StoredGroup::kind,
                        Comparator.nullsFirst(Comparator.<String>naturalOrder()).reversed());
        Map<String, StoredGroup> last = new HashMap<>();
        groups.stream()
                .filter(known -> known.to() == null)
                .map(KnownRow::stored)
                .forEach(group -> last.merge(
                        group.groupCode(), group, (one, other) -> byRank.compare(one, other) >= 0 ? one : other));
        Map<String, String> kinds = new HashMap<>();
        last.values().stream()
                .filter(group -> group.kind() != null)
                .forEach(group -> kinds.put(group.groupCode(), group.kind()));
        return kinds;
    }

    /** All that was said of the groups of which one file said that they end. */
    private static Map<String, List<GroupEnd>> ends(List<KnownRow<StoredGroup>> groups) {
        Set<String> ended = groups.stream()
                .map(KnownRow::stored)
                .filter(group -> group.dissolvedOn() != null)
                .map(StoredGroup::groupCode)
                .collect(Collectors.toSet());
        return groups.stream()
                .filter(known -> ended.contains(known.stored().groupCode()))
                .map(MembershipStatements::end)
                .collect(Collectors.groupingBy(GroupEnd::groupCode));
    }

    private static GroupEnd end(KnownRow<StoredGroup> known) {
        StoredGroup stored = known.stored();
        return new GroupEnd(
                stored.groupCode(),
                stored.dissolvedOn(),
                known.from(),
                known.to(),
                stored.precedence(),
                stored.sourceOn(),
                stored.receivedNo());
    }
}
