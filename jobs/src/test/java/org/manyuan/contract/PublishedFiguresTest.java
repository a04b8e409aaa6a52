package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of published figures is read as it is written, and a key that would be dropped is refused. */
class PublishedFiguresTest {
    private static final String FILE = """
            region: "370305"
            figures:
              - {id: F-1, count: ledger, sum: value, to: 2024-12-31, greatest: 10, remark: {zh: 另一读法, en: Another reading}}
              - {id: F-2, recorded: true}
            """;

    @Test
    void readsWhatIsWritten() {
        PublishedFigure first = PublishedFigures.read("test.yaml", bytes(FILE)).get(0);
        PublishedFigure second = PublishedFigures.read("test.yaml", bytes(FILE)).get(1);

        assertThat(first.greatest()).isEqualTo(10.0);
        assertThat(first.remark()).isEqualTo(new Wording("另一读法", "Another reading"));
        assertThat(first.because()).isEqualTo(new Wording("", ""));
        assertThat(second.shape()).isNull();
        assertThat(second.remark()).isEqualTo(new Wording("", ""));
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            recorded: true        | recorded: true, note: 若另计则为 83     | unknown key note       | what nobody would see
            en: Another reading   | fr: Autre                         | unknown key fr         | no such language
            , en: Another reading | ``                                | key en is missing      | told in one language
            id: F-2               | id: F-1                           | F-1 stands here twice  | one id for two
            count: ledger         | count: entries                    | there is no relation   | no such rows
            """)
    void refusesWhatIsWrong(String right, String wrong, String message, String why) {
        assertThat(FILE).contains(right);
        assertThatThrownBy(() -> PublishedFigures.read("test.yaml", bytes(FILE.replace(right, wrong))))
                .as(why)
                .hasMessageContaining(message);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
