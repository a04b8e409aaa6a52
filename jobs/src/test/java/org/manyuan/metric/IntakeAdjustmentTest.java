package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.LinkedPupil;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;

/**
 * Figures from the pupils one by one, in plain Python: the coefficient by restricted likelihood over the base year's pupils, every pupil's
 * score adjusted, then the formulas of METRICS B1, B2 and B4.
 */
class IntakeAdjustmentTest {
    private static final String SCORES = """
            E23 | A1 | 70 80 66 86 60 84 92 74 92 63 77 73 77 64
            E23 | A2 | 56 67 62 60 63 70 53 65 66
            E23 | A3 | 59 52 80 58 47 54 64 61 51 58
            E23 | A4 | 71 71 53 74 50 66 71 59
            E23 | B1 | 68 77 57 71 85 48 79 58
            E23 | B2 | 63 60 85 86 66 64 64 87 83 60
            E24 | A1 | 81 83 67 65 65 71 93 72 77 76 69
            E24 | A2 | 68 64 58 52 74 74 70 67 70 68 58 71
            E24 | A3 | 41 63 62 62 43 77 59 57 78
            E24 | A4 | 69 47 56 65 68 62 70 58
            E24 | B1 | 75 76 51 55 56 66 68 61 65
            E24 | B2 | 66 61 50 71 76 75 73 62
            """;
    /** School by school: earlier score and score. */
    private static final String THEN = """
            A1 | 58/70 80/80 57/66 75/86 58/60 77/84 85/92 69/74 96/92 62/63 71/77 67/73
            A2 | 66/56 79/67 67/62 70/60 70/63 73/70 61/53 68/65 76/66
            A3 | 58/59 65/52 80/80 58/58 57/47 55/54 67/64 57/61 48/51 67/58
            A4 | 59/71 57/71 51/53 65/74
            B1 | 49/68 78/77 58/57 65/71 85/85 55/48 77/79 47/58
            B2 | 59/63 54/60 79/85 87/86 65/66 65/64 48/64 80/87 79/83
            """;

    private static final String NOW = """
            A1 | 75/81 83/83 54/67 58/65 57/65 64/71 100/93 80/72 69/77 71/76 73/69
            A2 | 64/68 61/64 60/58 48/52 64/74 68/74 66/70 60/67 76/70 51/68
            A3 | 39/41 59/63 72/62 57/62 55/43 65/77 67/59 53/57 82/78
            A4 | 65/69 40/47 52/56 64/65 66/68 55/62 62/70 53/58
            B1 | 47/75 74/76 61/51 62/55 69/56 54/66 79/68 48/61 72/65
            B2 | 58/66 61/61 48/50 65/71 60/76 67/75 77/73 45/62
            """;

    @Test
    void repeatsTheChangeOfEveryGapOfMeans() {
        String header =
                "variant | measure | value | se | ciLo | ciHi | p | n | k | leftOutUnits | leftOutStudents | because\n";
        MetricTable.check(
                town().rows(new NarrowingOfGap()),
                row -> row.schoolYear() == 2024
                        && row.groupCode().equals("GA")
                        && row.ciFrame().equals("census")
                        && row.measure().equals("change")
                        && row.variant().endsWith("base_previous/adjusted"),
                header + """
                education_group/GAP-07/base_previous/adjusted  | change | -7.69128726 | 2.65758792 | -12.90006387 | -2.48251064 | .00380264 | 30 | 3 | 1 | 8 | 8.81038398 points an SD; A4: half its pupils are linked in 2023
                education_group/GAP-08/base_previous/adjusted  | change | -1.87178624 | .61776821  | -3.08258968  | -.66098280  | .00244621 | 30 | 3 | 1 | 8 | in SDs of the adjusted scores
                education_group/GAP-08b/base_previous/adjusted | change | -.62027435  | .25655141  | -1.12310588  | -.11744283  | .01561727 | 30 | 3 | 1 | 8 | in SDs of everyone's scores
                education_group/GAP-08c/base_previous/adjusted | change | -.67716598  | .32952142  | -1.32301610  | -.03131586  | .03987917 | 36 | 4 | 1 | 8 | A2, A3 against B1, B2
                """);
        MetricTable.check(
                town().rows(new NarrowingOfGap()),
                row -> row.schoolYear() == 2024
                        && row.variant().equals("education_group/GAP-08b/base_previous/adjusted")
                        && row.ciFrame().equals("census")
                        && !row.measure().equals("change"),
                """
                measure     | value     | ciLo      | ciHi       | leastSide | leastUnit | because
                signed_base | .99654539 | .71818208 | 1.27490869 | 12        | 9         | linked pupils alone
                signed_now  | .37627103 | -.04248118 | .79502325 | 11        | 9         |
                rate        | .62242459 | .13814436 | 1.04279846 | 11        | 9         |
                """);
    }

    @Test
    void tellsWhoMovedAmongAdjustedScores() {
        MetricTable.check(
                town().rows(new WhoMoved()),
                row -> row.schoolYear() == 2024
                        && row.variant().equals("education_group/GAP-08b/base_previous/adjusted"),
                """
                measure | value      | se        | n  | because
                lead    | -.22197901 | .17207327 | 11 | from the mean of everyone's adjusted scores
                member  | .39829535  | .19028772 | 19 | -.22197901 − .39829535 is the change of the signed gap
                """);
    }

