package org.manyuan.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a file of schemas/regions can say: six schools, two groups, and one block of rows that changes from test to test. */
class RegionLanguageTest {
    private static final String SMALL = """
            reconstruction: small
            code: "371427"
            seed: 1
            first_code: 100
            years: [2020, 2021]
            terms:
              2020: [2020-09-01, 2021-01-11, 2021-03-01, 2021-07-11]
              2021: [2021-09-01, 2022-01-11, 2022-03-01, 2022-07-11]
            schools:
              - {pool: leads, names: [甲校, 乙校], school_type: "312", stages: PJ, schooling_system: 5-4}
              - {pool: members, count: 4, name: "丙{n}校", school_type: "211", stages: P, township: [东镇, 西镇], tags: [weak, ""]}
            groups:
              - names: [甲集团, 乙集团]
                group_code: "G{n}"
                kind: education_group
                form: [托管型, 联盟型]
                founded_on: 2020-09-01
                units:
                  - {role: lead, pool: leads}
                  - {role: member, pool: members, take: [1, 3], joined_on: [2020-09-01, 2021-09-01, 2021-09-01]}
            """;

    @Test
    void schoolsAreNamedOrGeneratedAndKeepTheirPool() {
        List<Map<String, String>> schools = made("").get("school");
        assertThat(schools).extracting(row -> row.get("name")).containsExactly("甲校", "乙校", "丙1校", "丙2校", "丙3校", "丙4校");
        assertThat(schools)
                .extracting(row -> row.get("school_code"))
                .startsWith("3137000101", "3137000102", "2137000103");
        assertThat(schools).extracting(row -> row.get("township")).endsWith("东镇", "西镇", "东镇", "西镇");
    }

    @Test
    void aSchoolHasADatedRowForEachVersion() {
        String renamed = SMALL.replace("schools:", """
                schools:
                  - {pool: old, names: [旧校], school_type: "211", stages: P, part_of: "{@甲校}",
                     versions: [{valid_from: 2000-09-01}, {valid_from: 2021-03-15, township: 北镇}]}
                """.stripTrailing());
        assertThatThrownBy(() -> read(renamed)).hasMessageContaining("nothing here is called @甲校");
        List<Map<String, String>> rows =
                read(renamed.replace(", part_of: \"{@甲校}\"", "")).get("school").subList(0, 2);
        assertThat(rows).extracting(row -> row.get("valid_from")).containsExactly("2000-09-01", "2021-03-15");
        assertThat(rows).extracting(row -> row.get("township")).containsExactly(null, "北镇");
    }

    @Test
    void groupsTakeSchoolsInOrderAndEachOnce() {
        assertThat(made("").get("group_membership"))
                .extracting(row -> row.get("group_code")
                        + row.get("role")
                        + row.get("school_code").substring(8)
                        + row.get("joined_on"))
                .containsExactly(
                        "G1lead012020-09-01",
                        "G1member032020-09-01",
                        "G2lead022020-09-01",
                        "G2member042020-09-01",
                        "G2member052021-09-01",
                        "G2member062021-09-01");
        assertThatThrownBy(() -> read(SMALL.replace("take: [1, 3]", "take: 3")))
                .hasMessageContaining("pool members has only 4 schools");
    }

    @Test
    void loopsCrossAndKeepToWhatIsAround() {
        assertThat(column(
                        "{each: [group, term], group_code: \"{group.code}\", held_on: \"{term.from}\"}", "group_code"))
                .containsExactly("G1", "G1", "G1", "G1", "G2", "G2", "G2", "G2");
        assertThat(column("{each: [group, member], group_code: \"{member.name}\"}", "group_code"))
                .containsExactly("丙1校", "丙2校", "丙3校", "丙4校");
        assertThat(column(
                        "{each: [lead, grade], where: {group.no: \"1\", stage: J}, group_code: \"{grade}\"}",
                        "group_code"))
                .as("5-4 schooling")
                .containsExactly("6", "7", "8", "9");
        assertThat(column("{each: month, where: {year: \"2020\"}, group_code: \"{month}\"}", "group_code"))
                .as("months with ten days of term")
                .containsExactly(
                        "2020-09", "2020-10", "2020-11", "2020-12", "2021-01", "2021-03", "2021-04", "2021-05",
                        "2021-06", "2021-07");
    }

    @Test
    void conditionsKnowRangesPartsAndOthers() {
        assertThat(column("{each: school, where: {school.tags: [weak]}, group_code: \"{school.name}\"}", "group_code"))
                .containsExactly("丙1校", "丙3校");
        assertThat(column("{each: school, where: {side: \"!member\"}, group_code: \"{school.name}\"}", "group_code"))
                .containsExactly("甲校", "乙校");
        assertThat(column(
                        "{each: school, where: {school.stages: ~J, school.no: ..1}, group_code: \"{school.name}\"}",
                        "group_code"))
                .containsExactly("甲校");
    }

