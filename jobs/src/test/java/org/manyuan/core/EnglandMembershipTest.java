package org.manyuan.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.manyuan.EnglandFiles;
import org.manyuan.EnglandFiles.Place;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Role;

/** England's multi-academy trusts: the three real snapshots against a second, plain computation of the same rules. */
class EnglandMembershipTest {
    private static final List<LocalDate> DAYS = EnglandFiles.DAYS;
    private static final List<Integer> MEMBERS = List.of(6234, 6792, 7259);

    /** Joins, leaves, transfers, wrong groups, wrong joined days, as counted once outside of Java. */
    private static final List<List<Integer>> EVENTS = List.of(List.of(603, 45, 98, 5, 9), List.of(512, 45, 49, 0, 9));

    private static final List<Map<String, Place>> FILES = new ArrayList<>();
    private static final List<MembershipSpan> SPANS = new ArrayList<>();

    @BeforeAll
    static void read() {
        EnglandFiles files = EnglandFiles.found();
        Map<String, List<Record>> bySchool = new TreeMap<>();
        List<SnapshotDay> days = DAYS.stream()
                .map(day -> MembershipTable.day(" | " + day + " | " + day + " | - | 1"))
                .toList();
        for (LocalDate day : DAYS) {
            Map<String, Place> places = files.members(day);
            FILES.add(places);
            places.forEach((urn, place) -> bySchool.computeIfAbsent(urn, any -> new ArrayList<>(days))
                    .addAll(MembershipTable.rows(
                            "education_group",
                            String.join(
                                    " | ",
                                    place.trust(),
                                    urn,
                                    "-",
                                    place.joined().toString(),
                                    "-",
                                    day.toString(),
                                    "",
                                    day.toString(),
                                    "-",
                                    "1"))));
        }
        bySchool.values()
                .forEach(said -> SPANS.addAll(LineMemberships.of(MembershipTable.statements("education_group", said))));
    }

    @Test
    void asKnownOnEachSnapshotsDayTheOpenMembersAreTheFilesRows() {
        for (int i = 0; i < DAYS.size(); i++) {
            LocalDate day = DAYS.get(i);
            Map<String, Place> open = new HashMap<>();
            knownOn(day).stream().filter(span -> span.holdsOn(day)).forEach(span -> assertThat(
                            open.put(span.schoolCode(), new Place(span.groupCode(), span.joinedOn())))
                    .as("second membership of %s on %s", span.schoolCode(), day)
                    .isNull());
            assertThat(open).hasSize(MEMBERS.get(i)).isEqualTo(FILES.get(i));
        }
    }

    @Test
    void joinsLeavesTransfersAndCorrectionsAreThoseOfTheFiles() {
        for (int i = 1; i < DAYS.size(); i++) {
            assertThat(eventsOfSpans(i))
                    .as("joins, leaves, transfers, wrong groups, wrong joined days of %s", DAYS.get(i))
                    .isEqualTo(eventsOfFiles(i))
                    .isEqualTo(EVENTS.get(i - 1));
        }
    }

    @Test
    void whatIsKnownNowIsWhatThePlainRulesSay() {
        TreeSet<String> expected = new TreeSet<>();
        TreeSet<String> schools = new TreeSet<>();
        FILES.forEach(file -> schools.addAll(file.keySet()));
        schools.forEach(urn -> expected.addAll(plainSpans(urn)));
        TreeSet<String> known = new TreeSet<>();
        SPANS.stream()
                .filter(span -> span.knownTo() == null)
                .forEach(span -> known.add(
                        span.schoolCode() + " " + span.groupCode() + " " + span.joinedOn() + " " + span.leftOn()));
        assertThat(known).hasSizeGreaterThan(7259).isEqualTo(expected);
    }

    @Test
    void whatRestsOnAStatedDayBeforeTheFirstSnapshotIsApproximate() {
        assertThat(SPANS).allMatch(span -> span.approximate() == span.joinedOn().isBefore(DAYS.get(0)));
    }

    @Test
    void everyTrustHasOneDerivedLeadOnEverySnapshotsDay() {
        Map<String, List<MembershipSpan>> byTrust = SPANS.stream()
                .collect(Collectors.groupingBy(MembershipSpan::groupCode, TreeMap::new, Collectors.toList()));
        byTrust.replaceAll((trust, spans) -> new GroupRoles(true, Map.of()).of(spans));
        for (int i = 0; i < DAYS.size(); i++) {
            LocalDate day = DAYS.get(i);
            Map<String, String> first = new TreeMap<>();
            FILES.get(i)
                    .forEach((urn, place) -> first.merge(
                            place.trust(), place.joined() + " " + urn, (a, b) -> a.compareTo(b) <= 0 ? a : b));
            Map<String, String> leads = new TreeMap<>();
            byTrust.values().stream()
                    .flatMap(List::stream)
                    .filter(span -> isKnownOn(span, day) && span.holdsOn(day) && span.role() == Role.LEAD)
                    .forEach(span -> assertThat(leads.put(span.groupCode(), span.schoolCode()))
                            .isNull());
            first.replaceAll((trust, best) -> best.substring(best.indexOf(' ') + 1));
            assertThat(leads).isEqualTo(first);
        }
    }

