package org.manyuan.synthesis;

import java.time.LocalDate;
import java.util.Locale;
import org.manyuan.domain.Stage;

/**
 * A made-up pupil: the {@code number}-th of those who entered a stage of a school in one year.
 *
 * @param block the place of the school in the plan, so that no two pupils share a number
 */
record Pupil(String school, int block, Stage stage, int entryYear, int number) {
    /** What the plan's blocks leave room for: entrants of one stage of one school in one year. */
    static final int MOST = 1000;

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int DAYS = 360;

    /** The name under which chance knows this pupil. */
    String key() {
        return school + stage + entryYear + "-" + number;
    }

    /**
     * The 学籍号: J, region, birthday, three digits, check digit of ISO 7064 MOD 11-2 (METRICS A7). J numbers hold no citizen's
     * number, so no living person has it.
     *
     * @param ageAtEntry full years on the September 1 of entry
     */
    String studentNumber(String region, int ageAtEntry) {
        String digits = region
                + birthday(ageAtEntry).toString().replace("-", "")
                + String.format(Locale.ROOT, "%03d", place() / DAYS + 1);
        return "J" + digits + checkDigit(digits);
    }

    /** The day of birth that the number holds. */
    LocalDate birthday(int ageAtEntry) {
        return LocalDate.of(entryYear - ageAtEntry - 1, 9, 1).plusDays(place() % DAYS);
    }

    /** The name that clerks write beside the number; nobody is called so. */
    String madeUpName() {
        return String.format(Locale.ROOT, "学生%02d%03d", block + 1, number);
    }

    private int place() {
        return block * MOST + number;
    }

    /** The 考号 of one exam: year, region, school, pupil. It says nothing in another year. */
    String examNumber(String region, int schoolYear) {
        return String.format(Locale.ROOT, "%02d%s%02d%03d", (schoolYear + 1) % 100, region.substring(2), block, number);
    }

    /** ISO 7064 MOD 11-2 over seventeen digits. */
    static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11);
    }
}
