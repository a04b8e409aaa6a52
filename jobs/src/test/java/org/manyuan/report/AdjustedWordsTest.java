package org.manyuan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The composition check beside a judged change, in words that claim no more than it shows. */
class AdjustedWordsTest {
    private static final AdjustedWords ZH = new AdjustedWords(Words.in(Locale.SIMPLIFIED_CHINESE));
    private static final AdjustedWords EN = new AdjustedWords(Words.in(Locale.ENGLISH));

    private static final Row AGREES = row("NARROWED", -0.3, "NARROWED", "OK");
    private static final Row DIFFERS = row("NARROWED", -0.12, "NO_DETECTABLE_CHANGE", "OK");
    private static final Row NO_VERDICT = row("NARROWED", -0.12, "NOT_JUDGED", "N_TOO_SMALL");
    private static final Row NONE = row("NARROWED", null, "NOT_JUDGED", "MISSING_INPUT");
    private static final Row HIDDEN = row("NARROWED", null, "NOT_JUDGED", "SUPPRESSED");
    private static final Row OF_AN_OLDER_RELEASE = new Row(Map.of("change", -0.4, "verdict", "NARROWED"));

    @Test
    void aVerdictThatStandsIsSaidToAgree() {
        assertThat(ZH.sentence(AGREES))
                .isEqualTo("按生源水平调整后（2 所学校、1,260 名学生），变化 −0.30，95% 区间 [−0.50, −0.10]（学生抽样误差）：差距缩小，结论一致。");
        assertThat(EN.sentence(AGREES))
                .isEqualTo(
                        " Adjusted for intake (2 schools, 1,260 pupils): change −0.30, 95% interval [−0.50, −0.10] (pupils' noise):"
                                + " the gap narrowed, the same verdict.");
        assertThat(ZH.label(AGREES)).isEqualTo("按生源调整后");
    }

    @Test
    void aVerdictThatDoesNotStandMayHaveToDoWithIntakeAndNoMoreIsClaimed() {
        assertThat(ZH.sentence(DIFFERS)).endsWith("：未见可辨变化，与调整前结论不同，可能与生源变化有关。");
        assertThat(EN.sentence(DIFFERS))
                .endsWith(": no detectable change, which differs from the verdict before adjustment"
                        + " and may have to do with a change of intake.");
        assertThat(ZH.label(DIFFERS)).isEqualTo("按生源调整后（结论不同）");
        assertThat(EN.label(DIFFERS)).isEqualTo("adjusted for intake (verdict differs)");
    }

    @Test
    void whereThereIsNoneItSaysWhy() {
        assertThat(ZH.sentence(NONE)).isEqualTo("无法按生源水平调整：能查到以前成绩的学生太少。");
        assertThat(EN.sentence(NONE))
                .isEqualTo(" It cannot be adjusted for intake: too few pupils have an earlier score.");
        assertThat(ZH.sentence(HIDDEN)).isEqualTo("无法按生源水平调整：按公开规则不公开。");
        assertThat(ZH.sentence(NO_VERDICT)).isEqualTo("按生源水平调整后，变化 −0.12，不作判断：有一方少于 30 人，数值波动大。");
        assertThat(List.of(NO_VERDICT, row("NOT_JUDGED", -0.3, "NARROWED", "OK")))
                .as("no verdict is not another verdict")
                .allSatisfy(row -> assertThat(ZH.label(row)).isEqualTo("按生源调整后"));
    }

    @Test
    void aReleaseFromBeforeTheCheckSaysNothingOfIt() {
        assertThat(ZH.sentence(OF_AN_OLDER_RELEASE)).isEmpty();
        assertThat(ZH.tally(List.of(OF_AN_OLDER_RELEASE))).isEmpty();
        assertThat(ZH.missing(List.of(OF_AN_OLDER_RELEASE))).isEmpty();
        assertThat(AdjustedWords.isIn(OF_AN_OLDER_RELEASE)).isFalse();
    }

    @Test
    void changesAreCountedByTheirVerdictsAndThoseWithoutByTheirReasons() {
        List<Row> changes = new ArrayList<>(List.of(AGREES, DIFFERS, NO_VERDICT, NONE, NONE, HIDDEN));
        changes.add(row("NOT_JUDGED", -0.3, "NARROWED", "OK"));

        assertThat(ZH.tally(changes)).isEqualTo("按生源水平调整后（学生抽样误差）：1 项结论一致，1 项结论不同，4 项没有结论。");
        assertThat(ZH.missing(changes)).isEqualTo("无法按生源水平调整的：按公开规则不公开，1 项；能查到以前成绩的学生太少，2 项。");
        assertThat(EN.missing(changes))
                .isEqualTo("Cannot be adjusted for intake: too few pupils have an earlier score, 2;"
                        + " withheld by the disclosure rules, 1. ");
        assertThat(ZH.tally(List.of(NONE, NONE))).as("nothing to count").isEqualTo("无法按生源水平调整的：能查到以前成绩的学生太少，2 项。");
        assertThat(ZH.missing(List.of(AGREES, DIFFERS))).isEmpty();
    }

    private static Row row(String verdict, Double adjusted, String adjustedVerdict, String flag) {
        Map<String, Object> cells = new HashMap<>(Map.of("change", -0.4, "verdict", verdict));
        cells.put("adjusted_change", adjusted);
        cells.put("adjusted_lo", adjusted == null ? null : Double.valueOf(adjusted - 0.2));
        cells.put("adjusted_hi", adjusted == null ? null : Double.valueOf(adjusted + 0.2));
        cells.put("adjusted_verdict", adjustedVerdict);
        cells.put("adjusted_n", adjusted == null ? null : 1260L);
        cells.put("adjusted_k", adjusted == null ? null : 2L);
        cells.put("adjusted_flag", flag);
        return new Row(cells);
    }
}
