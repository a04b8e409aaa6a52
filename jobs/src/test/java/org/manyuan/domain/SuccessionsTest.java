package org.manyuan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SuccessionsTest {
    private static final String ROWS = """
            A B 2021-09-01
            C D 2020-09-01
            B E 2023-09-01
            D E 2023-09-01
            E F 2023-09-01
            """;

    @Test
    void theyGoByDayAndOnOneDayPredecessorsFirst() {
        assertThat(lines(of(ROWS).inOrder())).isEqualTo("C D, A B, B E, D E, E F");
    }

    @Test
    void aRowThatClosesACircleIsRefused() {
        Successions successions = of(ROWS + "F A 2024-09-01\nG G 2024-09-01\n");
        assertThat(lines(successions.refused()))
                .as("a school that kept its code is no circle")
                .isEqualTo("F A");
        assertThat(lines(successions.inOrder())).isEqualTo("C D, A B, B E, D E, E F");
        assertThat(lines(of("A B 2023-09-01\nB A 2023-09-01\n").refused()))
                .as("on one day")
                .isEqualTo("B A");
    }

    @Test
    void aPanelUnitIsAllThatIsLinkedBetweenTwoDays() {
        assertThat(linked("F", "2022-06-15", "2024-06-15")).isEqualTo("B D E F");
        assertThat(linked("B", "2022-06-15", "2024-06-15"))
                .as("from either end")
                .isEqualTo("B D E F");
        assertThat(linked("F", "2019-06-15", "2024-06-15")).isEqualTo("A B C D E F");
        assertThat(linked("B", "2021-09-01", "2023-08-31"))
                .as("on the line: after the one, until the other")
                .isEqualTo("B");
        assertThat(linked("B", "2021-08-31", "2023-08-31")).isEqualTo("A B");
        assertThat(linked("X", "2019-06-15", "2024-06-15")).isEqualTo("X");
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        List<String> rows = new ArrayList<>((ROWS + "F A 2024-09-01\n").lines().toList());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(rows, new Random(seed));
            Successions successions = of(String.join("\n", rows));
            assertThat(lines(successions.inOrder())).isEqualTo("C D, A B, B E, D E, E F");
            assertThat(lines(successions.refused())).isEqualTo("F A");
        }
    }

    @Test
    void aLongChainIsNoTrouble() {
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            chain.append("c%04d c%04d 2020-01-01\n".formatted(i, i + 1));
        }
        assertThat(of(chain.toString()).linked("c0000", LocalDate.MIN, LocalDate.MAX))
                .hasSize(3001);
    }

    private static String linked(String code, String after, String until) {
        return String.join(" ", of(ROWS).linked(code, LocalDate.parse(after), LocalDate.parse(until)));
    }

    private static Successions of(String rows) {
        return Successions.of(rows.lines()
                .map(row -> row.strip().split(" "))
                .map(cell -> new SchoolSuccession(
                        cell[0], cell[1], LocalDate.parse(cell[2]), SuccessionKind.RECODE, Origin.REPORTED))
                .toList());
    }

    private static String lines(List<SchoolSuccession> rows) {
        return rows.stream().map(row -> row.fromCode() + " " + row.toCode()).collect(Collectors.joining(", "));
    }
}
