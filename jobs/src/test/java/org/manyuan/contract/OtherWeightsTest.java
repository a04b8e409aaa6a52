package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights to be tried on the demonstration scheme, whose N2 and N3 stand here below a node M of their own. */
class OtherWeightsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            N1: 0.5               | N1 .5 M .5 N2 .5 N3 .5    | the sibling takes what is left
            'N1: 0.2;M: 0.8'      | N1 .2 M .8 N2 .5 N3 .5    | all siblings named
            N1: 1                 | N1 1 M 0 N2 .5 N3 .5      | nothing is left
            'N2: 0.2;N3: 0.8'     | N1 .4 M .6 N2 .2 N3 .8    | below a node
            'N1: 0.7;N3: 0.1'     | N1 .7 M .3 N2 .9 N3 .1    | each level by itself
            'N1: 0.4;M: 0.6'      | N1 .4 M .6 N2 .5 N3 .5    | as they are
            """)
    void whatIsNotNamedSharesWhatIsLeft(String written, String weights, String why) {
        assertThat(weights(on(scheme(), written))).as(why).isEqualTo(weights);
    }

    @Test
    void siblingsShareWhatIsLeftAsTheyDidBefore() {
        Scheme other = on(Schemes.read("s.yaml", stream(text())), "N1: 0.1");

        assertThat(other.all().mapToDouble(Indicator::weight).toArray())
                .containsExactly(new double[] {0.1, 0.45, 0.45}, within(1e-12));
        assertThat(other.robustness()).isEqualTo(scheme().robustness());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'N1: 0.5;M: 0.6'  | w.yaml line 2: the weights of the siblings N1, M sum to 1.1, not to 1; mend one, or leave one out: it takes what is left
            'N1: 0.5;M: 0.4'  | w.yaml line 2: the weights of the siblings N1, M sum to 0.9, not to 1; mend one, or leave one out: it takes what is left
            N9: 0.5           | w.yaml line 1: scheme demo-2024 has no indicator N9; it has: N1, M, N2, N3
            N1: much          | w.yaml line 1: the weight of N1 is a number from 0 to 1, not much
            N1: -0.1          | w.yaml line 1: the weight of N1 is a number from 0 to 1, not -0.1
            N1: NaN           | w.yaml line 1: the weight of N1 is a number from 0 to 1, not NaN
            N1: 1.5           | w.yaml line 1: the weight of N1 is a number from 0 to 1, not 1.5
            'N1: 0.1;N1: 0.2' | w.yaml line 2: key N1 stands here twice
            '[N1]'            | w.yaml line 1: expected keys with values
            {}                | w.yaml line 1: no weight is written; write indicator: weight, e.g. N1: 0.5
            """)
    void whatCannotBeTriedNamesTheLineAndTheCure(String written, String message) {
        assertThatThrownBy(() -> on(scheme(), written))
                .isInstanceOf(MalformedYaml.class)
                .hasMessage(message);
    }

    @Test
    void siblingsWithoutWeightCannotTakeWhatIsLeft() {
        Scheme allOnOne = on(scheme(), "N1: 1");

        assertThatThrownBy(() -> on(allOnOne, "N1: 0.4"))
                .isInstanceOf(MalformedYaml.class)
                .hasMessage(
                        "w.yaml line 1: the weights of N1 sum to 0.4, which leaves nothing that their siblings could share;"
                                + " mend them, or name all siblings");
        assertThatThrownBy(() -> on(scheme(), "N1: 0.5\nM: 0.6"))
                .isInstanceOfSatisfying(MalformedYaml.class, wrong -> assertThat(wrong.chinese())
                        .isEqualTo("w.yaml 第 2 行：同级指标 N1, M 的权重之和为 1.1，不是 1；请改正其中一个，或删去一行，由该指标取余下的权重"));
    }

    private static Scheme on(Scheme scheme, String written) {
        return OtherWeights.on(scheme, "w.yaml", stream(written.replace(";", "\n")));
    }

    private static String weights(Scheme scheme) {
        return scheme.all()
                .map(entry -> entry.id() + " " + said(entry.weight()))
                .collect(Collectors.joining(" "));
    }

    private static String said(double weight) {
        String said = String.valueOf(Math.rint(weight * 1e9) / 1e9);
        return said.endsWith(".0") ? said.substring(0, said.length() - 2) : said.substring(1);
    }

    /** The demonstration scheme with N2 and N3 under a node. */
    private static Scheme scheme() {
        return Schemes.read(
                "s.yaml",
                stream(text().replace(
                                "    - {id: N2, name: 成员校招生增长, weight: 0.3",
                                "    - id: M\n      name: 丙\n      weight: 0.6\n      children:\n"
                                        + "        - {id: N2, name: 成员校招生增长, weight: 0.5")
                        .replace(
                                "    - {id: N3, name: 教师交流, weight: 0.3",
                                "        - {id: N3, name: 教师交流, weight: 0.5")));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text() {
        try (InputStream file = OtherWeightsTest.class.getResourceAsStream("/schemas/schemes/demo-2024.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
