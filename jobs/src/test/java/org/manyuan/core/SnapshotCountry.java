package org.manyuan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * An invented country and its twelve monthly snapshots of 2024, the same in every run: 1,400 groups and 7,000 schools that join, leave,
 * move, come back and are corrected. Two provinces hand in; the first one's May never comes, its March comes in July, its August comes
 * twice, and a wrong second October is taken back.
 */
final class SnapshotCountry {
    static final int GROUPS = 1400;
    static final int SCHOOLS = 7000;
    private static final List<String> SUBMITTERS = List.of("north", "south");

    /** A line of a snapshot. */
    record Line(String kind, String group, String school, LocalDate joined) {}

    /** A file as it came: known since, received, withdrawn (null: never). */
    record File(
            String name,
            String submitter,
            LocalDate asOf,
            Instant knownFrom,
            Instant receivedAt,
            Instant withdrawnAt,
            long receivedNo,
            List<Line> lines) {}

    private final Random random = new Random(20240101);
    private final Map<String, Line> places = new TreeMap<>();
    private final Map<String, Line> left = new TreeMap<>();
    private final List<File> files = new ArrayList<>();
    private long received;

    /** All files in the order in which they came. */
    static List<File> files() {
        SnapshotCountry country = new SnapshotCountry();
        country.handIn();
        return country.files;
    }

    private void handIn() {
        for (int school = 0; school < SCHOOLS; school++) {
            if (random.nextInt(10) < 8) {
                put(in("education_group", school, LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3280))));
            }
            if (random.nextInt(10) < 2) {
                put(in("alliance", school, LocalDate.of(2018, 1, 1).plusDays(random.nextInt(2180))));
            }
        }
        List<Line> march = List.of();
        for (int month = 1; month <= 12; month++) {
            LocalDate day = LocalDate.of(2024, month, 1);
            if (month > 1) {
                live(day);
            }
            for (String submitter : SUBMITTERS) {
                List<Line> lines = listed(submitter);
                boolean isFirst = submitter.equals(SUBMITTERS.get(0));
                if (isFirst && month == 3) {
                    march = lines;
                } else if (!(isFirst && month == 5)) {
                    come(submitter, day, day.plusDays(2), lines, null);
                }
                if (isFirst && month == 7) {
                    come(submitter, LocalDate.of(2024, 3, 1), day.plusDays(9), march, null);
                }
                if (isFirst && month == 8) {
                    come(submitter, day, day.plusDays(12), corrected(lines), null);
                }
                if (isFirst && month == 10) {
                    come(submitter, day, day.plusDays(4), lines.subList(0, lines.size() / 2), day.plusDays(11));
                }
            }
        }
    }

    /** What happened since the last snapshot, and what the clerks have found out. */
    private void live(LocalDate day) {
        for (int school = 0; school < SCHOOLS; school++) {
            for (String kind : List.of("education_group", "alliance")) {
                Line now = places.get(kind + school);
                Line old = left.get(kind + school);
                LocalDate lately = day.minusDays(random.nextInt(29));
                int dice = random.nextInt(1000);
                if (now == null && old == null && dice < 12) {
                    put(in(kind, school, lately));
                } else if (now == null && old == null && dice < 16) {
                    put(in(kind, school, day.minusDays(30L + random.nextInt(200))));
                } else if (now == null && old != null && dice < 60) {
                    put(old);
                } else if (now == null && old != null && dice < 120) {
                    put(new Line(kind, old.group(), old.school(), lately));
                } else if (now != null && dice < 10) {
                    left.put(kind + school, places.remove(kind + school));
                } else if (now != null && dice < 20) {
                    put(in(kind, school, lately));
                } else if (now != null && dice < 23) {
                    put(in(kind, school, now.joined().minusDays(random.nextInt(3))));
                } else if (now != null && dice < 33) {
                    put(new Line(kind, now.group(), now.school(), now.joined().plusDays(random.nextInt(121) - 60L)));
                }
            }
        }
    }

    /** A second file for the same day: some schools are gone, of some the day was wrong. */
    private List<Line> corrected(List<Line> lines) {
        List<Line> corrected = new ArrayList<>();
        for (Line line : lines) {
            int dice = random.nextInt(100);
            if (dice > 1) {
                corrected.add(
                        dice < 4
                                ? new Line(
                                        line.kind(),
                                        line.group(),
                                        line.school(),
                                        line.joined().minusDays(10))
                                : line);
            }
        }
        return corrected;
    }

    private Line in(String kind, int school, LocalDate joined) {
        int group = random.nextInt(GROUPS / 2) + (kind.equals("alliance") ? GROUPS / 2 : 0);
        return new Line(kind, "g%04d".formatted(group), "s%04d".formatted(school), joined);
    }

    private void put(Line line) {
        places.put(line.kind() + Integer.parseInt(line.school().substring(1)), line);
        left.remove(line.kind() + Integer.parseInt(line.school().substring(1)));
    }

    private List<Line> listed(String submitter) {
        int half = SUBMITTERS.indexOf(submitter);
        return places.values().stream()
                .filter(line -> Integer.parseInt(line.school().substring(1)) % 2 == half)
                .toList();
    }

    private void come(String submitter, LocalDate asOf, LocalDate on, List<Line> lines, LocalDate withdrawn) {
        received++;
        files.add(new File(
                "f%02d.csv".formatted(received),
                submitter,
                asOf,
                // the first hand-in speaks from its own day
                instant(asOf.getMonthValue() == 1 ? asOf : on),
                instant(on),
                withdrawn == null ? null : instant(withdrawn),
                received,
                lines));
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
