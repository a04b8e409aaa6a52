package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.synthesis.CountyFile;
import org.manyuan.synthesis.CountyPlan;
import org.manyuan.synthesis.FileFormat;
import org.manyuan.synthesis.Planted;
import org.manyuan.synthesis.SyntheticCounty;

class ClerkFilesTest {
    private static final List<List<String>> ROWS = List.of(List.of("遄台中学", "87.5"), List.of("say \"a,b\"", ""));

    @TempDir
    Path dir;

    @Test
    void utf8HasNoMarkAndPlainLineEnds() throws IOException {
        assertThat(Files.readString(written(FileFormat.CSV_UTF8)))
                .isEqualTo("学校,成绩\n遄台中学,87.5\n\"say \"\"a,b\"\"\",\n");
    }

    @Test
    void aSpreadsheetsUtf8BeginsWithItsMark() throws IOException {
        assertThat(Files.readString(written(FileFormat.CSV_UTF8_BOM))).startsWith("\uFEFF学校,成绩\r\n遄台中学,87.5\r\n");
    }

    @Test
    void gbkIsNoUtf8AndReadsBackAsGb18030() throws IOException {
        byte[] bytes = Files.readAllBytes(written(FileFormat.CSV_GBK));
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\uFFFD");
        assertThat(new String(bytes, Charset.forName("GB18030"))).startsWith("学校,成绩\r\n遄台中学,87.5\r\n");
    }

    @Test
    void aWorkbookHoldsScoresAsNumbersNumbersOfPeopleAsTextAndNothingInAnEmptyCell() throws IOException {
        try (InputStream in = Files.newInputStream(written(FileFormat.XLSX));
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            Row row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("遄台中学");
            assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(87.5);
            assertThat(workbook.getSheetAt(0).getRow(2).getCell(1)).isNull();
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesWorkbooksToo() throws Exception {
        CountyPlan plan = CountyPlan.of("linzi");
        List<Path> first =
                ClerkFiles.write(dir.resolve("a"), SyntheticCounty.of(plan, 1).files());
        Thread.sleep(1100); // a clock that leaks into a workbook shows after a second
        List<Path> second =
                ClerkFiles.write(dir.resolve("b"), SyntheticCounty.of(plan, 1).files());
        assertThat(first).hasSameSizeAs(second).hasSizeGreaterThan(30);
        for (int i = 0; i < first.size(); i++) {
            assertThat(Files.mismatch(first.get(i), second.get(i)))
                    .as(first.get(i).getFileName().toString())
                    .isEqualTo(-1);
        }
        assertThat(dir.resolve("a/370305")).isDirectoryNotContaining("glob:**.part");
        assertThat(first)
                .allSatisfy(path -> assertThat(path.getParent().getFileName()).hasToString("370305"));
    }

    @Test
    void whatWasPlantedIsWrittenAsYamlAndReadsBackTheSame() throws IOException {
        Planted planted = SyntheticCounty.of(CountyPlan.of("linzi"), 1).planted();
        Path file = dir.resolve("planted.yaml");
        ClerkFiles.writePlanted(file, planted);
        assertThat(file).content().startsWith("region: \"linzi\"\nseed: 1\n").contains("verdict: \"NARROWED\"");
        YAMLMapper mapper = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        assertThat(mapper.readValue(file.toFile(), Planted.class)).isEqualTo(planted);
    }

    private Path written(FileFormat format) throws IOException {
        CountyFile file = new CountyFile(
                "370305", "exam_score-X." + format.ending(), format, List.of("学校", "成绩"), Set.of(1), () -> ROWS);
        return ClerkFiles.write(dir, List.of(file)).get(0);
    }
}
