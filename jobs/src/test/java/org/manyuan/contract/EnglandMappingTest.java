package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyuan.OutsideFolder;

/** The real files of England through their mappings; counted a second time, in another way, from the same text. */
class EnglandMappingTest {
    private static final String KS4 = "ks4_schools_2017_2019.csv";
    private Path folder;

    @BeforeEach
    void findsTheRealFiles() {
        folder = OutsideFolder.namedBy("MANYUAN_REALDATA", "the mappings do not read England's files")
                .resolve("england");
    }

    @Test
    void countsGroupsAndMembersOnThreeDates() throws IOException {
        assertMembers("trust_members_20180501.csv", LocalDate.of(2018, 5, 1), 1385, 6234, 7734);
        assertMembers("trust_members_20181001.csv", LocalDate.of(2018, 10, 1), 1402, 6792, 8224);
        assertMembers("trust_members_20190601.csv", LocalDate.of(2019, 6, 1), 1422, 7259, 8625);
    }

    private void assertMembers(String file, LocalDate day, int groups, int members, int schools) throws IOException {
        Map<String, Rows> read = read(file);
        assertThat(read.keySet())
                .containsExactlyInAnyOrder("district", "education_group", "school", "group_membership");
        assertThat(distinct(read, "education_group", "group_code")).hasSize(groups);
        assertThat(read.get("group_membership").accepted()).hasSize(members);
        assertThat(distinct(read, "group_membership", "as_of")).containsExactly(day.toString());
        assertThat(distinct(read, "group_membership", "role")).containsExactly("member");
        assertThat(distinct(read, "group_membership", "joined_on"))
                .allMatch(joined -> joined.compareTo("2002") > 0 && joined.compareTo(day.toString()) <= 0);
        assertThat(distinct(read, "school", "school_code")).hasSize(schools);
        assertThat(wholeRows(read, "school")).as("one version a school").hasSize(schools);
        assertThat(distinct(read, "district", "district_code")).hasSize(151).contains("ENG");
        assertThat(wholeRows(read, "district")).hasSize(151);
        assertThat(read.get("group_membership").accepted().get(0).cells())
                .containsEntry("group_code", day.getYear() == 2019 ? "16243" : "3211")
                .containsEntry("school_code", "129342")
                .containsEntry("joined_on", day.getYear() == 2019 ? "2019-04-01" : "2006-09-01");
    }

    @Test
    void readsAccentsOfWindows1252() throws IOException {
        assertThat(distinct(read("trust_members_20180501.csv"), "education_group", "name"))
                .contains("FIERTÉ MULTI-ACADEMY TRUST");
    }

