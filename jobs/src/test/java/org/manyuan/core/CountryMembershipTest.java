package org.manyuan.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Origin;

/** A year of a country's monthly snapshots against a script that shares nothing with the warehouse: {@code plain_memberships.py}. */
class CountryMembershipTest {
    private static final List<SnapshotCountry.File> FILES = SnapshotCountry.files();

    @TempDir
    private static Path folder;

    private static TreeSet<String> expected;
    private static List<MembershipSpan> spans;

    @BeforeAll
    static void readTwice() throws IOException, InterruptedException {
        expected = new TreeSet<>(plainly());
        spans = MembershipSpans.of(sources());
    }

    @Test
    void everySpanAndWhenItWasKnownIsWhatThePlainScriptSays() {
        TreeSet<String> told =
                new TreeSet<>(spans.stream().map(CountryMembershipTest::line).toList());
        assertThat(told).hasSize(spans.size()).hasSizeGreaterThan(SnapshotCountry.SCHOOLS);
        assertThat(told.stream().filter(line -> !expected.contains(line)).limit(20))
                .as("only ours")
                .isEmpty();
        assertThat(expected.stream().filter(line -> !told.contains(line)).limit(20))
                .as("only the script's")
                .isEmpty();
    }

    @Test
    void theYearHasItsJoinsLeavesTransfersAndCorrections() {
        assertThat(spans.stream().map(MembershipSpan::groupCode).distinct())
                .hasSizeBetween(SnapshotCountry.GROUPS - 50, SnapshotCountry.GROUPS);
        Map<String, Long> ofSpans = events(spans.stream()
                .map(CountryMembershipTest::line)
                .map(line -> line.split(" "))
                .toList());
        Map<String, Long> ofScript =
                events(expected.stream().map(line -> line.split(" ")).toList());
        assertThat(ofSpans).isEqualTo(ofScript);
        assertThat(ofSpans.get("joined")).isGreaterThan(1000);
        assertThat(ofSpans.get("left")).isGreaterThan(300);
        assertThat(ofSpans.get("transferred")).isGreaterThan(300);
        assertThat(ofSpans.get("corrected")).isGreaterThan(500);
    }

    @Test
    void noSchoolIsInTwoGroupsOfAnExclusiveKindOnTheDaysOfTheSnapshots() {
        for (SnapshotCountry.File file : FILES) {
            Map<String, Long> groups = spans.stream()
                    .filter(span -> span.knownTo() == null
                            && span.holdsOn(file.asOf())
                            && kind(span).equals("education_group"))
                    .collect(Collectors.groupingBy(MembershipSpan::schoolCode, Collectors.counting()));
            assertThat(groups.values()).isNotEmpty().allMatch(count -> count == 1);
        }
    }

    /** Of the year, as known now: who joined, left, moved, and how many statements of days or groups were corrected. */
    private static Map<String, Long> events(List<String[]> lines) {
        Map<String, Long> events = new TreeMap<>();
        Map<String, List<String[]>> now = lines.stream()
                .filter(cell -> cell[6].equals("-"))
                .collect(Collectors.groupingBy(cell -> cell[0] + cell[2]));
        for (String[] cell : lines) {
            if (!cell[6].equals("-")) {
                boolean stands = now.getOrDefault(cell[0] + cell[2], List.of()).stream()
                        .anyMatch(other -> other[1].equals(cell[1]) && other[3].equals(cell[3]));
                events.merge(stands ? "continued" : "corrected", 1L, Long::sum);
                continue;
            }
            if (cell[3].startsWith("2024")) {
                events.merge("joined", 1L, Long::sum);
            }
            boolean moved = cell[0].equals("education_group")
                    && now.get(cell[0] + cell[2]).stream().anyMatch(other -> other[3].equals(cell[4]));
            if (!cell[4].equals("-")) {
                events.merge(moved ? "transferred" : "left", 1L, Long::sum);
            }
        }
        return events;
    }

