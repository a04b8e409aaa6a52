package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** All of a {@link LargeProvince} but its scores: districts, schools, groups, exams, papers, and pupils counted by school and grade. */
final class LargeProvinceRegisters {
    private static final List<Integer> YEARS = List.of(2021, 2022, 2023);

    private final LargeProvince province;

    LargeProvinceRegisters(LargeProvince province) {
        this.province = province;
    }

    /** Text by file name, in the order in which they refer to each other. */
    Map<String, String> files() {
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

    private List<String> places() {
        List<String> places = new ArrayList<>(List.of(province.provinceCode() + ",合成省,,province,synthetic"));
        for (int city = 0; city * LargeProvince.COUNTIES_OF_A_CITY < province.districts(); city++) {
            places.add(
                    LargeProvince.cityCode(city) + ",合成市" + city + "," + province.provinceCode() + ",city,synthetic");
        }
        for (int district = 0; district < province.districts(); district++) {
            places.add(LargeProvince.districtCode(district) + ",合成县" + district + ","
                    + LargeProvince.cityCode(district / LargeProvince.COUNTIES_OF_A_CITY) + ",county,synthetic");
        }
        return places;
    }

    private List<String> schools() {
        return ofSchools((district, school) -> List.of(LargeProvince.schoolCode(district, school) + ",2000-09-01,"
                + LargeProvince.districtCode(district) + ",合成中学" + district + "-" + school
                + ",311,J,6-3,111,public,synthetic"));
    }

    private List<String> groups() {
        List<String> groups = new ArrayList<>();
        for (int district = 0; district < province.districts(); district++) {
            for (int group = 0; group < LargeProvince.GROUPS; group++) {
                groups.add(LargeProvince.groupCode(district, group) + "," + LargeProvince.districtCode(district)
                        + ",合成集团" + district + "-" + group + ",education_group," + LargeProvince.JOINED.get(group)
                        + "-09-01,synthetic");
            }
        }
        return groups;
    }

    private List<String> memberships() {
        return ofSchools((district, school) -> school >= LargeProvince.GROUPS * LargeProvince.SCHOOLS_OF_A_GROUP
                ? List.of()
                : List.of(LargeProvince.groupCode(district, school / LargeProvince.SCHOOLS_OF_A_GROUP) + ","
                        + LargeProvince.schoolCode(district, school) + ","
                        + LargeProvince.JOINED.get(school / LargeProvince.SCHOOLS_OF_A_GROUP) + "-09-01,"
                        + (school % LargeProvince.SCHOOLS_OF_A_GROUP == 0 ? "lead" : "member") + ",synthetic"));
    }

    private List<String> exams() {
        List<String> exams = new ArrayList<>();
        for (int district = 0; district < province.districts(); district++) {
            for (LargeProvince.Sitting sitting : LargeProvince.SITTINGS) {
                boolean isLast = sitting.grade() == 9;
                exams.add(LargeProvince.examCode(sitting, district) + "," + LargeProvince.districtCode(district) + ","
                        + (isLast ? "学业水平-J-9," : "期末-J-8,") + sitting.year() + ",2,"
                        + (isLast ? "graduation" : "final") + ",J," + sitting.grade() + "," + (sitting.year() + 1)
                        + (isLast ? "-06-15" : "-06-28") + ",合成数据,synthetic");
            }
        }
        return exams;
    }

    private List<String> papers() {
        List<String> papers = new ArrayList<>();
        for (int district = 0; district < province.districts(); district++) {
            for (LargeProvince.Sitting sitting : LargeProvince.SITTINGS) {
                for (String subject : LargeProvince.SUBJECTS) {
                    papers.add(
                            LargeProvince.examCode(sitting, district) + "," + subject + ",120,0.5,102,72,48,synthetic");
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
                    long cohort = (long) (district * LargeProvince.SCHOOLS + school) * 100 + (year - grade);
                    long intake = 60 + Long.remainderUnsigned(LargeProvince.mixed(6_000_000_000L + cohort), 240);
                    long students =
                            intake + (grade - 7) * 2 + Long.remainderUnsigned(LargeProvince.mixed(cohort + grade), 5);
                    rows.add(LargeProvince.schoolCode(district, school) + "," + year + ",J," + grade + "," + year
                            + "-09-20,"
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
        return IntStream.range(0, province.districts() * LargeProvince.SCHOOLS)
                .mapToObj(i -> of.rows(i / LargeProvince.SCHOOLS, i % LargeProvince.SCHOOLS))
                .flatMap(List::stream)
                .toList();
    }

    private static String text(String header, List<String> rows) {
        return header + "\n" + String.join("\n", rows) + "\n";
    }
}
