package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricCardsTest {
    private static final String CARD = """
            ---
            id: X-01
            version: 2
            name: {zh: 数, en: Number}
            unit: {zh: 人, en: students}
            better: none
            grain: [S]
            measures:
              all: {zh: 全部, en: all}
              share: {zh: 占比, en: share}
            disclosure:
              kind: count
              persons: student
              measures: {share: rate}
              one_count: [other]
            ---

            ## 问题 Question
            """;

    @Test
    void sayWhatEachMeasureIsMadeOf() throws IOException {
        MetricCard card = read(CARD);
        assertThat(card.id()).isEqualTo("X-01");
        assertThat(card.version()).isEqualTo(2);
        assertThat(card.name()).isEqualTo(new Wording("数", "Number"));
        assertThat(card.better()).isEqualTo("none");
        assertThat(card.oneCount()).containsExactly("other");
        assertThat(card.measures().values())
                .containsExactly(
                        new CardMeasure("all", new Wording("全部", "all"), FigureKind.COUNT, "student"),
                        new CardMeasure("share", new Wording("占比", "share"), FigureKind.RATE, "student"));
    }

    @Test
    void areReadWithManyuan() {
        assertThat(MetricCards.standard().of("GAP-07").name().en()).isEqualTo("Lead–member gap (raw)");
        assertThatThrownBy(() -> MetricCards.standard().of("GAP-99"))
                .hasMessageStartingWith("there is no card of metric GAP-99 in schemas/metrics; known: ");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
            kind: count      | kind: counts       | X-01.md line 12: unknown kind counts; known: count, rate, mean, statistic, change_of_rates, change_of_counts | another word
            kind: count      | ''                 | X-01.md line 13: key kind is missing          | missing
            persons: student | persons: pupil     | X-01.md line 13: persons is student, teacher or none | nobody known
            {share: rate}    | {shares: rate}     | X-01.md line 14: the card has no measure shares | misspelt
            better: none     | better: more       | X-01.md line 6: better is one of              | another word
            disclosure:      | disclose:          | X-01.md line 11: unknown key disclose         | misspelt
            """)
    void refuseWhatTheyDoNotKnow(String line, String instead, String complaint, String reason) {
        assertThatThrownBy(() -> read(CARD.replace(line, instead)))
                .isInstanceOf(MalformedYaml.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void refuseACardWithoutAHead() {
        assertThatThrownBy(() -> read("# X-01"))
                .hasMessage("X-01.md line 1: a card begins with its head between two lines of three dashes");
    }

    private static MetricCard read(String text) throws IOException {
        return MetricCardFile.read("X-01.md", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
