package org.manyuan.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Origin;
import org.manyuan.domain.Role;
import org.manyuan.domain.SuccessionKind;

/** Memberships as text tables: cells by bars, a dash for nothing, the last cell of a line is the reason and is not read. */
final class MembershipTable {
    private MembershipTable() {}

    /**
     * Lines {@code group | school | role | joined | as_of | submitter | …} of snapshots that speak from their days. Each submitter's
     * snapshot days are those in {@code days}, e.g. {@code a: 2018-05-01 2018-10-01; b: …}.
     */
    static List<Record> snapshots(String kind, String days, String table) {
        List<Record> statements = new ArrayList<>();
        for (String part : days.split(";")) {
            String[] words = part.strip().split("[: ]+");
            for (String day : List.of(words).subList(1, words.length)) {
                statements.add(day(words[0] + " | " + day + " | " + day + " | - | 1"));
            }
        }
        for (String[] cell : cells(table)) {
            statements.add(row(kind, cell[0], cell[1], cell[2], cell[3], "-", cell[4], cell[5], cell[4], "-", "1"));
        }
        return statements;
    }

    /** A line {@code submitter | as_of | known from | known to | received_no | patch or nothing}: a file with a snapshot of that day. */
    static SnapshotDay day(String line) {
        String[] cell = line.strip().split("\\s*\\|\\s*");
        return new SnapshotDay(
                cell[0],
                date(cell[1]),
                cell.length > 5 && cell[5].equals("patch"),
                instant(cell[2]),
                instant(cell[3]),
                0,
                null,
                Long.parseLong(cell[4]));
    }

    /**
     * Lines {@code group | school | role | joined | left | as_of | submitter | known from | known to | received_no | …}: snapshots and
     * stated spans.
     */
    static List<Record> rows(String kind, String table) {
        return cells(table).stream()
                .<Record>map(cell -> row(
                        kind, cell[0], cell[1], cell[2], cell[3], cell[4], cell[5], cell[6], cell[7], cell[8], cell[9]))
                .toList();
    }

    /** Lines {@code group | school | role | joined | left | received | received_no | …} of stated spans. */
    static List<Record> stated(String kind, String table) {
        return cells(table).stream()
                .<Record>map(
                        cell -> row(kind, cell[0], cell[1], cell[2], cell[3], cell[4], "-", "", cell[5], "-", cell[6]))
                .toList();
    }

    /** Lines {@code from | to | happened | kind | known from | known to | received_no | …}. */
    static List<Record> successions(String table) {
        return cells(table).stream()
                .<Record>map(cell -> new SuccessionRow(
                        cell[0],
                        cell[1],
                        date(cell[2]),
                        SuccessionKind.of(cell[3]),
                        instant(cell[4]),
                        instant(cell[5]),
                        0,
                        null,
                        Long.parseLong(cell[6]),
                        Origin.REPORTED))
                .toList();
    }

    /** Lines {@code unit | school | opened | closed | …}. */
    static List<Record> parts(String table) {
        return cells(table).stream()
                .<Record>map(cell -> new UnitPart(cell[0], cell[1], date(cell[2]), date(cell[3])))
                .toList();
    }

    /** Lines {@code group | dissolved | known from | known to | received_no | …}. */
    static List<Record> ends(String table) {
        return cells(table).stream()
                .<Record>map(cell -> new GroupEnd(
                        cell[0], date(cell[1]), instant(cell[2]), instant(cell[3]), 0, null, Long.parseLong(cell[4])))
                .toList();
    }

    private static MembershipRow row(
            String kind,
            String group,
            String school,
            String role,
            String joined,
            String left,
            String asOf,
            String submitter,
            String knownFrom,
            String knownTo,
            String receivedNo) {
        return new MembershipRow(
                group,
                kind,
                school,
                role(role),
                null,
                date(joined),
                date(left),
                date(asOf),
                submitter,
                instant(knownFrom),
                instant(knownTo),
                0,
                null,
                Long.parseLong(receivedNo),
                Origin.REPORTED);
    }

    /** Lines {@code group | school | role | joined | left | known from | known to | …}. */
    static List<MembershipSpan> spans(String table) {
        List<MembershipSpan> spans = new ArrayList<>();
        for (String[] cell : cells(table)) {
            spans.add(new MembershipSpan(
                    cell[0],
                    cell[1],
                    role(cell[2]),
                    null,
                    date(cell[3]),
                    date(cell[4]),
                    false,
                    instant(cell[5]),
                    instant(cell[6]),
                    Origin.REPORTED));
        }
        return spans;
    }

    /** That the statements give these spans, in any order of theirs. */
    static void assertHistory(List<Record> statements, String expected) {
        String kind = those(statements, MembershipRow.class).get(0).kind();
        List<Record> shuffled = new ArrayList<>(statements);
        for (int seed = 0; seed < 10; seed++) {
            assertThat(lines(LineMemberships.of(statements(kind, shuffled)))).isEqualTo(expected(expected));
            Collections.shuffle(shuffled, new Random(seed));
        }
    }

    /** Rows, snapshots, successions, parts and ends as one line and kind has them. */
    static LineStatements statements(String kind, List<Record> all) {
        return new LineStatements(
                kind,
                those(all, MembershipRow.class),
                those(all, SnapshotDay.class),
                those(all, SuccessionRow.class),
                those(all, UnitPart.class),
                those(all, GroupEnd.class));
    }

    private static <T> List<T> those(List<Record> all, Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Spans as lines {@code group school role joined left known-from known-to}, in order; {@code ~day}: approximate before it. */
    static String lines(List<MembershipSpan> spans) {
        return spans.stream()
                .sorted(Comparator.comparing(MembershipSpan::knownFrom)
                        .thenComparing(MembershipSpan::joinedOn)
                        .thenComparing(MembershipSpan::schoolCode)
                        .thenComparing(MembershipSpan::groupCode)
                        .thenComparing(span -> text(span.leftOn())))
                .map(span -> String.join(
                        " ",
                        span.groupCode(),
                        span.schoolCode(),
                        span.role() == null ? "-" : span.role().code(),
                        text(span.joinedOn()),
                        text(span.leftOn()),
                        text(span.knownFrom()),
                        text(span.knownTo()) + (span.approximate() ? " ~" + span.approximateBefore() : "")))
                .collect(Collectors.joining("\n"));
    }

    /** The lines of a table without the reason after the last bar. */
    static String expected(String table) {
        return table.strip()
                .lines()
                .map(line -> line.substring(0, line.lastIndexOf('|')).strip().replaceAll(" +", " "))
                .collect(Collectors.joining("\n"));
    }

    private static List<String[]> cells(String table) {
        return table.strip()
                .lines()
                .map(line -> line.strip().split("\\s*\\|\\s*"))
                .toList();
    }

    private static Role role(String cell) {
        return cell.equals("-") ? null : Role.of(cell);
    }

    private static LocalDate date(String cell) {
        return cell.equals("-") ? null : LocalDate.parse(cell);
    }

    private static Instant instant(String cell) {
        return cell.equals("-") ? null : LocalDate.parse(cell).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static String text(Object value) {
        return value == null
                ? "-"
                : value instanceof Instant instant
                        ? instant.atZone(ZoneOffset.UTC).toLocalDate().toString()
                        : value.toString();
    }
}
