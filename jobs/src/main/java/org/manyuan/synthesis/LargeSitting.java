package org.manyuan.synthesis;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One long exam sheet of any number of rows, made for measuring: a city's pupils in five papers each. One row in a hundred is wrong, with
 * every reason in its turn; of every 4,000 rows one says another row again and two contradict each other. The same numbers give the
 * same bytes.
 *
 * @param rows of the sheet
 * @param isShuffled whether a pupil's rows lie far apart; otherwise they follow each other
 */
public record LargeSitting(long rows, boolean isShuffled) {
    private static final List<String> SUBJECTS = List.of("chinese", "math", "english", "physics", "chemistry");
    private static final int EXAMS = 8;
    private static final int SCHOOLS = 2_000;
    private static final int PUPILS_OF_A_SCHOOL = 300;

    /** After so many rows the faults come round again. */
    private static final int PERIOD = 4_000;

    private static final int FIRST_BAD = 50;
    private static final int BAD_STEP = 100;
    private static final int DUPLICATE = 7;
    private static final int CONFLICT = 2_007;

    private static final String LONG_TEXT = "0123456789".repeat(5);

    /** What is wrong with the bad rows, in their turn. */
    private static final List<String> REASONS = List.of(
            "CELLS:",
            "PATTERN:exam_code",
            "UNKNOWN_EXAM:exam_code",
            "REQUIRED:subject",
            "PATTERN:subject",
            "UNKNOWN_PAPER:subject",
            "REQUIRED:student_id",
            "LENGTH:student_id",
            "ROUNDED_NUMBER:student_id",
            "REQUIRED:school_code",
            "UNKNOWN_SCHOOL:school_code",
            "LENGTH:class_no",
            "TYPE:score",
            "PRECISION:score",
            "RANGE:score",
            "ABOVE_FULL_MARK:score",
            "OFF_STEP:score",
            "REQUIRED:score",
            "NOT_EMPTY:score",
            "CODE:status");

    public LargeSitting {
        if (rows < PERIOD) {
            throw new IllegalArgumentException(
                    "the sheet must have at least " + PERIOD + " rows, so that every fault is in it");
        }
    }

    /** What must come out. */
    public record Expected(long accepted, long duplicates, long conflicts, Map<String, Long> rejected) {}

    /** The answer that is known before. */
    public Expected expected() {
        Map<String, Long> rejected = new TreeMap<>();
        long bad = 0;
        for (int k = 0; k < (PERIOD - FIRST_BAD + BAD_STEP - 1) / BAD_STEP; k++) {
            long times = times(FIRST_BAD + k * BAD_STEP);
            rejected.merge(REASONS.get(k % REASONS.size()), times, Long::sum);
            bad += times;
        }
        long duplicates = times(DUPLICATE);
        long conflicts = 2 * times(CONFLICT);
        return new Expected(rows - bad - duplicates - conflicts, duplicates, conflicts, rejected);
    }

    /** The registers that the sheet refers to: text by file name, in the order in which they refer to each other. */
    public Map<String, String> registers() {
        List<String> schools = new ArrayList<>(List.of("school_code,valid_from,name"));
        for (int school = 0; school < SCHOOLS; school++) {
            schools.add(school(school) + ",2000-01-01,合成学校" + school);
        }
        List<String> exams = new ArrayList<>(List.of("exam_code,series,school_year,stage,grade,held_on"));
        List<String> papers = new ArrayList<>(List.of("exam_code,subject,full_mark,score_step"));
        for (int exam = 0; exam < EXAMS; exam++) {
            exams.add(exam(exam) + ",J9-" + exam + ",2023,J,9,2024-06-15");
            for (String subject : SUBJECTS) {
                papers.add(exam(exam) + "," + subject + ",150,0.5");
            }
        }
        return Map.of(
                "district.csv", "district_code,name,level,parent_code\n370305,合成区,county,\n",
                "school.csv", String.join("\n", schools) + "\n",
                "exam.csv", String.join("\n", exams) + "\n",
                "exam_paper.csv", String.join("\n", papers) + "\n");
    }

