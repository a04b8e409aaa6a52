package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every sample that must pass passes whole; every one that must fail fails for the reason it is named after, and for that alone. */
class SamplesTest {
    private static References known;

    @BeforeAll
    static void takesWhatPassesInOrderOfDependency() {
        References.Builder learned = References.builder("cn");
        for (Contract contract : Contracts.all()) {
            for (Path file : SampleFolder.files(contract.dataset(), "pass")) {
                Match match = match(file);
                assertThat(match.problems()).as(file.toString()).isEmpty();
                Rows rows = rows(match, file, learned.build());
                Learned.from(rows, contract.dataset(), learned);
            }
        }
        known = learned.build();
    }

    @TestFactory
    Stream<DynamicTest> samplesThatPass() {
        return Contracts.all().stream().flatMap(contract -> SampleFolder.files(contract.dataset(), "pass").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Match match = match(file);
                    assertThat(match.binding().contract().dataset()).isEqualTo(contract.dataset());
                    Rows rows = rows(match, file, known);
                    assertThat(rows.rejects()).isEmpty();
                    assertThat(rows.accepted()).isNotEmpty();
                })));
    }

    @TestFactory
    Stream<DynamicTest> samplesThatFail() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Contract contract : Contracts.all()) {
            List<String> expected = lines(SampleFolder.of(contract.dataset()).resolve("expected.csv"));
            for (Path file : SampleFolder.files(contract.dataset(), "fail")) {
                List<String> reasons = expected.stream()
                        .map(line -> TextLines.cells(line, ','))
                        .filter(cells -> cells.get(0).equals(file.getFileName().toString()))
                        .map(cells -> cells.get(3) + " " + cells.get(1) + ":" + cells.get(2))
                        .toList();
                tests.add(DynamicTest.dynamicTest(name(file), () -> {
                    assertThat(reasons).as("expected.csv names it").isNotEmpty();
                    assertThat(complaints(file)).containsExactlyElementsOf(reasons);
                }));
            }
        }
        return tests.stream();
    }

    private static List<String> complaints(Path file) {
        Match match = match(file);
        if (match.binding() != null) {
            return rows(match, file, known).rejects().stream().distinct().toList();
        }
        assertThat(match.problems()).allSatisfy(problem -> {
            assertThat(problem.english()).doesNotContain("{").isNotBlank();
            assertThat(problem.chinese()).doesNotContain("{").containsPattern("\\p{IsHan}");
        });
        return match.problems().stream()
                .map(problem -> "0 " + problem.code() + ":" + problem.column().split(" ")[0])
                .toList();
    }

    /** What must fail is handed in under its dataset's name, for its own name tells the reason. */
    private static Match match(Path file) {
        List<String> lines = lines(file);
        String dataset = file.getParent().getParent().getFileName().toString();
        boolean failing = file.getParent().endsWith("fail");
        String name = (failing ? dataset + " " : "") + file.getFileName();
        return HeaderMatch.bind(
                Contracts.all(), new Header(TextLines.cells(lines.get(0), ','), 1), new SourceName(name, null));
    }

    private static Rows rows(Match match, Path file, References references) {
        List<String> lines = lines(file);
        return Rows.read(match.binding(), references, lines.subList(1, lines.size()));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getParent().getParent().getFileName() + " " + file.getFileName();
    }
}
