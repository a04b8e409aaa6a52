package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.domain.Stage;

/** A scheme is read strictly: what METRICS C2 rejects is refused, naming file, line and cure. */
class SchemeFileTest {
    private static final String DEMO = demo();

    @Test
    void readsTheDemonstration() {
        Scheme scheme = read(DEMO);

        assertThat(scheme.id()).isEqualTo("demo-2024");
        assertThat(scheme.population().stages()).containsExactlyInAnyOrder(Stage.P, Stage.J);
        assertThat(scheme.all().map(Indicator::id)).containsExactly("N1", "N2", "N3");
        IndicatorLeaf narrowing = scheme.indicators().get(0).leaf();
        assertThat(narrowing.gap()).isEqualTo("GAP-08b");
        assertThat(narrowing.base()).isEqualTo("founding");
        assertThat(narrowing.variants()).hasSize(3);
        IndicatorLeaf ofPrimary = narrowing.variants().get(0).leaf();
        assertThat(ofPrimary.exam().grade()).isEqualTo("5");
        assertThat(ofPrimary.normalisation()).isEqualTo(narrowing.normalisation());
        assertThat(narrowing.variants().get(2).leaf().gap()).isEqualTo("GAP-08c");
        assertThat(narrowing.variants().get(2).leaf().exam()).isEqualTo(narrowing.exam());
        assertThat(scheme.rules()).containsExactly("CN-R1", "CN-R2");
    }