    /** Writes the sheet, UTF-8. */
    public void write(OutputStream out) throws IOException {
        out.write(
                "exam_code,subject,student_id,school_code,class_no,score,status\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder line = new StringBuilder(256);
        long step = step();
        long row = 0;
        for (long i = 0; i < rows; i++) {
            line(row, line);
            if (line.length() > 1 << 16) {
                out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
                line.setLength(0);
            }
            row = (row + step) % rows;
        }
        out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private void line(long row, StringBuilder out) {
        int place = (int) (row % PERIOD);
        if (place == DUPLICATE) {
            good(row - SUBJECTS.size(), 0, out);
        } else if (place == CONFLICT) {
            good(row - SUBJECTS.size(), 1, out);
        } else if (place >= FIRST_BAD && (place - FIRST_BAD) % BAD_STEP == 0) {
            bad(row, (place - FIRST_BAD) / BAD_STEP % REASONS.size(), out);
        } else {
            good(row, 0, out);
        }
    }

    private static void good(long row, int points, StringBuilder out) {
        long pupil = row / SUBJECTS.size();
        boolean isAbsent = mixed(row) % 50 == 0 && points == 0 && row % PERIOD != CONFLICT - SUBJECTS.size();
        out.append(exam(examOf(pupil))).append(',');
        out.append(SUBJECTS.get((int) (row % SUBJECTS.size()))).append(',');
        number(pupil, out);
        out.append(',').append(school(schoolOf(pupil)));
        out.append(',').append(pupil / 50 % 6 + 1).append(',');
        if (isAbsent) {
            out.append(",absent\n");
        } else {
            long halves = (Long.remainderUnsigned(mixed(row), 290) + points) % 300;
            out.append(halves / 2).append(halves % 2 == 0 ? "" : ".5").append(",present\n");
        }
    }

    private static void bad(long row, int reason, StringBuilder out) {
        long pupil = row / SUBJECTS.size();
        StringBuilder number = new StringBuilder();
        number(pupil, number);
        String[] cells = {
            exam(examOf(pupil)),
            SUBJECTS.get((int) (row % SUBJECTS.size())),
            number.toString(),
            school(schoolOf(pupil)),
            "1",
            "88.5",
            "present"
        };
        switch (reason) {
            case 0 -> cells[6] = "present,stray";
            case 1 -> cells[0] = "_E1";
            case 2 -> cells[0] = "E1999";
            case 3 -> cells[1] = "";
            case 4 -> cells[1] = "sub-ject";
            case 5 -> cells[1] = "no_such_paper";
            case 6 -> cells[2] = "";
            case 7 -> cells[2] = LONG_TEXT;
            case 8 -> cells[2] = "3.7E+17";
            case 9 -> cells[3] = "";
            case 10 -> cells[3] = "3999999999";
            case 11 -> cells[4] = LONG_TEXT;
            case 12 -> cells[5] = "8x";
            case 13 -> cells[5] = "88.1234";
            case 14 -> cells[5] = "2001";
            case 15 -> cells[5] = "150.5";
            case 16 -> cells[5] = "88.3";
            case 17 -> cells[5] = "";
            case 18 -> cells[6] = "absent";
            default -> cells[6] = "late";
        }
        out.append(String.join(",", cells)).append('\n');
    }

    private long times(int place) {
        return (rows - place + PERIOD - 1) / PERIOD;
    }

    /** Coprime to the rows, so that going round in such steps meets every row once. */
    private long step() {
        long step = isShuffled ? (long) (rows * 0.6180339887498949) | 1 : 1;
        while (gcd(step, rows) != 1) {
            step += 2;
        }
        return step;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** As a national number: G, a district, eleven digits, and the check digit of ISO 7064 MOD 11-2. */
    private static void number(long pupil, StringBuilder out) {
        int from = out.length() + 1;
        out.append("G370305");
        String digits = Long.toString(Long.remainderUnsigned(mixed(pupil), 1_000) * 100_000_000L + pupil);
        out.append("0".repeat(11 - digits.length())).append(digits);
        int sum = 0;
        for (int i = from; i < out.length(); i++) {
            sum = (sum + out.charAt(i) - '0') * 2 % 11;
        }
        int check = (12 - sum) % 11;
        out.append(check == 10 ? "X" : String.valueOf(check));
    }

    private static int schoolOf(long pupil) {
        return (int) (pupil / PUPILS_OF_A_SCHOOL % SCHOOLS);
    }

    private static int examOf(long pupil) {
        return schoolOf(pupil) % EXAMS;
    }

    private static String school(int school) {
        return Long.toString(3_137_000_001L + school);
    }

    private static String exam(int exam) {
        return "E2024-" + exam;
    }

    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
