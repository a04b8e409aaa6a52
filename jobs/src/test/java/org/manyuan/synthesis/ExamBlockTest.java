package org.manyuan.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExamBlockTest {
    private static final String REGION = """
            reconstruction: small
            code: "410400"
            seed: 7
            first_code: 100
            years: [2023, 2024]
            terms: {2023: [2023-09-01, 2024-01-11, 2024-03-01, 2024-07-11]}
            schools:
              - {pool: leads, names: [甲校], school_type: "311", stages: J}
              - {pool: members, names: [乙校], school_type: "311", stages: J}
              - {pool: others, names: [丙校], school_type: "211", stages: P}
            groups:
              - {names: [甲集团], group_code: G1, kind: education_group, founded_on: 2024-09-01,
                 units: [{role: lead, pool: leads}, {role: member, pool: members}]}
            exams:
              - {code: J8, years: [2023], stage: J, grade: "8", held_on: 06-28, term: "2", kind: final, full_mark: "100",
                 score_step: "0.5", mean: "60", sd: "15"}
              - {code: J9, years: [2024], stage: J, grade: "9", held_on: 06-13, term: "2", kind: graduation, full_mark: "100",
                 score_step: "0.5", excellent_cut: "85", mean: "60", sd: "15",
                 pupils: {pick: {乙校: 50}, by: school.name, else: 20}, level: {pick: {lead: "0.5", member: "-0.5"}, by: side},
                 excellent: {pick: {乙校: 13}, by: school.name, else: ""}}
            """;

    private static final Map<String, List<Map<String, String>>> ROWS = read(REGION);

    @Test
    void anExamIsHeldInTheSpringOfItsSchoolYear() {
        assertThat(ROWS.get("exam"))
                .extracting(row -> row.get("exam_code") + " " + row.get("held_on"))
                .containsExactly("J8-2023 2024-06-28", "J9-2024 2025-06-13");
        assertThat(ROWS.get("exam_paper")).extracting(row -> row.get("subject")).containsOnly("total");
    }

    @Test
    void pupilsOfAGradeSatTheExamAYearAndAGradeEarlier() {
        assertThat(pupils("J9-2024", "3141000101")).hasSize(20).isEqualTo(pupils("J8-2023", "3141000101"));
        assertThat(ROWS.get("exam_score"))
                .extracting(row -> row.get("school_code"))
                .doesNotContain("2141000103");
    }

    @Test
    void asManyReachTheCutAsIsSaid() {
        assertThat(ROWS.get("exam_score").stream()
                        .filter(row -> row.get("exam_code").equals("J9-2024")
                                && row.get("school_code").equals("3141000102"))
                        .map(row -> Double.parseDouble(row.get("score"))))
                .hasSize(50)
                .filteredOn(score -> score >= 85)
                .hasSize(13);
    }

    @Test
    void theLeadStandsAboveItsMemberAsFarAsIsSaid() {
        String apart = REGION.replace("\"0.5\", member", "\"1.5\", member");
        assertThat(mean(ROWS, "3141000101")).isBetween(60.0, 75.0);
        assertThat(mean(read(apart), "3141000101")).isGreaterThan(mean(ROWS, "3141000101") + 8);
    }

    @Test
    void anExamWithoutAPaperIsRefused() {
        assertThatThrownBy(() -> read(REGION.replace(" mean: \"60\",", ""))).hasMessageContaining("an exam needs mean");
        assertThatThrownBy(() -> read(REGION.replace(" excellent_cut: \"85\",", "")))
                .hasMessageContaining("an exam with excellent needs excellent_cut");
    }

    private static Set<String> pupils(String exam, String school) {
        return ROWS.get("exam_score").stream()
                .filter(row -> row.get("exam_code").equals(exam)
                        && row.get("school_code").equals(school))
                .map(row -> row.get("student_id"))
                .collect(Collectors.toSet());
    }

    private static double mean(Map<String, List<Map<String, String>>> rows, String school) {
        return rows.get("exam_score").stream()
                .filter(row -> row.get("exam_code").equals("J9-2024")
                        && row.get("school_code").equals(school))
                .mapToDouble(row -> Double.parseDouble(row.get("score")))
                .average()
                .orElseThrow();
    }

    private static Map<String, List<Map<String, String>>> read(String yaml) {
        return Reconstruction.read(
                        "small.yaml",
                        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
                        OptionalLong.empty())
                .rows();
    }
}
