package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CardTextTest {
    @Test
    void isReadLanguageByLanguage() {
        List<CardText.Part> parts = CardText.read("""
                ---
                id: X-01
                ---

                ## 问题 Question

                差多少?
                两行。

                How much?

                ## 边界 Edge cases

                - 没有学校:空值。No school: null.

                ## 来源 Source

                METRICS B2。
                """);

        assertThat(parts)
                .containsExactly(
                        new CardText.Part(new Wording("问题", "Question"), new Wording("差多少?\n两行。", "How much?")),
                        new CardText.Part(
                                new Wording("边界", "Edge cases"),
                                new Wording("- 没有学校:空值。No school: null.", "- 没有学校:空值。No school: null.")),
                        new CardText.Part(new Wording("来源", "Source"), new Wording("METRICS B2。", "METRICS B2。")));
    }

    @Test
    void everyCardHasBothLanguagesInEveryPart() {
        for (MetricCard card : MetricCards.standard().all()) {
            assertThat(CardText.of(card.id()))
                    .as(card.id())
                    .hasSizeGreaterThan(4)
                    .allSatisfy(part -> {
                        assertThat(part.text().zh()).isNotBlank();
                        assertThat(part.text().en()).isNotBlank();
                    });
        }
    }

    @Test
    void aMetricWithoutACardHasNone() {
        assertThatThrownBy(() -> CardText.of("X-99")).hasMessageContaining("schemas/metrics/X-99.md");
    }
}
