package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.Flag;
import org.manyuan.domain.IndicatorCorrelations;
import org.manyuan.domain.IndicatorCorrelations.Leaf;
import org.manyuan.domain.IndicatorCorrelations.Pair;
import org.manyuan.domain.Origin;

/** Steps 4 and 6 of METRICS C1, with numbers taken by hand. */
class CorrelatedIndicatorsTest {
    /**
     * A and B below a node N of weight .4, C beside it; group, A, B, C, score before adjustments. About their means: A −20 −10 0 10 20,
     * B −10 −20 10 0 20, C 4·A, the score −2 −1 0 1 2.
     */
    private static final String FIVE = """
            G1 | 30 | 40 | 0   | 8
            G2 | 40 | 30 | 40  | 9
            G3 | 50 | 60 | 80  | 10
            G4 | 60 | 50 | 120 | 11
            G5 | 70 | 70 | 160 | 12
            """;

    private final List<ScoredEntry> entries = new ArrayList<>();
    private final List<AssessmentScore> scores = new ArrayList<>();

    @Test
    void twoThatGoTogetherCountDouble() {
        IndicatorCorrelations found = of(FIVE);

        assertThat(found.pairs())
                .extracting(Pair::one, Pair::other)
                .as("each once")
                .hasSize(3);
        assertThat(pair(found, "A", "B").r()).as("800 / √(1000·1000)").isCloseTo(.8, within(1e-12));
        assertThat(pair(found, "A", "B").isDoubleCounting()).isFalse();
        assertThat(pair(found, "A", "C").r()).isCloseTo(1, within(1e-12));
        assertThat(found.doubleCounting()).containsExactly(pair(found, "A", "C"));
    }

    @Test
    void whoGoAgainstEachOtherDoToo() {
        IndicatorCorrelations found = of("""
                G1 | 30 | 40 | 100 | 8
                G2 | 40 | 30 | 90  | 9
                G3 | 50 | 60 | 80  | 10
                G4 | 60 | 50 | 70  | 11
                G5 | 70 | 70 | 60  | 12
                """);
        Pair pair = pair(found, "A", "C");

        assertThat(pair.r()).isCloseTo(-1, within(1e-12));
        assertThat(pair.isDoubleCounting()).isTrue();
    }

    @Test
    void theEffectiveWeightIsTheSquareOfTheCorrelationWithTheWhole() {
        List<Leaf> leaves = of(FIVE).leaves();

        assertThat(leaves).extracting(Leaf::id).containsExactly("A", "B", "C");
        assertThat(leaves.get(0).r()).isCloseTo(1, within(1e-12));
        assertThat(leaves.get(1).r()).as("80 / √(1000·10)").isCloseTo(.8, within(1e-12));
        assertThat(leaves.get(1).effectiveWeight()).isCloseTo(.64, within(1e-12));
        assertThat(leaves.get(1).n()).isEqualTo(5);
        assertThat(leaves)
                .extracting(Leaf::weight)
                .as("beside the share of the whole that the scheme gives it")
                .containsExactly(.4 * .25, .4 * .75, .6);
    }

    @Test
    void onlyThoseThatHaveBothAreLookedAtAndFewerThanFiveSayNothing() {
        IndicatorCorrelations found = of("""
                G1 | 30 | 40 | 0   | 8
                G2 | 40 | 30 | 40  | 9
                G3 | 50 | 60 | 80  | 10
                G4 | 60 | 50 | 120 | 11
                G5 | 70 | -  | 160 | 12
                G6 | 40 | 50 | -   | 9
                """);

        Pair few = pair(found, "B", "C");
        assertThat(few.n()).isEqualTo(4);
        assertThat(few.r()).isNull();
        assertThat(few.isDoubleCounting()).isFalse();
        assertThat(few.flag()).isEqualTo(Flag.K_TOO_SMALL);
        assertThat(pair(found, "A", "B").n()).isEqualTo(5);
        assertThat(pair(found, "A", "B").flag()).isEqualTo(Flag.OK);
        assertThat(found.leaves().get(2).flag()).as("C and the score: G1 to G5").isEqualTo(Flag.OK);
    }

    @Test
    void whatIsAlikeForAllGoesWithNothing() {
        IndicatorCorrelations found = of(FIVE.replaceAll("(?m)^(G.) \\| \\d+", "$1 | 50"));

        assertThat(pair(found, "A", "B").flag()).isEqualTo(Flag.ZERO_SD);
        assertThat(found.leaves().get(0).effectiveWeight()).isNull();
        assertThat(found.leaves().get(0).flag()).isEqualTo(Flag.ZERO_SD);
    }

    @Test
    void rowsInAnyOrderGiveTheSame() {
        IndicatorCorrelations found = of(FIVE);
        Collections.shuffle(entries, new Random(7));
        Collections.shuffle(scores, new Random(8));

        assertThat(CorrelatedIndicators.of(entries, scores)).isEqualTo(found);
    }

    private IndicatorCorrelations of(String table) {
        entries.clear();
        scores.clear();
        for (String line : table.strip().split("\n")) {
            String[] cells = line.strip().split("\\s*\\|\\s*");
            entries.add(entry(cells[0], "N", "", "node", 1, .4, "50"));
            entries.add(entry(cells[0], "A", "N", "leaf", 2, .25, cells[1]));
            entries.add(entry(cells[0], "B", "N", "leaf", 3, .75, cells[2]));
            entries.add(entry(cells[0], "C", "", "leaf", 4, .6, cells[3]));
            entries.add(entry(cells[0], "B1", "", "adjustment", 5, null, "-"));
            scores.add(score(cells[0], Double.valueOf(cells[4])));
        }
        return CorrelatedIndicators.of(entries, scores);
    }

    private static Pair pair(IndicatorCorrelations found, String one, String other) {
        return found.pairs().stream()
                .filter(pair -> pair.one().equals(one) && pair.other().equals(other))
                .findFirst()
                .orElseThrow();
    }

    private static ScoredEntry entry(
            String group, String id, String parent, String kind, int position, Double weight, String normalised) {
        Double score = normalised.equals("-") ? null : Double.valueOf(normalised);
        return new ScoredEntry("s", 2024, group, "", id, parent, kind, position, id, weight, score);
    }

    private static AssessmentScore score(String group, Double raw) {
        return new AssessmentScore(
                "s",
                1,
                "370305",
                group,
                "",
                2024,
                LocalDate.of(2025, 8, 31),
                raw + 2,
                raw,
                1.0,
                null,
                2L,
                0L,
                Flag.OK,
                "",
                Origin.REPORTED);
    }
}