    private static String line(MembershipSpan span) {
        return String.join(
                " ",
                kind(span),
                span.groupCode(),
                span.schoolCode(),
                span.joinedOn().toString(),
                span.leftOn() == null ? "-" : span.leftOn().toString(),
                span.knownFrom().toString(),
                span.knownTo() == null ? "-" : span.knownTo().toString(),
                span.approximate() ? span.approximateBefore().toString() : "-");
    }

    private static String kind(MembershipSpan span) {
        int group = Integer.parseInt(span.groupCode().substring(1));
        return group < SnapshotCountry.GROUPS / 2 ? "education_group" : "alliance";
    }

    private static MembershipSources sources() {
        List<StoredMembership> rows = new ArrayList<>();
        List<CountedPeriod> submissions = new ArrayList<>();
        for (SnapshotCountry.File file : FILES) {
            submissions.add(new CountedPeriod(file.name(), file.receivedAt(), file.withdrawnAt(), false));
            for (SnapshotCountry.Line line : file.lines()) {
                rows.add(new StoredMembership(
                        line.group(),
                        line.school(),
                        null,
                        null,
                        line.joined(),
                        null,
                        file.asOf(),
                        Origin.SYNTHETIC,
                        file.name(),
                        file.submitter(),
                        0,
                        null,
                        file.receivedNo(),
                        null));
            }
        }
        List<StoredGroup> groups = new ArrayList<>();
        for (int group = 0; group < SnapshotCountry.GROUPS; group++) {
            String kind = group < SnapshotCountry.GROUPS / 2 ? "education_group" : "alliance";
            groups.add(new StoredGroup("g%04d".formatted(group), kind, null, "groups", null, 0, null, 1, null));
        }
        return new MembershipSources(rows, groups, List.of(), List.of(), submissions);
    }

    private static List<String> plainly() throws IOException, InterruptedException {
        List<String[]> arrivals = new ArrayList<>();
        for (SnapshotCountry.File file : FILES) {
            StringBuilder text = new StringBuilder("kind,group,school,joined_on\n");
            file.lines()
                    .forEach(line -> text.append(
                            String.join(
                                            ",",
                                            line.kind(),
                                            line.group(),
                                            line.school(),
                                            line.joined().toString()) + "\n"));
            Files.writeString(folder.resolve(file.name()), text);
            arrivals.add(new String[] {
                file.knownFrom().toString(),
                "received",
                file.name(),
                file.submitter(),
                file.asOf().toString()
            });
            if (file.withdrawnAt() != null) {
                arrivals.add(new String[] {
                    file.withdrawnAt().toString(),
                    "withdrawn",
                    file.name(),
                    file.submitter(),
                    file.asOf().toString()
                });
            }
        }
        arrivals.sort(Comparator.comparing(arrival -> arrival[0]));
        StringBuilder order = new StringBuilder("at,what,file,submitter,as_of\n");
        arrivals.forEach(arrival -> order.append(String.join(",", arrival) + "\n"));
        Files.writeString(folder.resolve("arrivals.csv"), order);
        Path script = folder.resolve("plain_memberships.py");
        Files.copy(CountryMembershipTest.class.getResourceAsStream("plain_memberships.py"), script);
        return run(script);
    }

    private static List<String> run(Path script) throws IOException, InterruptedException {
        Path answer = folder.resolve("answer.txt");
        int exit;
        try {
            exit = new ProcessBuilder("python3.11", script.toString(), folder.toString())
                    .redirectOutput(answer.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
        } catch (IOException notFound) {
            String message =
                    "SKIPPED: a country's memberships are not held against the plain script; install python3.11";
            System.out.println(message);
            assumeTrue(false, message);
            throw notFound;
        }
        assertThat(exit).isZero();
        return Files.readAllLines(answer, StandardCharsets.UTF_8);
    }
}
