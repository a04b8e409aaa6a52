package org.manyuan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.manyuan.contract.OtherWeights;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Schemes;
import org.manyuan.domain.AssessmentRank;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.Flag;
import org.manyuan.domain.Origin;

/** What is told of groups under their scheme's weights and under others. */
class TryWeightsTest {
    private static final Scheme DEMO = Schemes.all().stream()
            .filter(scheme -> scheme.id().equals("demo-2024"))
            .findFirst()
            .orElseThrow();

    @Test
    void tellsWhichWeightsWouldBeOthersAndWhoseScoresChangeTheirOrder() {
        Scheme other = OtherWeights.on(
                DEMO, "w.yaml", new ByteArrayInputStream("N1: 0.4\nN2: 0.5".getBytes(StandardCharsets.UTF_8)));
        TryWeights.Tried tried = TryWeights.tried(DEMO, other, groups("""
                        A | 80 | 1 | 1   | 2
                        B | 70 | 2 | 1.5 | 3
                        C | 70 | 2 | 1.5 | 3
                        D | 20 | 4 | 3.5 | 4
                        E | -  | - | -   | -
                        """, Set.of()), groups("""
                        A | 75 | 2 | 1   | 3
                        B | 90 | 1 | 1   | 1
                        C | 60 | 3 | 2   | 3
                        D | 20 | 4 | 4   | 4
                        E | -  | - | -   | -
                        """, Set.of()));

        assertThat(tried.weights())
                .extracting(TryWeights.ChangedWeight::id)
                .as("N1 is named with the weight that it has")
                .containsExactly("N2", "N3");
        assertThat(tried.groups()).hasSize(5);
        assertThat(tried.reordered())
                .containsExactly(
                        new TryWeights.Reordered("A", "B", "A", "B", false, false),
                        new TryWeights.Reordered("B", "C", null, "B", false, true));
    }

    @Test
    void aPlaceNamesThoseWhoseIntervalsItsOwnTouchesOrHolds() {
        List<AssessedGroup> groups = groups("""
                        A | 82.6 | 1 | 1   | 4.5
                        B | 30.9 | 2 | 4.5 | 7
                        C | 20   | 3 | 6   | 7
                        E | -    | - | -   | -
                        """, Set.of());

        assertThat(groups)
                .extracting(
                        group -> group.place() == null ? null : group.place().notDistinguishableFrom())
                .containsExactly(List.of("B"), List.of("A", "C"), List.of("B"), null);
        assertThat(groups.get(3).flag()).isEqualTo(Flag.MISSING_INPUT);
        assertThat(groups.get(0).name()).isEqualTo("甲集团");
        assertThat(groups.get(1).name()).as("without a name its code").isEqualTo("B");
        assertThat(groups.get(0).marks()).containsExactly("equal_assumed", "proxy");
    }

    @Test
    void whatAReleaseWithholdsIsNotToldAndNobodyIsComparedWithIt() {
        List<AssessedGroup> groups = groups("""
                        A | 82.6 | 1 | 1 | 2
                        B | 80   | 2 | 1 | 2
                        """, Set.of("B"));

        assertThat(groups.get(1).score()).isNull();
        assertThat(groups.get(1).place()).isNull();
        assertThat(groups.get(1).flag()).isEqualTo(Flag.SUPPRESSED);
        assertThat(groups.get(0).place().notDistinguishableFrom()).isEmpty();
    }

    /** Group, score, place and the ends of its interval. */
    private static List<AssessedGroup> groups(String table, Set<String> withheld) {
        List<String[]> rows = table.strip()
                .lines()
                .map(line -> line.strip().split("\\s*\\|\\s*"))
                .toList();
        return AssessedGroup.of(
                        rows.stream().map(TryWeightsTest::score).toList(),
                        rows.stream().map(TryWeightsTest::rank).toList(),
                        Map.of("A", "甲集团"),
                        WaitingUnits.none())
                .stream()
                .map(group -> group.without(withheld))
                .toList();
    }

    private static AssessmentScore score(String[] row) {
        Double score = number(row[1]);
        return new AssessmentScore(
                DEMO.id(),
                DEMO.version(),
                "D",
                row[0],
                "",
                DEMO.assessedYear(),
                LocalDate.of(2025, 8, 31),
                score,
                score,
                1.0,
                null,
                2L,
                0L,
                score == null ? Flag.MISSING_INPUT : Flag.OK,
                "equal_assumed,proxy",
                Origin.SYNTHETIC);
    }

    private static AssessmentRank rank(String[] row) {
        Double place = number(row[2]);
        return new AssessmentRank(
                DEMO.id(),
                DEMO.version(),
                "D",
                row[0],
                "",
                DEMO.assessedYear(),
                LocalDate.of(2025, 8, 31),
                place,
                4L,
                place,
                number(row[3]),
                number(row[4]),
                1L,
                place == null ? null : 0.5,
                null,
                0L,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                2000L,
                Flag.OK,
                "",
                Origin.SYNTHETIC);
    }

    private static Double number(String cell) {
        return cell.equals("-") ? null : Double.valueOf(cell);
    }
}