    @Test
    void takesTheFirstMeasureAndTheDefaultsWhereNothingIsWritten() {
        Indicator growth = read(DEMO).indicators().get(1);

        assertThat(growth.leaf().measure()).isEqualTo("growth");
        assertThat(growth.leaf().reducer()).isEqualTo(IndicatorLeaf.Reducer.STUDENT_WEIGHTED);
        assertThat(growth.weightSource()).isEqualTo("equal_assumed");
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            weight: 0.4                       | weight: 0.40000001            | 20 | weights of siblings sum to 1        | beyond 1e-9
            metric: GAP-16                    | metric: GAP-99                | 27 | there is no metric GAP-99           | no card
            measure: rate                     | measure: speed                | 28 | GAP-16 has no measure speed         | not on the card
            params: {gap: GAP-08b}            | params: {gap: GAP-01}         | 29 | gap of GAP-16 is one of GAP-07, GAP-08 | a district's gap
            params: {gap: GAP-08b}            | params: {gap: GAP-10}         | 29 | GAP-09b, not GAP-10                 | no change of a rate gap is computed
            params: {gap: GAP-08b}            | params: {docs: x}             | 29 | unknown key docs                    | a param that the metric lacks
            subject: group                    | subject: school               | 11 | subject is one of group, lead, member, not school | nobody known
            subject: group                    | subject: lead                 | 44 | this scheme gives no group a score; write to: lead | points for nobody's score
            metric: TCH-01, unit              | metric: TCH-07, params: {kind: 送教}, unit | 42 | 送教 is kept as 送课; write that | no row has the word
            metric: TCH-01, unit              | metric: TCH-07, params: {kind: []}, unit | 42 | kind lists nothing; leave it out | a filter of nothing
            metric: TCH-01, unit              | metric: TCH-07, params: {kind: [a+b]}, unit | 42 | has neither / nor +     | a word that a variant cannot hold
            metric: TCH-01, unit              | metric: TCH-07, params: {docs: [章程]}, unit | 42 | unknown key docs      | a filter of another metric
            metric: TCH-01, unit              | metric: GOV-04, params: {docs: [计划协议, 年度计划], kind: alliance, gap: GAP-08b}, unit | 42 | GOV-04 takes no gap | no comparison
            metric: TCH-01, unit              | metric: EXM-06, exam: {stage: J, subject: total}, params: {prior: {subject: math}}, unit | 42 | write the exam's, total, not math | linked within one subject
            metric: TCH-01, unit              | metric: EXM-06, exam: {stage: J, subject: total}, params: {prior: {subject: total}}, unit | 42 | prior names at least one | nothing asked
            metric: TCH-01, unit              | metric: EXM-06, measure: va_3y, exam: {subject: total}, params: {prior: {grade: 8}}, unit | 42 | va_3y takes no prior | three years of papers
            {method: target_ratio, target: 0.10} | {method: step, steps: {A: 100}} | 42 | letters are for GOV-01, GOV-02, GOV-03 | a rate has no letter
            when: {stages: [P]}               | when: {role: lead}            | 38 | a group has no role                 | subject: group
            to: group, when: "ledger          | to: school, when: "ledger     | 44 | to is one of group, lead, member    | nobody known
            by_form: {}                       | by_form: {融合型: {mode: some}} | 46 | mode is one of all, bonus_only      | nobody known
            by_form: {}                       | by_form: {融合型: {mode: all, beta: 0.5}} | 46 | beta belongs to lead_mix alone | told, not ignored
            unit: lead_vs_member              | unt: lead_vs_member           | 31 | unknown key unt                     | misspelt
            name_origin: named                | #                             | 20 | name_origin is one of inferred, named | a leaf without origin
            metric_origin: direct             | #                             | 20 | metric_origin is one of             | a leaf without origin
            target_origin: placeholder        | #                             | 20 | target_origin is one of             | a leaf without origin
            unit: lead_vs_member              | #                             | 20 | unit is one of                      | a leaf without unit
            direction: higher                 | #                             | 20 | direction is one of                 | a leaf without direction
            normalisation: {method: goalposts, anchor: fixed, lo: 0.0, hi: 0.30} | # | 20 | key normalisation is missing       | a leaf without normalisation
            anchor: fixed, lo: 0.0, hi: 0.30  | anchor: base_year, lo: 0.0    | 35 | anchor base_year finds lo and hi    | written and found
            lo: 0.0, hi: 0.30                 | lo: 0.0                       | 35 | key hi is missing                   | one end
            lo: 0.0, hi: 0.30                 | lo: 0.0, hi: x                | 35 | hi is a number, not x               | a word
            method: goalposts, anchor: fixed, lo: 0.0, hi: 0.30 | method: growth, lo: 0, hi: 1 | 35 | GAP-16 is a change already | growth of a change
            method: goalposts, anchor: fixed, lo: 0.0, hi: 0.30 | method: z, lo: 0 | 35 | z takes no lo                    | a key of another method
            method: target_ratio, target: 0.10 | method: target_ratio, target: 0 | 42 | target is above 0               | division by it
            unit: group, direction: higher    | unit: group, direction: lower | 42 | target_ratio needs direction higher | less is better
            metric: TCH-01, unit: group       | metric: TCH-01, exam: {stage: J}, unit: group | 42 | TCH-01 is of no exam | an exam for teachers
            exam: {kind: graduation, stage: J, grade: 9, subject: total, pool: mean} | # | 20 | GAP-16 is of exams: name exam   | no exam
            id: N2                            | id: N1                        | 41 | id N1 stands here twice             | two leaves
            id: B1                            | id: N3                        | 44 | id N3 stands here twice             | an adjustment and a leaf
            rule('CN-R2') == FAIL             | rule('CN-R9') == FAIL         | 45 | there is no policy rule CN-R9       | unknown rule
            == FAIL and rule                  | == FAIL or rule               | 45 | terms are joined by and             | no such grammar
            rules: [CN-R1, CN-R2]             | rules: [CN-R33]               | 47 | there is no policy rule CN-R33      | unknown rule
            mode: all, beta: null             | mode: lead_mix                | 46 | lead_mix needs beta                 | no beta
            mode: all, beta: null             | mode: lead_mix, beta: 0.5     | 46 | lead_mix says what a lead earns; write subject: lead | a group is no lead
            mode: all, beta: null             | mode: all, beta: 0.5          | 46 | beta belongs to lead_mix alone      | told, not ignored
            grades: none                      | grades: [{name: 优秀, min: 90}, {name: 优秀, min: 60}] | 48 | two grades have this name | which of them
            grades: none                      | grades: some                  | 48 | expected a list                     | no such word
            tags: []                          | tags: [薄弱]                   | 33 | a tag is small letters, as in the file of schools: weak, not 薄弱 | no school has it
            max: 100, decimals                | max: 150, decimals            | 15 | write min: 0 and max: 100, or leave scale out | told, not ignored
            rounding: HALF_UP                 | rounding: DOWN                | 15 | rounding is one of HALF_UP, not DOWN | told, not ignored
            kinds: [education_group]          | kinds: [club]                 | 13 | there is no kind club               | not in the vocabulary
            on_fail: none                     | on_fail: half                 | 36 | on_fail is none, zero, veto or as cap:60 | no such effect
            by_node: {}                       | by_node: {N1: min}            | 16 | unknown key N1                      | a leaf has no children
            draws: 2000                       | draws: 0                      | 49 | draws is a number from 1            | no place without a draw
            weight_jitter: 0.25               | weight_jitter: 1              | 49 | weight_jitter is a share from 0 to below 1 | a weight of 0
            weight_jitter: 0.25               | weight_jitter: -0.1           | 49 | weight_jitter is a share from 0 to below 1 | negative
            weight_jitter: 0.25               | weight_jitter: 0.25, top: 0   | 49 | top is a number of places from 1    | nobody is above the first
            valid_from: "2024-09-01"          | valid_from: "2024-09-02"      | 12 | this scheme holds from 2024-09-02, not on September 1, 2024 | no score of a year in which it does not hold
            valid_to: null                    | valid_to: "2024-08-31"        | 10 | valid_to lies before valid_from | no day at all
            assessed: 2024                    | assessed: 2023                | 12 | assess a year in which it holds, or mend valid_from | before it
            base: founding                    | base: soon                    | 12 | base is founding, previous or a school year | no year
            """)
    void refuses(String written, String instead, int line, String complaint, String reason) {
        String text = DEMO.replaceFirst(Pattern.quote(written), Matcher.quoteReplacement(instead));
        assertThat(text).as("the demonstration holds " + written).isNotEqualTo(DEMO);

        assertThatThrownBy(() -> read(text))
                .as(reason)
                .isInstanceOf(MalformedYaml.class)
                .hasMessageContaining(complaint)
                .hasMessageContaining("s.yaml line " + line + ":");
    }

    @Test
    void drawsAsTheCatalogueHasItWhereNothingIsWritten() {
        String block = "  robustness: {draws: 2000, seed: 20240901, weight_jitter: 0.25}";

        assertThat(DEMO).contains(block);
        assertThat(read(DEMO.replace(block, "")).robustness())
                .isEqualTo(new Scheme.Robustness(2000, 20240901, .25, 1))
                .isEqualTo(read(DEMO).robustness());
    }

    @Test
    void takesWeightsThatMissOneByLess() {
        assertThat(read(DEMO.replace("weight: 0.4", "weight: 0.4000000001")).id())
                .isEqualTo("demo-2024");
    }

    @Test
    void refusesASecondSchemeOfARegionKindAndYear() {
        Scheme one = read(DEMO);
        Scheme other = read(DEMO.replace("id: demo-2024", "id: other").replace("[education_group]", "[]"));
        Scheme ofPairs = read(DEMO.replace("id: demo-2024", "id: pairs").replace("[education_group]", "[pair]"));
        Scheme nextYear = read(DEMO.replace("id: demo-2024", "id: next").replace("assessed: 2024", "assessed: 2025"));

        Schemes.checkOnePerYear(List.of(one, ofPairs, nextYear));
        assertThatThrownBy(() -> Schemes.checkOnePerYear(List.of(one, other)))
                .isInstanceOf(MalformedYaml.class)
                .hasMessageContaining("schemes/other.yaml")
                .hasMessageContaining("scheme demo-2024 scores each group of kind education_group in region 370305")
                .hasMessageContaining("for school year 2024 already, and so does this one")
                .hasMessageContaining("keep one of them, or give them different subjects, kinds or years");
    }

    @Test
    void ofSchemesThatGiveDifferentThingsAScoreNoneIsRefused() {
        Scheme ofGroups = read(DEMO);
        Scheme ofMembers = read(DEMO.replace("id: demo-2024", "id: members")
                .replace("subject: group", "subject: member")
                .replace("to: group", "to: member"));

        Schemes.checkOnePerYear(List.of(ofGroups, ofMembers));
    }

    @Test
    void aPlannedSchemeIsAPreviewOfWhateverYear() {
        String planned = DEMO.replace("status: trial", "status: planned").replace("2024-09-01", "2030-09-01");

        assertThat(read(planned).source().status()).isEqualTo("planned");
        assertThat(read(DEMO.replace("valid_to: null", "valid_to: \"2024-09-01\""))
                        .assessedYear())
                .as("its last day is the year's first")
                .isEqualTo(2024);
    }

    @Test
    void everySchemeThatComesWithManyuanIsRead() {
        assertThat(Schemes.all()).extracting(Scheme::id).contains("demo-2024");
    }

    private static Scheme read(String text) {
        return Schemes.read("s.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String demo() {
        try (InputStream file = SchemeFileTest.class.getResourceAsStream("/schemas/schemes/demo-2024.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