    /** joins, leaves, transfers, wrong groups, wrong joined days: out of what each state of knowledge has that the one before had not. */
    private static List<Integer> eventsOfSpans(int file) {
        Map<String, MembershipSpan> before = openOn(DAYS.get(file - 1));
        Map<String, MembershipSpan> after = openOn(DAYS.get(file));
        List<MembershipSpan> now = knownOn(DAYS.get(file));
        int joins = 0;
        int leaves = 0;
        int transfers = 0;
        int wrongGroup = 0;
        int wrongDay = 0;
        for (MembershipSpan span : after.values()) {
            joins += before.containsKey(span.schoolCode()) ? 0 : 1;
        }
        for (MembershipSpan span : before.values()) {
            boolean kept = now.stream()
                    .filter(later -> later.schoolCode().equals(span.schoolCode()))
                    .anyMatch(later -> later.equals(span));
            if (kept) {
                continue;
            }
            MembershipSpan ended = now.stream()
                    .filter(later -> later.schoolCode().equals(span.schoolCode())
                            && later.groupCode().equals(span.groupCode())
                            && later.joinedOn().equals(span.joinedOn()))
                    .findAny()
                    .orElse(null);
            MembershipSpan open = after.get(span.schoolCode());
            if (open != null && open.groupCode().equals(span.groupCode())) {
                wrongDay++;
            } else if (ended == null) {
                wrongGroup++;
            } else if (open == null) {
                leaves++;
            } else {
                transfers++;
            }
        }
        return List.of(joins, leaves, transfers, wrongGroup, wrongDay);
    }

    private static List<Integer> eventsOfFiles(int file) {
        Map<String, Place> before = FILES.get(file - 1);
        Map<String, Place> after = FILES.get(file);
        int joins = (int)
                after.keySet().stream().filter(urn -> !before.containsKey(urn)).count();
        int leaves = (int)
                before.keySet().stream().filter(urn -> !after.containsKey(urn)).count();
        int transfers = 0;
        int wrongGroup = 0;
        int wrongDay = 0;
        for (Map.Entry<String, Place> entry : before.entrySet()) {
            Place old = entry.getValue();
            Place now = after.get(entry.getKey());
            if (now != null && !now.trust().equals(old.trust())) {
                boolean moved = now.joined().isAfter(old.joined());
                transfers += moved ? 1 : 0;
                wrongGroup += moved ? 0 : 1;
            } else if (now != null && !now.joined().equals(old.joined())) {
                wrongDay++;
            }
        }
        return List.of(joins, leaves, transfers, wrongGroup, wrongDay);
    }

    /** The rules by hand on the at most three lines of a school. */
    private static List<String> plainSpans(String urn) {
        List<Place> runs = new ArrayList<>();
        List<Integer> lastFiles = new ArrayList<>();
        for (int i = 0; i < DAYS.size(); i++) {
            Place place = FILES.get(i).get(urn);
            if (place == null) {
                continue;
            }
            int last = runs.size() - 1;
            if (last >= 0
                    && lastFiles.get(last) == i - 1
                    && runs.get(last).trust().equals(place.trust())) {
                runs.set(last, place);
                lastFiles.set(last, i);
            } else {
                runs.add(place);
                lastFiles.add(i);
            }
        }
        List<String> spans = new ArrayList<>();
        for (int r = 0; r < runs.size(); r++) {
            Place run = runs.get(r);
            int missed = lastFiles.get(r) + 1;
            boolean moved = missed < DAYS.size() && FILES.get(missed).containsKey(urn);
            LocalDate left =
                    missed == DAYS.size() ? null : moved ? runs.get(r + 1).joined() : DAYS.get(missed);
            boolean neverWas = left != null && !left.isAfter(run.joined());
            boolean neverLeft = left != null
                    && runs.stream()
                            .skip(r + 1)
                            .anyMatch(later -> later.trust().equals(run.trust())
                                    && later.joined().isBefore(left));
            if (!neverWas && !neverLeft) {
                spans.add(urn + " " + run.trust() + " " + run.joined() + " " + left);
            }
        }
        return spans;
    }

    private static Map<String, MembershipSpan> openOn(LocalDate day) {
        Map<String, MembershipSpan> open = new TreeMap<>();
        knownOn(day).stream()
                .filter(span -> span.holdsOn(day))
                .forEach(span -> open.put(span.schoolCode(), span.known(null, null)));
        return open;
    }

    private static List<MembershipSpan> knownOn(LocalDate day) {
        return SPANS.stream()
                .filter(span -> isKnownOn(span, day))
                .map(span -> span.known(null, null))
                .toList();
    }

    private static boolean isKnownOn(MembershipSpan span, LocalDate day) {
        Instant instant = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return !span.knownFrom().isAfter(instant) && (span.knownTo() == null || instant.isBefore(span.knownTo()));
    }
}
