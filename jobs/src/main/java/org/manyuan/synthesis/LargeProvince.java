package org.manyuan.synthesis;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A province of junior middle schools, made for measuring: ten counties a city, twenty schools a county, sixteen of them in four groups
 * that were joined in different years. Three cohorts sit five papers each time: one leaves after grade 9, two sit grade 8 and a year later
 * grade 9. One score in a hundred is an absence. Nobody in it lives. The same numbers give the same bytes.
 *
 * @param asked rows of exam_score that were asked for; {@link #rows} are at most as many, so that every county has as many pupils
 * @param districts counties
 */
public record LargeProvince(long asked, int districts) {
    static final List<String> SUBJECTS = List.of("chinese", "math", "english", "physics", "chemistry");
    static final List<Sitting> SITTINGS = List.of(
            new Sitting(2021, 8, 1),
            new Sitting(2021, 9, 0),
            new Sitting(2022, 8, 2),
            new Sitting(2022, 9, 1),
            new Sitting(2023, 9, 2));
    private static final int COHORTS = 3;
    private static final int LINKED_COHORTS = 2;
    static final int SCHOOLS = 20;
    static final int GROUPS = 4;
    static final int SCHOOLS_OF_A_GROUP = 4;
    static final int COUNTIES_OF_A_CITY = 10;
    private static final int MOST_DISTRICTS = 900;
    private static final int FEWEST_PUPILS = 2 * SCHOOLS;
    static final List<Integer> JOINED = List.of(2019, 2022, 2023, 2022);

    private static final long ALL_SHARES =
            IntStream.range(0, SCHOOLS).mapToLong(LargeProvince::share).sum();

    /** Full mark 120 in halves. */
    private static final int MOST_STEPS = 240;

    /** One grade of a school year, and which cohort it is. */
    record Sitting(int year, int grade, int cohort) {}

    public LargeProvince {
        if (districts < 1 || districts > MOST_DISTRICTS) {
            throw new IllegalArgumentException("there are 1 to " + MOST_DISTRICTS + " districts");
        }
        if (asked < (long) FEWEST_PUPILS * SITTINGS.size() * SUBJECTS.size() * districts) {
            throw new IllegalArgumentException(
                    "there must be at least " + FEWEST_PUPILS * SITTINGS.size() * SUBJECTS.size() + " rows a district");
        }
    }

    /** Rows of exam_score. */
    public long rows() {
        return pupilsOfACohort() * SITTINGS.size() * SUBJECTS.size() * districts;
    }

    /** Pupils, each once. */
    public long pupils() {
        return pupilsOfACohort() * COHORTS * districts;
    }

    /** Those of them who sat grade 8 and, a year later, grade 9. */
    public long linkedPupils() {
        return pupilsOfACohort() * LINKED_COHORTS * districts;
    }

    /** The counties' codes, in order. */
    public List<String> districtCodes() {
        return IntStream.range(0, districts)
                .mapToObj(LargeProvince::districtCode)
                .toList();
    }

    /** The province's own code, which hands in the registers. */
    public String provinceCode() {
        return "370000";
    }

    /** Everything but the scores: text by file name, in the order in which they refer to each other. */
    public Map<String, String> registers() {
        return new LargeProvinceRegisters(this).files();
    }

    /**
     * Writes the scores of a county, UTF-8, row by row.
     *
     * @param isCorrected whether every tenth pupil has half a point more than at first
     */
    public void write(int district, boolean isCorrected, OutputStream out) throws IOException {
        out.write("exam_code,subject,student_id,school_code,score,status\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder lines = new StringBuilder(1 << 17);
        for (int sitting = 0; sitting < SITTINGS.size(); sitting++) {
            String exam = examCode(SITTINGS.get(sitting), district);
            for (long place = 0; place < pupilsOfACohort(); place++) {
                long pupil = ((long) district * COHORTS + SITTINGS.get(sitting).cohort()) * pupilsOfACohort() + place;
                String middle = "," + number(district, pupil) + "," + schoolCode(district, schoolOf(place)) + ",";
                for (int subject = 0; subject < SUBJECTS.size(); subject++) {
                    lines.append(exam).append(',').append(SUBJECTS.get(subject)).append(middle);
                    score(district, sitting, subject, pupil, place, isCorrected, lines);
                }
                if (lines.length() > 1 << 16) {
                    out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
                    lines.setLength(0);
                }
            }
        }
        out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private void score(
            int district, int sitting, int subject, long pupil, long place, boolean isCorrected, StringBuilder out) {
        long row = (pupil * SITTINGS.size() + sitting) * SUBJECTS.size() + subject;
        long chance = mixed(row);
        if (Long.remainderUnsigned(chance, 100) == 0) {
            out.append(",absent\n");
            return;
        }
        int school = schoolOf(place);
        double points = 76
                + 2 * normal(mixed(7_000_000L + district))
                + 3 * normal(mixed(8_000_000L + (long) district * SCHOOLS + school))
                + 0.5 * normal(mixed(9_000_000L + (long) (district * SITTINGS.size() + sitting) * SCHOOLS + school))
                + groupEffect(school, SITTINGS.get(sitting).year())
                + 12 * normal(mixed(-1 - pupil))
                + 8 * normal(chance);
        int steps = (int) Math.max(2, Math.min(MOST_STEPS, Math.round(2 * points)));
        if (isCorrected && pupil % 10 == 0 && steps < MOST_STEPS) {
            steps++;
        }
        out.append(steps / 2).append(steps % 2 == 0 ? "" : ".5").append(",present\n");
    }

    /** Leads are ahead; members gain a point a year from the year in which they joined. */
    private static double groupEffect(int school, int year) {
        if (school >= GROUPS * SCHOOLS_OF_A_GROUP) {
            return 0;
        }
        int joined = JOINED.get(school / SCHOOLS_OF_A_GROUP);
        return school % SCHOOLS_OF_A_GROUP == 0 ? 4 : Math.max(0, year - joined + 1);
    }

    private long pupilsOfACohort() {
        return asked / ((long) SITTINGS.size() * SUBJECTS.size() * districts);
    }

    /** Schools are of different sizes: the sixth has about twice the pupils of the first. */
    private int schoolOf(long place) {
        long shares = 0;
        for (int school = 0; school < SCHOOLS; school++) {
            shares += share(school);
            if (place * ALL_SHARES < shares * pupilsOfACohort()) {
                return school;
            }
        }
        return SCHOOLS - 1;
    }

    private static long share(int school) {
        return 10 + school * 7 % 11;
    }

    static String cityCode(int city) {
        return Integer.toString(370_100 + 100 * city);
    }

    static String districtCode(int district) {
        return Integer.toString(370_101 + 100 * (district / COUNTIES_OF_A_CITY) + district % COUNTIES_OF_A_CITY);
    }

    static String schoolCode(int district, int school) {
        return Long.toString(3_137_000_001L + (long) district * SCHOOLS + school);
    }

    static String groupCode(int district, int group) {
        return "G" + districtCode(district) + "-" + group;
    }

    static String examCode(Sitting sitting, int district) {
        return sitting.year() + "-J" + sitting.grade() + "-" + districtCode(district);
    }

    /** As a national number: G, the county, eleven digits, and the check digit of ISO 7064 MOD 11-2. */
    private static String number(int district, long pupil) {
        StringBuilder number = new StringBuilder("G").append(districtCode(district));
        String digits = Long.toString(Long.remainderUnsigned(mixed(pupil), 1_000) * 100_000_000L + pupil);
        number.append("0".repeat(11 - digits.length())).append(digits);
        int sum = 0;
        for (int i = 1; i < number.length(); i++) {
            sum = (sum + number.charAt(i) - '0') * 2 % 11;
        }
        int check = (12 - sum) % 11;
        return number.append(check == 10 ? "X" : String.valueOf(check)).toString();
    }

    /** About normal, from the four quarters of a mixed number: their sum, with mean 0 and variance 1. */
    private static double normal(long chance) {
        double sum = 0;
        for (int quarter = 0; quarter < 4; quarter++) {
            sum += ((chance >>> (16 * quarter)) & 0xFFFF) / 65_536.0;
        }
        return (sum - 2) * 1.7320508075688772;
    }

    static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
