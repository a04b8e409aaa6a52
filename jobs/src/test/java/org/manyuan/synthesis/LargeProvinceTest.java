package org.manyuan.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LargeProvinceTest {
    private static final LargeProvince PROVINCE = new LargeProvince(24_010, 12);

    @Test
    void everyDistrictHasItsShareOfTheRows() throws IOException {
        assertThat(PROVINCE.rows()).isEqualTo(24_000);
        assertThat(PROVINCE.pupils()).isEqualTo(12 * 80 * 3);
        for (int district = 0; district < 12; district++) {
            String code = PROVINCE.districtCodes().get(district);
            assertThat(scores(district, false)).hasSize(2_000).allMatch(line -> line.split(",")[0].endsWith(code));
        }
    }

    @Test
    void aPupilWhoSatGradeEightSitsGradeNineAYearLater() throws IOException {
        List<String> scores = scores(3, false);
        Set<String> eighth = pupils(scores, "2022-J8");
        assertThat(eighth).hasSize(80).isEqualTo(pupils(scores, "2023-J9"));
        assertThat(pupils(scores, "2021-J9")).doesNotContainAnyElementsOf(eighth);
    }

    @Test
    void aPupilIsInOneDistrictAndHasOneScoreAPaper() throws IOException {
        assertThat(pupils(scores(0, false), "20")).doesNotContainAnyElementsOf(pupils(scores(1, false), "20"));
        assertThat(scores(0, false).stream()
                        .map(line -> line.split(","))
                        .map(cells -> cells[0] + cells[1] + cells[2])
                        .collect(Collectors.toSet()))
                .hasSize(2_000);
    }

    @Test
    void aCorrectionMovesSomeScoresByHalfAPointAndNothingElse() throws IOException {
        List<String> first = scores(0, false);
        List<String> corrected = scores(0, true);
        Map<Double, Long> moved = new TreeMap<>();
        for (int i = 0; i < first.size(); i++) {
            String[] before = first.get(i).split(",");
            String[] after = corrected.get(i).split(",");
            assertThat(List.of(after[0], after[1], after[2], after[3], after[5]))
                    .isEqualTo(List.of(before[0], before[1], before[2], before[3], before[5]));
            if (!before[4].isEmpty()) {
                moved.merge(Double.parseDouble(after[4]) - Double.parseDouble(before[4]), 1L, Long::sum);
            }
        }
        assertThat(moved.keySet()).containsExactly(0.0, 0.5);
        assertThat(moved.get(0.5)).isBetween(150L, 250L);
    }

    @Test
    void registersReferToEachOther() {
        Map<String, String> files = PROVINCE.registers();
        Set<String> districts = column(files.get("district.csv"), 0);
        Set<String> schools = column(files.get("school.csv"), 0);
        assertThat(districts).hasSize(1 + 2 + 12);
        assertThat(districts).containsAll(PROVINCE.districtCodes()).contains(PROVINCE.provinceCode());
        assertThat(districts).containsAll(column(files.get("school.csv"), 2));
        assertThat(schools).hasSize(240).containsAll(column(files.get("group_membership.csv"), 1));
        assertThat(column(files.get("enrollment.csv"), 0)).isEqualTo(schools);
        assertThat(column(files.get("exam.csv"), 0)).isEqualTo(column(files.get("exam_paper.csv"), 0));
    }

    @Test
    void aProvinceTooSmallForItsSchoolsIsRefused() {
        assertThatThrownBy(() -> new LargeProvince(11_999, 12)).hasMessageContaining("at least 1000 rows a district");
        assertThatThrownBy(() -> new LargeProvince(1_000_000, 901)).hasMessageContaining("1 to 900 districts");
    }

    private static List<String> scores(int district, boolean isCorrected) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PROVINCE.write(district, isCorrected, bytes);
        return bytes.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }

    private static Set<String> pupils(List<String> scores, String examBegins) {
        return scores.stream()
                .filter(line -> line.startsWith(examBegins))
                .map(line -> line.split(",")[2])
                .collect(Collectors.toSet());
    }

    private static Set<String> column(String file, int column) {
        return file.lines().skip(1).map(line -> line.split(",")[column]).collect(Collectors.toSet());
    }
}