    @Test
    void cyclesGoRoundTheThingsAndCountsAreOfEach() {
        assertThat(column("{each: group, cycle: 5, group_code: \"{group.code}-{i}-{n}\"}", "group_code"))
                .containsExactly("G1-1-1", "G2-1-2", "G1-2-3", "G2-2-4", "G1-3-5");
        assertThat(column("{each: group, count: [2, 1], group_code: \"{group.code}-{i:2}\"}", "group_code"))
                .containsExactly("G1-01", "G1-02", "G2-01");
    }

    @Test
    void sharesAddToTheirTotalInEveryRun() {
        assertThat(column("{each: group, cycle: 101, lessons: {share_of: 1001}}", "lessons").stream()
                        .mapToInt(Integer::parseInt)
                        .sum())
                .isEqualTo(1001);
        Map<String, List<Map<String, String>>> rows = read(SMALL
                + "enrollment:\n  - {for: year, each: [school, grade], school_code: \"{school.code}\", school_year: \"{year}\","
                + " stage: \"{stage}\", grade: \"{grade}\", students: {share_of: 7777, uneven: 90}}\n");
        for (String year : List.of("2020", "2021")) {
            assertThat(rows.get("enrollment").stream()
                            .filter(row -> row.get("school_year").equals(year))
                            .mapToInt(row -> Integer.parseInt(row.get("students")))
                            .sum())
                    .isEqualTo(7777);
        }
        assertThat(rows.get("enrollment"))
                .extracting(row -> row.get("students"))
                .doesNotContain("0");
    }

    @Test
    void cellsAreGoneThroughPickedDrawnSpreadAndSummed() {
        assertThat(column("{each: school, kind: [送课, 论坛]}", "kind"))
                .containsExactly("送课", "论坛", "送课", "论坛", "送课", "论坛");
        assertThat(column("{each: group, count: 3, kind: {pick: [送课, 论坛], by: i, else: 培训}}", "kind"))
                .containsExactly("送课", "论坛", "培训", "送课", "论坛", "培训");
        assertThat(column("{each: group, cycle: 50, participants: {draw: [3, 5]}}", "participants"))
                .containsOnly("3", "4", "5");
        assertThat(column(
                        "{each: term, count: 9, where: {year: \"2020\", term.no: \"1\"}, held_on: {spread: term}}",
                        "held_on"))
                .startsWith("2020-09-14", "2020-09-27")
                .endsWith("2020-12-29");
        assertThat(column(
                        "{each: year, held_on: 2020-12-30, kind: \"{row.held_on+5} {n*7} {n+1/2} {n+3%3:2}\"}", "kind"))
                .containsExactly("2021-01-04 7 1 01", "2021-01-04 14 2 02");
    }

    @Test
    void whatTheLanguageDoesNotKnowIsToldWithItsLine() {
        assertThatThrownBy(() -> made("{each: group, colour: red}"))
                .hasMessageContaining("line 22")
                .hasMessageContaining("unknown key colour");
        assertThatThrownBy(() -> made("{each: pupil}"))
                .hasMessageContaining("line 22")
                .hasMessageContaining("a loop is one of");
        assertThatThrownBy(() -> made("{each: group, where: {group.form: 无}}"))
                .hasMessageContaining("the block makes no row");
        assertThatThrownBy(() -> made("{each: group, kind: {pick: [送课], by: n}}"))
                .hasMessageContaining("pick has nothing for 2");
        assertThatThrownBy(() -> made("{kind: {spread: term}}")).hasMessageContaining("needs a loop over terms");
        assertThatThrownBy(() -> read(SMALL.replace("school_type: \"211\", ", "")))
                .hasMessageContaining("schools need school_type");
        assertThatThrownBy(() -> read(SMALL.replace("    founded_on: 2020-09-01\n", "")))
                .hasMessageContaining("groups need founded_on");
        assertThatThrownBy(() -> read(SMALL.replace("  2020: [", "  autumn: [")))
                .hasMessageContaining("terms stand under their school year");
        assertThatThrownBy(() -> made("{each: group, lessons: {share_of: many}}"))
                .hasMessageContaining("needs a whole number, found many");
    }

    private static Map<String, List<Map<String, String>>> made(String block) {
        return read(block.isEmpty() ? SMALL : SMALL + "group_activity:\n  - " + block + "\n");
    }

    private static List<String> column(String block, String column) {
        return made(block).get("group_activity").stream()
                .map(row -> row.get(column))
                .toList();
    }

    private static Map<String, List<Map<String, String>>> read(String yaml) {
        return Reconstruction.read(
                        "small.yaml",
                        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
                        OptionalLong.empty())
                .rows();
    }
}