    @Test
    void repeatsTheChangeOfADistrict() {
        MetricTable.check(
                town().rows(new NarrowingOfGap()),
                row -> row.schoolYear() == 2024
                        && row.districtCode().equals("T")
                        && row.variant().endsWith("base_previous/adjusted")
                        && row.measure().matches("signed.*|change"),
                """
                variant                                       | measure     | value      | k | leftOutUnits | flag        | because
                GAP-01/base_previous/adjusted                 | signed_base | .07691846  | 5 | 1            | K_TOO_SMALL | A4 is left out
                GAP-01/base_previous/adjusted                 | signed_now  | .03887741  | 5 | 1            | K_TOO_SMALL |
                GAP-01/base_previous/adjusted                 | change      | -.03804105 | 5 | 1            | K_TOO_SMALL |
                GAP-06/base_previous/adjusted                 | signed_base | .00299539  | 5 | 1            | K_TOO_SMALL |
                GAP-06/base_previous/adjusted                 | signed_now  | .00076145  | 5 | 1            | K_TOO_SMALL |
                GAP-06/base_previous/adjusted                 | change      | -.00223394 | 5 | 1            | K_TOO_SMALL |
                GAP-11/base_previous/adjusted                 | signed_base | .55314844  | 5 | 1            | K_TOO_SMALL |
                GAP-11/base_previous/adjusted                 | signed_now  | .06156288  | 5 | 1            | K_TOO_SMALL |
                GAP-11/base_previous/adjusted                 | change      | -.49158556 | 5 | 1            | K_TOO_SMALL |
                education_group/GAP-20/base_previous/adjusted | signed_base | 5.67293351 | 1 | 1            | K_TOO_SMALL |
                education_group/GAP-20/base_previous/adjusted | signed_now  | 2.88119855 | 1 | 1            | K_TOO_SMALL |
                education_group/GAP-20/base_previous/adjusted | change      | -2.79173496 | 1 | 1            | K_TOO_SMALL |
                """);
    }

    @Test
    void leavesTheChangeItselfAsItIs() {
        Predicate<MetricValue> raw = row -> !row.variant().endsWith("/adjusted");
        assertThat(town().rows(new NarrowingOfGap()).stream().filter(raw))
                .isEqualTo(bare("100").rows(new NarrowingOfGap()).stream()
                        .filter(raw)
                        .toList());
    }

    @Test
    void saysInOneRowWhyThereIsNone() {
        String header = "variant | flag | verdict | value | n | because\n";
        check(bare("100"), header + """
                GAP-08b | MISSING_INPUT | NOT_JUDGED | - | - | nobody is linked
                GAP-08c | MISSING_INPUT | NOT_JUDGED | - | - |
                """);
        check(bare("100").linked(pupils("E23", "P22", THEN)), header + """
                GAP-08b | MISSING_INPUT | NOT_JUDGED | - | - | nobody of 2024
                GAP-08c | MISSING_INPUT | NOT_JUDGED | - | - |
                """);
        check(bare("100").linked(pupils("E23", "P22", THEN)).linked(pupils("E24", "P23", "A1 | 75/81")), header + """
                GAP-08b | MISSING_INPUT | NOT_JUDGED | - | - | one of 2024
                GAP-08c | MISSING_INPUT | NOT_JUDGED | - | - |
                """);
        check(linked(bare("120")), header + """
                GAP-08b | SCALE_CHANGED | NOT_JUDGED | - | - | the coefficient is in points of the paper of 2023
                GAP-08c | SCALE_CHANGED | NOT_JUDGED | - | - |
                """);
        check(
                bare("100")
                        .linked(pupils("E23", "P22", THEN.replaceAll("\\d+/", "60/")))
                        .linked(pupils("E24", "P23", NOW)),
                header + """
                GAP-08b | ZERO_SD | NOT_JUDGED | - | - | all came with the same: no model
                GAP-08c | ZERO_SD | NOT_JUDGED | - | - |
                """);
    }

    @Test
    void saysSoWhereASideIsNotLinked() {
        Town town = bare("100")
                .scores("E23 | D1 | 60 70 80\nE24 | D1 | 60 70 80")
                .group("GD", "C1", "A1 lead, D1 member")
                .linked(pupils("E23", "P22", THEN))
                .linked(pupils("E24", "P23", NOW));

        MetricTable.check(
                town.rows(new NarrowingOfGap()),
                row -> row.groupCode().equals("GD")
                        && row.schoolYear() == 2024
                        && row.variant().contains("GAP-08")
                        && row.variant().endsWith("base_previous/adjusted"),
                """
                variant                                        | measure | ciFrame | value | flag          | verdict
                education_group/GAP-08b/base_previous/adjusted | change  | census  | -     | MISSING_INPUT | NOT_JUDGED
                education_group/GAP-08c/base_previous/adjusted | change  | census  | -     | MISSING_INPUT | NOT_JUDGED
                """);
        MetricTable.check(
                town.rows(new WhoMoved()),
                row -> row.groupCode().equals("GD")
                        && row.schoolYear() == 2024
                        && row.variant().endsWith("base_previous/adjusted"),
                """
                measure | value | flag
                lead    | -     | MISSING_INPUT
                member  | -     | MISSING_INPUT
                """);
    }

