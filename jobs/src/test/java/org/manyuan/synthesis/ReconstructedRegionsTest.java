package org.manyuan.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rebuilt region: its contracts accept every row, and it holds what section 7 of its dossier asks for ({@code regions/*.txt}). */
class ReconstructedRegionsTest {
    private static final Map<String, RebuiltRows> REBUILT = new HashMap<>();

    static Stream<String> regions() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../schemas/regions"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .filter(Reconstruction::isOne)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("regions")
    void itsContractsAcceptEveryRow(String region) {
        assertThat(rebuilt(region).wrong).isEmpty();
        assertThat(rebuilt(region).rows()).isBetween(500L, 100_000L);
    }

    @ParameterizedTest
    @MethodSource("regions")
    void holdsWhatTheDossierAsksFor(String region) throws IOException {
        List<String> otherwise = new ArrayList<>();
        for (String line : lines(region)) {
            String[] cells = line.split("\\|", -1);
            String value = rebuilt(region).figure(cells[0].trim(), cells[1].trim(), cells[2].trim());
            if (!value.equals(cells[3].trim())) {
                otherwise.add(line + ": found " + value);
            }
        }
        assertThat(otherwise).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("regions")
    void noSchoolIsInTwoGroupsOfOneKindAtATime(String region) {
        Map<String, String> kinds = new HashMap<>();
        rebuilt(region)
                .where("education_group", "kind=education_group,consortium,community,kindergarten_group")
                .forEach(row -> kinds.put(row.get("group_code"), row.get("kind")));
        Map<String, String> ends = new HashMap<>();
        rebuilt(region)
                .where("group_membership", "")
                .filter(row -> kinds.containsKey(row.get("group_code")))
                .sorted((left, right) -> left.get("joined_on").compareTo(right.get("joined_on")))
                .forEach(row -> {
                    String before = ends.put(kinds.get(row.get("group_code")) + row.get("school_code"), until(row));
                    assertThat(before == null || before.compareTo(row.get("joined_on")) <= 0)
                            .as(row.toString())
                            .isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource("regions")
    void theSameSeedMakesTheSameRowsAndEachSaysThatItIsSynthetic(String region) {
        List<CountyFile> first = Reconstruction.of(region, OptionalLong.empty()).files();
        List<CountyFile> again = Reconstruction.of(region, OptionalLong.empty()).files();
        for (int i = 0; i < first.size(); i++) {
            List<List<String>> rows = first.get(i).rows().get();
            assertThat(rows).isEqualTo(again.get(i).rows().get());
            int origin = first.get(i).header().indexOf("origin");
            assertThat(rows).allMatch(row -> row.get(origin).equals("synthetic"));
        }
    }

    private static String until(Map<String, String> row) {
        String left = row.getOrDefault("left_on", "");
        return left.isEmpty() ? "9999" : left;
    }

    private static List<String> lines(String region) throws IOException {
        try (InputStream table = ReconstructedRegionsTest.class.getResourceAsStream("/regions/" + region + ".txt")) {
            assertThat(table).as("a table of what " + region + " must hold").isNotNull();
            List<String> lines = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            assertThat(lines).hasSizeGreaterThan(5);
            return lines;
        }
    }

    private static RebuiltRows rebuilt(String region) {
        return REBUILT.computeIfAbsent(region, RebuiltRows::of);
    }
}
