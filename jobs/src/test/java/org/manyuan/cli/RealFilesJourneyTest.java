package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.manyuan.EnglandFiles;
import org.manyuan.OutsideFolder;

/** Every real file that nobody here wrote loads by a mapping, whole; counts are taken a second time, by plain reading. */
class RealFilesJourneyTest {
    private static Path folder;
    private static Desk desk;
    private static Answer answer;

    @BeforeAll
    static void handsEverythingIn() {
        folder = OutsideFolder.namedBy("MANYUAN_REALDATA", "the mappings do not read the real files");
        desk = Desk.empty(EnglandFiles.SETTINGS);
        answer = desk.ingest("en", folder.resolve("england"), folder.resolve("files"));
    }

    @Test
    void isAcceptedWithoutARejectedRow() {
        assertThat(answer.exit()).as(answer.said()).isZero();
        assertThat(answer.said()).doesNotContain("UNKNOWN_DATASET").contains("it describes the columns of ks2_*.csv");
        assertThat(desk.rows("select count(*) from stg_school where source_line > 0 and school_code = '125471'"))
                .as("a special school of both years, and of the results at 16 or not")
                .isNotEmpty();
    }

    @Test
    void readsTheResultsOfTwoYearsWhoseColumnsDrift() {
        for (int year : List.of(2017, 2018)) {
            List<List<String>> lines = lines("england/ks2_surrey_%d-%d.csv".formatted(year - 1, year));
            List<String> header = lines.get(0);
            List<List<String>> schools = lines.stream()
                    .skip(1)
                    .filter(line -> List.of("1", "2").contains(line.get(0)))
                    .toList();
            for (String[] subject :
                    new String[][] {{"reading", "READ_AVERAGE"}, {"grammar", "GPS_AVERAGE"}, {"math", "MAT_AVERAGE"}}) {
                int mean = header.indexOf(subject[1]);
                int pupils = header.indexOf("TELIG");
                List<List<String>> told = schools.stream()
                        .filter(line -> line.size() > mean && line.get(mean).matches("\\d+"))
                        .toList();
                long examinees = told.stream()
                        .mapToLong(line -> Long.parseLong(line.get(pupils)))
                        .sum();
                double points = told.stream()
                        .mapToDouble(line -> Double.parseDouble(line.get(mean)))
                        .sum();
                assertThat(desk.rows("select count(*), sum(examinees)::bigint, sum(mean_score)::double"
                                + " from stg_exam_summary where exam_code = 'KS2-" + year + "' and subject = '"
                                + subject[0] + "'"))
                        .as(subject[0] + " " + year)
                        .isEqualTo(List.of(List.<Object>of((long) told.size(), examinees, points)));
                assertThat(told).hasSizeGreaterThan(150);
            }
        }
    }

    @Test
    void turnsPercentagesIntoPupils() {
        // 94 eligible pupils, 67 % at the expected standard or above: 62.98; 25 % high: 23.5
        List<List<String>> lines = lines("england/ks2_surrey_2016-2017.csv");
        List<String> header = lines.get(0);
        List<String> school = lines.stream()
                .filter(line -> line.size() > 4 && line.get(4).equals("142999"))
                .findFirst()
                .orElseThrow();
        long expected = Math.round(Long.parseLong(school.get(header.indexOf("TELIG")))
                * Double.parseDouble(school.get(header.indexOf("PTREAD_EXP")).replace("%", ""))
                / 100);
        assertThat(desk.rows("select passed::bigint from stg_exam_summary where exam_code = 'KS2-2017'"
                        + " and subject = 'reading' and school_code = '142999'"))
                .isEqualTo(List.of(List.<Object>of(expected)));
    }

    @Test
    void readsAWorkbookWithFiveLinesAboveItsHeader() {
        assertThat(desk.rows("select count(*), sum(teachers)::bigint, min(school_year), max(stage)"
                        + " from stg_school_resource where school_year = 2022"))
                .isEqualTo(List.of(List.<Object>of(60L, 4725L, 2022, "S")));
        assertThat(desk.rows("select teachers::bigint, qualified_teachers::bigint from stg_school_resource"
                        + " where school_code = '130000'"))
                .as("98.97 % of 97")
                .isEqualTo(List.of(List.<Object>of(97L, 96L)));
    }

    @Test
    void readsOneTableAsCommasAsTabsAsFixedWidthAndWithStrayBlanks() {
        List<List<Object>> perFile = desk.rows("select submission_id, count(*), count(distinct student_key),"
                + " sum(score)::double from stg_exam_score group by 1 order by 1");
        assertThat(perFile).hasSize(4);
        assertThat(perFile.stream().map(row -> row.subList(1, 4)).distinct()).hasSize(1);
        assertThat(perFile.get(0).subList(1, 3)).isEqualTo(List.<Object>of(80L, 10L));
    }

    @Test
    void proposesAMappingThatLoadsWhenItsQuestionsAreAnswered() throws IOException {
        Path inbox = desk.workspace().inbox();
        Path file =
                Files.copy(folder.resolve("england/ks4_schools_2017_2019.csv"), inbox.resolve("results_2017_2019.csv"));

        Answer proposed = desk.run("map", "--lang", "en", file.toString());

        assertThat(proposed.exit()).as(proposed.said()).isZero();
        assertThat(proposed.said())
                .contains("exam_summary")
                .contains("KS4 pupils, {year}")
                .contains("no header means, so it must be said: exam_code");
        Path draft = inbox.resolve("results_2017_2019.mapping.yaml");
        assertThat(desk.ingest("en", file).exit())
                .as("its questions stand open")
                .isEqualTo(2);
        assertThat(desk.run("map", file.toString()).exit())
                .as("a draft is never overwritten")
                .isEqualTo(2);

        String answered = Files.readString(draft)
                .replace("valid_from: '?'", "valid_from: 1900-01-01")
                .replace("exam_code: '?-{year}'", "exam_code: 'KS4-{year}'")
                .replace("school_year: '?'", "school_year: 2018")
                .replace("stage: '?'", "stage: S")
                .replace("district_code: 'Local authority'", "district_code: {column: DfE number, substring: [0, 3]}");
        answered = answered.replaceAll("(?m)^      school_type:.*\n(?: {8}.*\n)+", "");
        Files.writeString(draft, answered);
        Answer loaded = desk.ingest("en", file);

        assertThat(loaded.said()).contains("school").contains("exam_summary").doesNotContain("refused");
    }

    private static List<List<String>> lines(String file) {
        try (Stream<String> text = Files.lines(folder.resolve(file), StandardCharsets.UTF_8)) {
            return text.map(line -> EnglandFiles.cells(line.replace("\uFEFF", "")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
