package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our own readers of bytes against the library's of text. */
class ReadingOfNumbersAndDaysTest {
    @Test
    void readsEveryDayOfFourCenturies() {
        DayPattern pattern = new DayPattern("yyyy-MM-dd");
        Slice slice = new Slice();
        for (LocalDate day = LocalDate.of(1800, 1, 1); day.getYear() < 2200; day = day.plusDays(1)) {
            slice.rewrite(day.toString());
            assertThat((long) pattern.read(slice)).isEqualTo(day.toEpochDay());
        }
    }

    @Test
    void readsTheSameNumberAsTheLibrary() {
        Random random = new Random(7);
        NumberText number = new NumberText();
        Slice slice = new Slice();
        for (int i = 0; i < 100_000; i++) {
            BigDecimal written = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(12));
            if (written.precision() > 15) {
                continue;
            }
            slice.rewrite(written.toPlainString());
            assertThat(number.read(slice)).as(written.toPlainString()).isTrue();
            assertThat(BigDecimal.valueOf(number.digits, number.decimals)).isEqualByComparingTo(written);
            assertThat(number.isExact()).isTrue();
            assertThat(number.asDouble() + 0.0).isEqualTo(Double.parseDouble(written.toPlainString()) + 0.0);
        }
    }

    @ParameterizedTest(name = "{0} is {1} as a count, {2} as a decimal: {3}")
    @CsvSource(delimiter = '|', nullValues = "no", textBlock = """
            1,045       | 1045    | no        | one comma could be a decimal one
            12,345,678  | 12345678 | 12345678 | two are none
            1,045.50    | 1045.50 | 1045.50   | nor one before a point
            -1,045      | -1045   | no        | with its sign
            1,04        | no      | no        | no group of three
            1045,000    | no      | no        | too many before it
            ,045        | no      | no        | none before it
            1,045,      | no      | no        | none behind it
            1,0a5       | no      | no        | no number
            1045        | no      | no        | nothing to join
            """)
    void joinsDigitsInGroupsOfThreeWhereTheyCanBeNothingElse(
            String written, String count, String decimal, String reason) {
        assertThat(joined(written, false)).as(reason).isEqualTo(count);
        assertThat(joined(written, true)).as(reason).isEqualTo(decimal);
    }

    private static String joined(String written, boolean mustBeCertain) {
        Slice slice = new Slice();
        slice.rewrite(written);
        boolean isJoined = mustBeCertain ? DigitGroups.joinCertain(slice) : DigitGroups.join(slice);
        assertThat(isJoined || slice.text().equals(written)).isTrue();
        return isJoined ? slice.text() : null;
    }
}
