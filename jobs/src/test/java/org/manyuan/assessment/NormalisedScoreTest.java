package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.Normalisation;
import org.manyuan.contract.Normalisation.Method;
import org.manyuan.domain.Flag;

/** Step 5 of METRICS C1, with its check value. */
class NormalisedScoreTest {
    @ParameterizedTest(name = "{0} {1} {2}: {6}")
    @CsvSource(delimiter = '|', textBlock = """
            .2339212139 | 0   | .3  | higher | 77.97373798 | OK      | the check value's R of raw points
            .1895415082 | 0   | .3  | higher | 63.18050272 | OK      | the check value's R of GAP-08b
            .2988505747 | 0   | .5  | higher | 59.77011494 | OK      | the check value's growth
            0           | 0   | .3  | higher | 0           | OK      | on the line
            .3          | 0   | .3  | higher | 100         | OK      | on the line
            .31         | 0   | .3  | higher | 100         | OK      | above
            -1          | 0   | .3  | higher | 0           | OK      | negative
            -.1         | -.2 | .0  | higher | 50          | OK      | negative ends
            .1          | 0   | .4  | lower  | 75          | OK      | less is better
            .5          | 0   | .4  | lower  | 0           | OK      | less is better, beyond
            .1          | .2  | .2  | higher | -           | ZERO_SD | hi = lo
            """)
    void betweenGoalposts(double x, double lo, double hi, String direction, String score, Flag flag, String reason) {
        check(how(Method.GOALPOSTS, lo, hi, null, null), direction.equals("lower"), x, null, "", score, flag);
    }

    @ParameterizedTest(name = "{0} {1} of {2}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            Z             | 3   | 1 2 3 4 5   | 50          | OK          | the middle
            Z             | 5   | 1 2 3 4 5   | 89.70483946 | OK          | Φ(2/1.5811)
            Z             | 3   | 1 2 3 4     | -           | K_TOO_SMALL | four values
            Z             | 2   | 2 2 2 2 2   | -           | ZERO_SD     | all alike
            RANK          | 1   | 1 2 3 4     | 12.5        | OK          | the lowest of four
            RANK          | 4   | 1 2 3 4     | 87.5        | OK          | the highest of four
            RANK          | 2   | 1 2 2 4     | 50          | OK          | a tie takes the middle
            RANK          | 2.5 | 1 2 3 4     | 50          | OK          | reduced, so in nobody's place
            RANK          | 7   | 7           | 50          | OK          | alone
            MINMAX_COHORT | 2   | 1 2 5       | 25          | OK          | a quarter of the way
            MINMAX_COHORT | 2   | 2           | -           | ZERO_SD     | alone
            GOALPOSTS_OF_BASE_YEAR | 30 | 0 25 50 75 100 | 27.77777778 | OK | 5th and 95th percentile are 5 and 95
            GOALPOSTS_OF_BASE_YEAR | 30 | 0 25 50 75     | -           | K_TOO_SMALL | four values
            """)
    void againstACohort(Method method, double x, String cohort, String score, Flag flag, String reason) {
        check(how(method, null, null, null, null), false, x, null, cohort, score, flag);
    }

    @ParameterizedTest(name = "{0} {1}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            Z             | 5 | 1 2 3 4 5 | 10.29516054 | mirrored
            RANK          | 1 | 1 2 3 4   | 87.5        | the lowest is best
            MINMAX_COHORT | 2 | 1 2 5     | 75          | mirrored
            """)
    void againstACohortWhereLessIsBetter(Method method, double x, String cohort, String score, String reason) {
        check(how(method, null, null, null, null), true, x, null, cohort, score, Flag.OK);
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            TARGET_RATIO       | .12  | 100  | the check value's exchange: beyond the target
            TARGET_RATIO       | .10  | 100  | on the line
            TARGET_RATIO       | .05  | 50   | half
            TARGET_RATIO       | -.05 | 0    | negative
            DISTANCE_TO_TARGET | .10  | 100  | there
            DISTANCE_TO_TARGET | .125 | 50   | above, half of the tolerance
            DISTANCE_TO_TARGET | .05  | 0    | below, the whole tolerance
            STEP               | .04  | 0    | below the first step
            STEP               | .05  | 60   | on the line
            STEP               | .2   | 100  | above the last
            """)
    void againstATarget(Method method, double x, String score, String reason) {
        check(how(method, null, null, .10, .05), false, x, null, "", score, Flag.OK);
    }

    @ParameterizedTest(name = "{0} after {1}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            12 | 10 | 66.66666667 | OK           | a fifth more, posts at 0 and .3
            9  | 10 | 0           | OK           | less
            12 | 0  | -           | BASE_MISSING | nothing before
            12 | -1 | -           | BASE_MISSING | negative before
            12 | -  | -           | BASE_MISSING | unknown before
            """)
    void growth(double x, String base, String score, Flag flag, String reason) {
        check(
                how(Method.GROWTH, 0.0, .3, null, null),
                false,
                x,
                base.equals("-") ? null : Double.valueOf(base),
                "",
                score,
                flag);
    }

    @Test
    void doesNotDependOnTheOrderOfTheCohort() {
        Normalisation z = how(Method.Z, null, null, null, null);

        assertThat(NormalisedScore.of(z, false, 2, null, new Cohort(List.of(.1, .7, 3.3, 1.9, 2.0))))
                .isEqualTo(NormalisedScore.of(z, false, 2, null, new Cohort(List.of(3.3, 2.0, .1, 1.9, .7))));
    }

    private static void check(
            Normalisation how, boolean lower, double x, Double base, String cohort, String score, Flag flag) {
        List<Double> values = cohort.isEmpty()
                ? List.of()
                : Arrays.stream(cohort.split(" ")).map(Double::valueOf).toList();
        NormalisedScore actual = NormalisedScore.of(how, lower, x, base, new Cohort(values));

        assertThat(actual.flag()).isEqualTo(flag);
        if (score.equals("-")) {
            assertThat(actual.score()).isNull();
        } else {
            assertThat(actual.score()).isCloseTo(Double.parseDouble(score), within(2e-8));
        }
    }

    private static Normalisation how(Method method, Double lo, Double hi, Double target, Double tolerance) {
        return new Normalisation(method, lo, hi, target, tolerance, Map.of(.05, 60.0, .10, 100.0));
    }
}