    /** A pupil whose earlier paper has no SD of its own has no standing in it. */
    @Test
    void asksForTheSpreadOfTheEarlierPaper() {
        List<LinkedPupil> alone = pupils("E24", "P23", NOW).stream()
                .map(pupil -> new LinkedPupil(
                        "E24",
                        "math",
                        pupil.schoolCode(),
                        "P23",
                        60,
                        pupil.score(),
                        BigDecimal.ONE,
                        400,
                        400 * 60,
                        400 * 3600,
                        Origin.REPORTED))
                .toList();
        check(bare("100").linked(pupils("E23", "P22", THEN)).linked(alone), """
                variant | flag          | verdict    | because
                GAP-08b | MISSING_INPUT | NOT_JUDGED | everyone of P23 had 60
                GAP-08c | MISSING_INPUT | NOT_JUDGED |
                """);
    }

    /** Where all units' pupils came with the same scores there is nothing to adjust, between schools as among pupils. */
    @Test
    void changesNothingWhereAllSchoolsHaveOneIntake() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E23", 2023)
                .exam("E24", 2024);
        List<LinkedPupil> then = new ArrayList<>();
        List<LinkedPupil> now = new ArrayList<>();
        for (int j = 1; j <= 11; j++) {
            StringBuilder base = new StringBuilder();
            StringBuilder current = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                int score = 50 + i % 20 + (j * 7 + i * i) % 11;
                base.append(" ").append(score);
                current.append(" ").append(score + j * j % 5);
                then.add(pupil("E23", "P22", "A" + j, 40 + i, score));
                now.add(pupil("E24", "P23", "A" + j, 40 + i, score + j * j % 5));
            }
            town.scores("E23 | A" + j + " |" + base + "\nE24 | A" + j + " |" + current);
        }
        List<MetricValue> rows = town.linked(then).linked(now).rows(new NarrowingOfGap());
        for (String gap : List.of("GAP-08b", "GAP-08c")) {
            MetricValue raw = schools(rows, gap, "");
            MetricValue adjusted = schools(rows, gap, "/adjusted");
            assertThat(raw.se()).isPositive();
            assertThat(adjusted.value()).isCloseTo(raw.value(), within(1e-12));
            assertThat(adjusted.se()).isCloseTo(raw.se(), within(1e-12));
            assertThat(adjusted.ciHi()).isCloseTo(raw.ciHi(), within(1e-10));
            assertThat(adjusted.verdict()).isEqualTo(raw.verdict());
        }
    }

    private static MetricValue schools(List<MetricValue> rows, String gap, String reading) {
        return MetricTable.one(
                rows,
                row -> row.schoolYear() == 2024
                        && row.variant().equals("education_group/" + gap + "/base_previous" + reading)
                        && row.ciFrame().equals("schools"));
    }

    /** The adjusted rows of GA's gaps to the year before, by the name of the gap. */
    private static void check(Town town, String table) {
        String full = table.replace("GAP-08", "education_group/GAP-08")
                .replaceAll("(GAP-08[bc]) ", "$1/base_previous/adjusted ");
        MetricTable.check(
                town.rows(new NarrowingOfGap()),
                row -> row.schoolYear() == 2024
                        && row.groupCode().equals("GA")
                        && row.variant().endsWith("base_previous/adjusted"),
                full);
    }

    private static Town town() {
        return linked(bare("100"));
    }

    private static Town linked(Town town) {
        return town.linked(pupils("E23", "P22", THEN)).linked(pupils("E24", "P23", NOW));
    }

    private static Town bare(String fullMark) {
        return new Town()
                .group("GA", "C1", "A1 lead, A2 member, A3 member, A4 member")
                .exam("E23", 2023)
                .exam("E24", 2024, fullMark, "1")
                .scores(SCORES);
    }

    private static List<LinkedPupil> pupils(String exam, String prior, String table) {
        List<LinkedPupil> pupils = new ArrayList<>();
        for (String[] row : MetricTable.cells(table)) {
            for (String pair : row[1].split(" +")) {
                String[] scores = pair.split("/");
                pupils.add(pupil(exam, prior, row[0], Integer.parseInt(scores[0]), Integer.parseInt(scores[1])));
            }
        }
        return pupils;
    }

    /** P22: 400 sat it, Σ 24,800, Σ² 1,586,000; P23: 380, 24,700, 1,660,220. */
    private static LinkedPupil pupil(String exam, String prior, String school, int earlier, int score) {
        boolean first = prior.equals("P22");
        return new LinkedPupil(
                exam,
                "math",
                school,
                prior,
                earlier,
                score,
                BigDecimal.ONE,
                first ? 400 : 380,
                first ? 24_800 : 24_700,
                first ? 1_586_000 : 1_660_220,
                Origin.REPORTED);
    }
}
