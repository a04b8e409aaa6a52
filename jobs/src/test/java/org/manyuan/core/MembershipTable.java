package org.manyuan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Origin;
import org.manyuan.domain.Role;

/** Memberships as text tables: cells by bars, a dash for nothing, the last cell of a line is the reason and is not read. */
final class MembershipTable {
    private MembershipTable() {}

    /**
     * Lines {@code group | school | role | joined | as_of | submitter | …} of snapshots. Each submitter's snapshot days are those in
     * {@code days}, e.g. {@code a: 2018-05-01 2018-10-01; b: …}.
     */
    static List<MembershipRow> snapshots(String kind, String days, String table) {
        List<MembershipRow> rows = new ArrayList<>();
        for (String[] cell : cells(table)) {
            rows.add(new MembershipRow(
                    cell[0],
                    kind,
                    cell[1],
                    role(cell[2]),
                    null,
                    day(cell[3]),
                    null,
                    day(cell[4]),
                    cell[5],
                    daysOf(days, cell[5]),
                    Instant.EPOCH,
                    0,
                    null,
                    1,
                    Origin.REPORTED));
        }
        return rows;
    }

    /** Lines {@code group | school | role | joined | left | received | received_no | …} of stated spans. */
    static List<MembershipRow> stated(String kind, String table) {
        List<MembershipRow> rows = new ArrayList<>();
        for (String[] cell : cells(table)) {
            rows.add(new MembershipRow(
                    cell[0],
                    kind,
                    cell[1],
                    role(cell[2]),
                    null,
                    day(cell[3]),
                    day(cell[4]),
                    null,
                    "",
                    null,
                    instant(cell[5]),
                    0,
                    null,
                    Long.parseLong(cell[6]),
                    Origin.REPORTED));
        }
        return rows;
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
                    day(cell[3]),
                    day(cell[4]),
                    false,
                    instant(cell[5]),
                    instant(cell[6]),
                    Origin.REPORTED));
        }
        return spans;
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

    private static int[] daysOf(String days, String submitter) {
        for (String part : days.split(";")) {
            String[] words = part.strip().split("[: ]+");
            if (words[0].equals(submitter)) {
                return java.util.Arrays.stream(words)
                        .skip(1)
                        .mapToInt(day -> (int) LocalDate.parse(day).toEpochDay())
                        .toArray();
            }
        }
        throw new IllegalArgumentException("no days for " + submitter);
    }

    private static Role role(String cell) {
        return cell.equals("-") ? null : Role.of(cell);
    }

    private static LocalDate day(String cell) {
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