    @Test
    void readsResultsOfThreeYears() throws IOException {
        Map<String, Rows> read = read(KS4);
        assertThat(read.keySet()).containsExactly("district", "school", "exam", "exam_paper", "exam_summary");
        assertThat(wholeRows(read, "district")).hasSize(151);
        assertThat(read.get("school").accepted()).hasSize(3281);
        assertThat(read.get("exam").accepted())
                .extracting(row -> row.of("exam_code") + " " + row.of("school_year") + " " + row.of("held_on") + " "
                        + row.of("district_code") + " " + row.of("stage") + row.of("grade"))
                .containsExactly(
                        "KS4-2017 2016 2017-06-15 ENG S11",
                        "KS4-2018 2017 2018-06-15 ENG S11",
                        "KS4-2019 2018 2019-06-15 ENG S11");
        assertThat(read.get("exam_paper").accepted()).hasSize(6).allSatisfy(row -> assertThat(row.cells())
                .doesNotContainKeys("full_mark", "score_step"));

        List<String> lines = Files.readAllLines(folder.resolve(KS4));
        List<String> header = TextLines.cells(lines.get(0).replace("\uFEFF", ""), ',');
        Map<String, Long> rows = new LinkedHashMap<>();
        Map<String, Double> weighted = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = TextLines.cells(line, ',');
            for (int year = 2017; year <= 2019; year++) {
                count(
                        rows,
                        weighted,
                        "KS4-" + year + " attainment8",
                        header,
                        cells,
                        "Attainment 8, " + year,
                        "KS4 pupils, " + year);
                count(
                        rows,
                        weighted,
                        "KS4-" + year + " progress8",
                        header,
                        cells,
                        "Progress 8, " + year,
                        "P8 pupils, " + year);
            }
        }
        Map<String, Long> gotRows = new LinkedHashMap<>();
        Map<String, Double> gotWeighted = new LinkedHashMap<>();
        read.get("exam_summary").accepted().forEach(row -> {
            String key = row.of("exam_code") + " " + row.of("subject");
            gotRows.merge(key, 1L, Long::sum);
            gotWeighted.merge(
                    key, Double.parseDouble(row.of("mean_score")) * Long.parseLong(row.of("examinees")), Double::sum);
        });
        assertThat(gotRows)
                .isEqualTo(rows)
                .containsEntry("KS4-2017 attainment8", 3094L)
                .containsEntry("KS4-2019 progress8", 3181L);
        weighted.forEach((key, sum) -> assertThat(gotWeighted.get(key)).as(key).isCloseTo(sum, within(sum)));
        assertThat(distinct(read, "exam_summary", "mean_score"))
                .as("may be negative")
                .contains("-0.11");
    }

    private static org.assertj.core.data.Offset<Double> within(double sum) {
        return org.assertj.core.data.Offset.offset(1e-9 * Math.abs(sum));
    }

    private static void count(
            Map<String, Long> rows,
            Map<String, Double> weighted,
            String key,
            List<String> header,
            List<String> cells,
            String mean,
            String pupils) {
        String value = cells.get(header.indexOf(mean));
        if (!value.isEmpty()) {
            rows.merge(key, 1L, Long::sum);
            weighted.merge(
                    key, Double.parseDouble(value) * Long.parseLong(cells.get(header.indexOf(pupils))), Double::sum);
        }
    }

    @Test
    void saysWhichFileWins() throws IOException {
        Binding trusts = schools("trust_members_20190601.csv");
        Binding results = schools(KS4);
        assertThat(trusts.precedence()).isGreaterThan(results.precedence());
        assertThat(trusts.sourceOn()).isEqualTo(LocalDate.of(2019, 6, 1));
        assertThat(results.sourceOn()).isNull();
    }

    private Binding schools(String file) throws IOException {
        return bindings(file).stream()
                .filter(binding -> binding.contract().dataset().equals("school"))
                .findFirst()
                .orElseThrow();
    }

    private List<Binding> bindings(String file) throws IOException {
        Mapping mapping = mapping(file);
        String header = Files.readAllLines(folder.resolve(file), Charset.forName(mapping.encoding()))
                .get(0);
        return mapping.bind(
                new Header(TextLines.cells(header.replace("\uFEFF", ""), ','), mapping.headerRow()),
                new SourceName(file, null));
    }

    private static Mapping mapping(String file) {
        List<Mapping> fitting =
                Mapping.bundled().stream().filter(m -> m.matches(file)).toList();
        assertThat(fitting).hasSize(1);
        return fitting.get(0);
    }

    /** Every dataset of a file, in order, each checked against what came before it; nothing may be rejected. */
    private Map<String, Rows> read(String file) throws IOException {
        List<String> lines = Files.readAllLines(
                folder.resolve(file), Charset.forName(mapping(file).encoding()));
        References.Builder known = References.builder("none");
        Map<String, Rows> read = new LinkedHashMap<>();
        for (Binding binding : bindings(file)) {
            Rows rows = Rows.read(binding, known.build(), lines.subList(1, lines.size()));
            assertThat(rows.rejects()).isEmpty();
            Learned.from(rows, binding.contract().dataset(), known);
            read.put(binding.contract().dataset(), rows);
        }
        return read;
    }

    private static Set<String> distinct(Map<String, Rows> read, String dataset, String column) {
        Set<String> values = new LinkedHashSet<>();
        read.get(dataset).accepted().forEach(row -> values.add(row.of(column)));
        return values;
    }

    private static Set<Map<String, String>> wholeRows(Map<String, Rows> read, String dataset) {
        Set<Map<String, String>> rows = new LinkedHashSet<>();
        new ArrayList<>(read.get(dataset).accepted()).forEach(row -> rows.add(row.cells()));
        return rows;
    }
}
