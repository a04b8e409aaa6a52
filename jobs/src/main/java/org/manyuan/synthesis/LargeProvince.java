package org.manyuan.synthesis;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private static final List<String> SUBJECTS = List.of("chinese", "math", "english", "physics", "chemistry");
    private static final List<Sitting> SITTINGS = List.of(
            new Sitting(2021, 8, 1),
            new Sitting(2021, 9, 0),
            new Sitting(2022, 8, 2),
            new Sitting(2022, 9, 1),
            new Sitting(2023, 9, 2));
    private static final int COHORTS = 3;
    private static final int LINKED_COHORTS = 2;
    private static final int SCHOOLS = 20;
    private static final int GROUPS = 4;
    private static final int SCHOOLS_OF_A_GROUP = 4;
    private static final int COUNTIES_OF_A_CITY = 10;
    private static final int MOST_DISTRICTS = 900;
    private static final int FEWEST_PUPILS = 2 * SCHOOLS;
    private static final List<Integer> JOINED = List.of(2019, 2022, 2023, 2022);
    private static final List<Integer> YEARS = List.of(2021, 2022, 2023);

    private static final long ALL_SHARES =
            IntStream.range(0, SCHOOLS).mapToLong(LargeProvince::share).sum();

    /** Full mark 120 in halves. */
    private static final int MOST_STEPS = 240;

    private record Sitting(int year, int grade, int cohort) {}

    public LargeProvince {
        if (districts < 1 || districts > MOST_DISTRICTS) {
            throw new IllegalArgumentException("there are 1 to " + MOST_DISTRICTS + " districts");
        }
        if (asked < (long) FEWEST_PUPILS * SITTINGS.size() * SUBJECTS.size() * districts) {
            throw new IllegalArgumentException("there must be at least "
                    + FEWEST_PUPILS * SITTINGS.size() * SUBJECTS.size() + " rows a district");
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
        Map<String, String> files = new LinkedHashMap<>();
        files.put("district.csv", text("district_code,name,parent_code,level,origin", places()));
        files.put(
                "school.csv",
                text(
                        "school_code,valid_from,district_code,name,school_type,stages,schooling_system,setting_code,ownership,origin",
                        schools()));
        files.put("education_group.csv", text("group_code,authority_code,name,kind,founded_on,origin", groups()));
        files.put("group_membership.csv", text("group_code,school_code,joined_on,role,origin", memberships()));
        files.put(
                "exam.csv",
                text(
                        "exam_code,district_code,series,school_year,term,kind,stage,grade,held_on,lawful_use_note,origin",
                        exams()));
        files.put(
                "exam_paper.csv",
                text("exam_code,subject,full_mark,score_step,excellent_cut,pass_cut,low_cut,origin", papers()));
        files.put(
                "enrollment.csv",
                text("school_code,school_year,stage,grade,census_on,students,classes,intake,origin", enrollment()));
        return files;
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

    private List<String> places() {
        List<String> places = new ArrayList<>(List.of(provinceCode() + ",合成省,,province,synthetic"));
        for (int city = 0; city * COUNTIES_OF_A_CITY < districts; city++) {
            places.add(cityCode(city) + ",合成市" + city + "," + provinceCode() + ",city,synthetic");
        }
        for (int district = 0; district < districts; district++) {
            places.add(districtCode(district) + ",合成县" + district + "," + cityCode(district / COUNTIES_OF_A_CITY)
                    + ",county,synthetic");
        }
        return places;
    }

    private List<String> schools() {
        return ofSchools((district, school) -> List.of(schoolCode(district, school) + ",2000-09-01,"
                + districtCode(district) + ",合成中学" + district + "-" + school
                + ",311,J,6-3,111,public,synthetic"));
    }

    private List<String> groups() {
        List<String> groups = new ArrayList<>();
        for (int district = 0; district < districts; district++) {
            for (int group = 0; group < GROUPS; group++) {
                groups.add(groupCode(district, group) + "," + districtCode(district) + ",合成集团" + district + "-" + group
                        + ",education_group," + JOINED.get(group) + "-09-01,synthetic");
            }
        }
        return groups;
    }

    private List<String> memberships() {
        return ofSchools((district, school) -> school >= GROUPS * SCHOOLS_OF_A_GROUP
                ? List.of()
                : List.of(groupCode(district, school / SCHOOLS_OF_A_GROUP) + "," + schoolCode(district, school) + ","
                        + JOINED.get(school / SCHOOLS_OF_A_GROUP) + "-09-01,"
                        + (school % SCHOOLS_OF_A_GROUP == 0 ? "lead" : "member") + ",synthetic"));
    }

    private List<String> exams() {
        List<String> exams = new ArrayList<>();
        for (int district = 0; district < districts; district++) {
            for (Sitting sitting : SITTINGS) {
                boolean isLast = sitting.grade() == 9;
                exams.add(examCode(sitting, district) + "," + districtCode(district) + ","
                        + (isLast ? "学业水平-J-9," : "期末-J-8,") + sitting.year() + ",2,"
                        + (isLast ? "graduation" : "final") + ",J," + sitting.grade() + "," + (sitting.year() + 1)
                        + (isLast ? "-06-15" : "-06-28") + ",合成数据,synthetic");
            }
        }
        return exams;
    }

    private List<String> papers() {
        List<String> papers = new ArrayList<>();
        for (int district = 0; district < districts; district++) {
            for (Sitting sitting : SITTINGS) {
                for (String subject : SUBJECTS) {
                    papers.add(examCode(sitting, district) + "," + subject + ",120,0.5,102,72,48,synthetic");
                }
            }
        }
        return papers;
    }

    private List<String> enrollment() {
        return ofSchools((district, school) -> {
            List<String> rows = new ArrayList<>();
            for (int year : YEARS) {
                for (int grade = 7; grade <= 9; grade++) {
                    long cohort = (long) (district * SCHOOLS + school) * 100 + (year - grade);
                    long intake = 60 + Long.remainderUnsigned(mixed(6_000_000_000L + cohort), 240);
                    long students = intake + (grade - 7) * 2 + Long.remainderUnsigned(mixed(cohort + grade), 5);
                    rows.add(schoolCode(district, school) + "," + year + ",J," + grade + "," + year + "-09-20,"
                            + students + "," + (students / 45 + 1) + "," + (grade == 7 ? intake : "")
                            + ",synthetic");
                }
            }
            return rows;
        });
    }

    private interface OfSchool {
        List<String> rows(int district, int school);
    }

    private List<String> ofSchools(OfSchool of) {
        return IntStream.range(0, districts * SCHOOLS)
                .mapToObj(i -> of.rows(i / SCHOOLS, i % SCHOOLS))
                .flatMap(List::stream)
                .toList();
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

    private static String text(String header, List<String> rows) {
        return header + "\n" + String.join("\n", rows) + "\n";
    }

    private static String cityCode(int city) {
        return Integer.toString(370_100 + 100 * city);
    }

    private static String districtCode(int district) {
        return Integer.toString(370_101 + 100 * (district / COUNTIES_OF_A_CITY) + district % COUNTIES_OF_A_CITY);
    }

    private static String schoolCode(int district, int school) {
        return Long.toString(3_137_000_001L + (long) district * SCHOOLS + school);
    }

    private static String groupCode(int district, int group) {
        return "G" + districtCode(district) + "-" + group;
    }

    private static String examCode(Sitting sitting, int district) {
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

    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
