package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

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
}
