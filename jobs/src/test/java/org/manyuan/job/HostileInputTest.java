package org.manyuan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manyuan.store.ChildJvm;

/** What must become of each hostile input: in processes with little memory, so that one that fills it fails. */
class HostileInputTest {
    private static final String LITTLE = "-Xmx256m";
    private static final String AS_PROMISED = "-Xmx1g";

    @TempDir
    static Path folder;

    private static Map<String, String> outcomes;

    @BeforeAll
    static void handThemIn() throws IOException {
        outcomes = outcomes(LITTLE, "small");
    }

    static List<HostileSample> small() {
        return HostileSamples.small();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("small")
    void isTakenOrRefusedAsItMust(HostileSample sample) {
        assertThat(outcomes.get(sample.id())).as(sample.what()).isEqualTo(sample.expected());
    }

    @Test
    void theLargestFillNoMemory() throws IOException {
        Map<String, String> large = outcomes(AS_PROMISED, "large");

        assertThat(HostileSamples.large())
                .allSatisfy(sample ->
                        assertThat(large.get(sample.id())).as(sample.what()).isEqualTo(sample.expected()));
    }

    @Test
    void theCommittedListIsWhatIsRun() throws IOException {
        assertThat(HostileList.committed()).isEqualTo(HostileList.made());
        assertThat(HostileList.made().stream().map(line -> line.split(",")[0])).doesNotHaveDuplicates();
        assertThat(HostileList.made()).hasSizeGreaterThan(150);
    }

    private static Map<String, String> outcomes(String memory, String which) throws IOException {
        Process child = ChildJvm.start(
                List.of(memory, "-XX:+UseSerialGC"),
                HostileRun.class,
                which,
                folder.resolve(which).toString());
        Map<String, String> outcomes = new HashMap<>();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                String[] cells = line.split("\t");
                if (cells.length == 3) {
                    outcomes.put(cells[0], cells[1]);
                }
            }
        }
        assertThat(child.onExit().join().exitValue()).isZero();
        return outcomes;
    }
}
