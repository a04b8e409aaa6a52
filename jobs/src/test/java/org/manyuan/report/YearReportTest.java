package org.manyuan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the printed report shows is what was released, in both languages, and nothing else. */
class YearReportTest {
    private static final String DIGEST = "3f9a1c0be2d47788a1b2c3d4e5f60718293a4b5c6d7e8f901234567890abcdef";
    private static final ReleaseStamp STAMP = new ReleaseStamp(
            "2025-autumn", DIGEST, LocalDate.of(2025, 8, 31), Instant.parse("2025-09-20T02:03:04Z"), true);
    private static final DistrictYear COUNTY = new DistrictYear("990100", "甲县", 2024);
    private static final DistrictYear EMPTY = new DistrictYear("990200", "乙县", 2024);

    /** Of report.css, 17 mm, in points, less a half. */
    private static final float RIGHT_MARGIN = 17 / 25.4f * 72 - 0.5f;

    private static final List<String> PLACE = List.of(
            "score_marks_zh",
            "rank",
            "ranked_groups",
            "rank_median",
            "rank_p05",
            "rank_p95",
            "rank_zh",
            "top_places",
            "p_top",
            "indistinct_groups",
            "indistinct_names",
            "rank_flag",
            "rank_flag_zh");

    @TempDir
    private static Path folder;

    private static ReleasedTables released;
    private static ReportFiles zh;
    private static ReportFiles en;

    @BeforeAll
    static void writesBothLanguages() throws SQLException, IOException {
        released = ReleasedTables.of("county.sql");
        zh = YearReport.of(released, STAMP, Locale.SIMPLIFIED_CHINESE).write(COUNTY, folder.resolve("first"));
        en = YearReport.of(released, STAMP, Locale.ENGLISH).write(COUNTY, folder.resolve("first"));
    }

    @AfterAll
    static void closes() throws SQLException {
        released.close();
    }

    @Test
    void listsTheDistrictsAndYearsThatHaveFigures() {
        assertThat(YearReport.of(released, STAMP, Locale.SIMPLIFIED_CHINESE).available())
                .containsExactly(COUNTY, EMPTY);
    }

    @Test
    void publishedFiguresStandBesideTheComputedOnesAndContradictionsAreTold() throws IOException {
        String text = squeezed(text(zh.pdf()));

        assertThat(text)
                .contains(squeezed("公布数据核对"))
                .contains(squeezed("教育集团数 3 个 3 相符 「共有3个教育集团」"))
                .contains(squeezed("培训人次 不少于 1,000 人次 980.50 不符"))
                .contains(squeezed("学校总数 85 所 124 公布的数自相矛盾 「全县85所学校」；分校已有 85 所"))
                .doesNotContain(squeezed("明年计划"));
        assertThat(squeezed(text(en.pdf()))).contains(squeezed("85 are the branches alone"));
    }

    @Test
    void everyReleasedNumberComesOutOfThePdfAsText() throws IOException {
        for (ReportFiles files : List.of(zh, en)) {
            String text = squeezed(text(files.pdf()));
            for (String number : numbers()) {
                assertThat(text).contains(number);
            }
        }
    }

    @Test
    void aFindingNamesValueIntervalPopulationAndVerdict() throws IOException {
        assertThat(squeezed(text(zh.pdf())))
                .contains(squeezed("<script>alert(1)</script>&教育集团：2024—2025 学年初中9年级毕业考试总分，牵头校与成员校差距 0.42 个标准差"
                        + "（2021—2022 学年 0.84），变化 −0.42，95% 区间 [−0.66, −0.19]（学生抽样误差），3 所学校、1,479 名学生：差距缩小。"
                        + "另有 1 所学校、57 名学生未纳入。按学校间差异，区间 [−1.01, 0.17]：未见可辨变化。"
                        + "按生源水平调整后（3 所学校、1,399 名学生），变化 −0.31，95% 区间 [−0.58, −0.05]（学生抽样误差）：差距缩小，结论一致。"))
                .contains(squeezed("无可比的对象".replace("无", "没有")))
                .contains("〔不公开〕");
        assertThat(squeezed(text(en.pdf())))
                .contains(squeezed(
                        "gap between lead and member schools 0.42 SD (2021–2022: 0.84), change −0.42, 95% interval [−0.66, −0.19]"
                                + " (pupils' noise), 3 schools, 1,479 pupils: the gap narrowed."))
                .contains(squeezed("not published"));
    }

    @Test
    void aVerdictByPupilsNeverStandsWithoutTheVerdictBySchools() throws IOException {
        String text = squeezed(text(zh.pdf()));
        assertThat(text.substring(text.indexOf("各学科（"), text.indexOf("牵头校、成员校平均分")))
                .contains("判定学校间判定")
                .as("the cell wraps within the word")
                .contains("○未见可辨—不作判断");
        String english = squeezed(text(en.pdf()));
        assertThat(english.substring(english.indexOf("Table2Subjects"), english.indexOf("Table5Mean")))
                .contains("VerdictBetweenschools");
    }

    @Test
    void underAChangeStandsTheSameAdjustedForIntakeAndUnderTheTableWhyThereIsNone() throws IOException {
        String text = squeezed(text(zh.pdf()));
        assertThat(text)
                .contains("按生源水平调整后（学生抽样误差）：1项结论一致，0项结论不同，0项没有结论。")
                .contains("−0.31[−0.58,−0.05]1,3993")
                .contains("无法按生源水平调整的：两年试卷满分不同，1项。");
        assertThat(text.substring(text.indexOf("表2"), text.indexOf("表5")))
                .contains("0.27[0.01,0.53]1,2122")
                .contains("结论不同");
        assertThat(text.substring(text.indexOf("表7"), text.indexOf("招生数为各学段")))
                .containsOnlyOnce("−0.013[−0.046,0.021]3,01123○未见可辨变化")
                .contains("按生源调整后（结论")
                .as("of the coefficient of variation nothing was adjusted, so nothing is said")
                .doesNotContain("无法按生源");
        assertThat(squeezed(text(en.pdf())))
                .contains(squeezed(
                        "Adjusted for intake (3 schools, 1,399 pupils): change −0.31, 95% interval [−0.58, −0.05]"
                                + " (pupils' noise): the gap narrowed, the same verdict."))
                .contains(squeezed("Cannot be adjusted for intake: the full mark of the paper changed, 1."));
    }

    @Test
    void aSpreadOfReportedScoresIsMadeUpWhereItIsAdjustedByMadeUpOnes() throws SQLException, IOException {
        try (ReleasedTables tables = new ReleasedTables()) {
            tables.run("insert into rel_metric_value (variant, value, origin) values"
                    + " ('k/GAP-11/base_founding', -0.1, 'reported'),"
                    + " ('k/GAP-11/base_founding/adjusted', -0.2, 'synthetic'),"
                    + " ('k/GAP-20/base_founding', -3, 'reported')");
            tables.run(
                    "update rel_metric_value set metric_id = 'GAP-16', measure = 'change', district_code = 'D', school_year = 2024,"
                            + " subject = 'total', flag = 'OK'");

            assertThat(ReportRows.of(tables, new DistrictYear("D", "", 2024)).dispersion())
                    .extracting(row -> row.text("gap"), row -> row.text("origin"), row -> row.number("adjusted_change"))
                    .containsExactly(tuple("GAP-11", "synthetic", -0.2), tuple("GAP-20", "reported", null));
        }
    }

    @Test
    void aScoreHasTwoPlacesItsGapAndNoZeroWhereNothingIsRead() throws IOException {
        assertThat(squeezed(text(zh.pdf())))
                .contains("71.27分", "校际差距缩小（牵头校−成员校）", "未触发", "只看考核学年内有效的台账记录")
                .doesNotContain("0.000", "尚未接入");
        assertThat(squeezed(text(en.pdf())))
                .contains(
                        "71.27points",
                        squeezed("(lead −"),
                        squeezed("not triggered"),
                        squeezed("the entries of the school year that are in force"))
                .doesNotContain(squeezed("no ledger yet"));
    }

    @Test
    void aSchemeThatIsNotInForceIsAPreviewWhereverItsScoreStands() throws IOException {
        String chinese = squeezed(text(zh.pdf()));
        assertThat(chinese)
                .contains("【预览】=HYPERLINK(\"x\")集团：65.43分", "出自尚未施行的方案")
                .doesNotContain("【预览】<script>");
        assertThat(chinese.substring(chinese.indexOf("得分与位次（"), chinese.indexOf("位次1为得分最高")))
                .as("the cell wraps")
                .contains("预览（方");
        assertThat(squeezed(text(en.pdf())))
                .contains("[Preview]=HYPERLINK", "preview(scheme", squeezed("is not a result of the region"));
        assertThat(sheet(zh.workbook(), "捆绑评价")).contains("预览（方案尚未施行）、方案未定稿");
        assertThat(sheet(zh.workbook(), "得分与位次")).contains("预览（方案尚未施行）、方案未定稿");
        assertThat(sheet(en.workbook(), "Assessment")).contains("planned,draft");
    }

    @Test
    void schoolsThatDoNotCountYetAreListedWithTheDayFromWhichTheyWill() throws IOException {
        assertThat(squeezed(text(zh.pdf())))
                .contains("计入2所学校；另有1所尚未计入（在集团未满规定学年）：第四小学（2025-09-01起计入）。")
                .as("memberships of another day: nobody is named")
                .contains("计入0所学校；另有3所尚未计入（在集团未满规定学年）。");
        assertThat(squeezed(text(en.pdf())))
                .contains(squeezed(
                        "2 schools count; 1 does not yet (not in the group for as many full school years as asked):"
                                + " 第四小学 (counts from 2025-09-01)."));
        assertThat(sheet(zh.workbook(), "得分与位次")).contains("尚未计入的学校", "第四小学（2025-09-01 起计入）");
    }

    @Test
    void rulesThatASchemeTellsBesideItsScoresAreNamedWithTheirResults() throws IOException {
        assertThat(squeezed(text(zh.pdf())))
                .contains("方案demo-2024同时公布、不计分的政策规则：CN-R1、CN-R2。本区县核查结果：不符合1。")
                .contains("方案linyi-draft同时公布、不计分的政策规则：LY-R1、LY-R2")
                .contains("本次发布没有其核查结果");
        assertThat(squeezed(text(en.pdf())))
                .contains(squeezed("Scheme demo-2024 tells these policy rules beside its scores"));
    }

    @Test
    void aPlaceHasItsIntervalBesideItAndSaysWhomItCannotBeToldFrom() throws IOException {
        String chinese = squeezed(text(zh.pdf()));
        assertThat(chinese)
                .contains(squeezed(
                        "位次 1（90% 区间 1–3.5，中位数 1.5），有位次的集团共 5 个。进入前 3 名的概率 87.5%。" + "与东风集团、西关集团以及另外 1 个集团的位次不可区分。"))
                .contains("没有位次：按公开规则隐去。")
                .contains("不可区分的集团数");
        assertThat(chinese.substring(chinese.indexOf("得分与位次（"), chinese.indexOf("位次1为得分最高")))
                .as("what the scheme assumes beside the score")
                .contains("等权假定");
        assertThat(squeezed(text(en.pdf())))
                .contains(squeezed("Place 1 (90% interval 1–3.5, median 1.5) of 5 groups that have one."
                        + " Probability of being among the first 3: 87.5%."
                        + " Its place cannot be told from that of 东风集团, 西关集团 and 1 more."));

        List<String> texts = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        cells(zh.workbook(), numbers, texts);
        assertThat(numbers).contains(3.5, 0.8745);
        assertThat(texts)
                .contains("东风集团、西关集团", "等权假定、目标值暂定", "没有位次：按公开规则隐去。")
                .anyMatch(text -> text.startsWith("位次 1（90% 区间 1–3.5"));
    }

    @Test
    void checksOfDistrictGroupsAndSchoolsStandUnderTheirNamesWithEvidence() throws IOException {
        String text = squeezed(text(zh.pdf()));
        String policy = text.substring(text.indexOf("逐条核查区县"), text.indexOf("不能说的与原因"));
        assertThat(policy)
                .contains("另按县域均衡标准核查本区县1项次：无法判定1。")
                .contains("学校S2，起2022-09-01；学校S3", "学段初中，日期2024-10-01")
                .contains("XX-MEMBERS", "倡导", "预览", "尚未施行");
        assertThat(policy.substring(policy.indexOf("CN-R1"), policy.indexOf("<script>")))
                .as("the group's own checks stand under its name")
                .contains("不符合", "9.1%", "10.0%")
                .doesNotContain("XX-");
        assertThat(policy.substring(policy.indexOf("不适用不符合的")))
                .as("counted; only who does not meet the rule is named")
                .contains("CN-R3硬性1101第一中学&附中")
                .doesNotContain("第二中学", "S3");
        assertThat(squeezed(text(en.pdf()))).contains("5Policychecks", "preview:", "6Whatcannotbetold");
    }

    @Test
    void aReleaseFromBeforeThePlacesHasScoresAlone(@TempDir Path before) throws SQLException, IOException {
        try (ReleasedTables tables = ReleasedTables.of("county.sql")) {
            for (String column : PLACE) {
                tables.run("alter table mart_assessment drop column " + column);
            }
            ReportFiles files =
                    YearReport.of(tables, STAMP, Locale.SIMPLIFIED_CHINESE).write(COUNTY, before);

            assertThat(squeezed(text(files.pdf()))).contains("71.27分").doesNotContain("得分与位次", "没有位次");
        }
    }

    @Test
    void theChineseWorkbookSaysItsCodesInWordsAndWhichReleaseItIs() throws IOException {
        List<String> texts = new ArrayList<>();
        cells(zh.workbook(), new ArrayList<>(), texts);
        assertThat(texts)
                .contains(
                        "不符合",
                        "硬性",
                        "预览",
                        "学校 S2，起 2022-09-01；学校 S3",
                        "初中",
                        "指标",
                        "加减分",
                        "按公开规则隐去",
                        "合成数据",
                        "牵头校−成员校",
                        "公布的数自相矛盾",
                        "不少于")
                .doesNotContain(
                        "FAIL",
                        "hard",
                        "J",
                        "leaf",
                        "adjustment",
                        "OK",
                        "SUPPRESSED",
                        "synthetic",
                        "subject_name",
                        "AGREES",
                        "at_least",
                        "85 are the branches alone")
                .filteredOn(text -> text.startsWith("发布 2025-autumn") && text.contains(DIGEST))
                .hasSize(9);
    }

    @Test
    void everyPageCarriesReleaseDigestPageNumberAndSynthetic() throws IOException {
        for (ReportFiles files : List.of(zh, en)) {
            List<String> pages = pages(files.pdf());
            for (int i = 0; i < pages.size(); i++) {
                assertThat(pages.get(i)).contains("2025-autumn", DIGEST.substring(0, 12), "合成数据");
                assertThat(squeezed(pages.get(i)))
                        .contains(
                                files == zh
                                        ? "第" + (i + 1) + "页，共" + pages.size() + "页"
                                        : "Page" + (i + 1) + "of" + pages.size());
            }
            assertThat(squeezed(String.join("", pages))).contains(DIGEST);
        }
    }

    @Test
    void nothingStandsBeyondTheRightMargin() throws IOException {
        for (ReportFiles files : List.of(zh, en)) {
            try (PDDocument document = Loader.loadPDF(files.pdf().toFile())) {
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition letter) {
                        assertThat(letter.getXDirAdj() + letter.getWidthDirAdj())
                                .as(files.pdf() + ", " + letter)
                                .isLessThan(letter.getPageWidth() - RIGHT_MARGIN);
                    }
                }.getText(document);
            }
        }
    }

    @Test
    void reportedRowsCarryNoSyntheticBandAndEmptyFamiliesSaySo() throws IOException {
        ReportFiles files =
                YearReport.of(released, STAMP, Locale.SIMPLIFIED_CHINESE).write(EMPTY, folder.resolve("reported"));
        assertThat(text(files.pdf()))
                .doesNotContain("合成数据")
                .contains("没有可公开的集团差距数据", "没有可公开的招生数据", "没有捆绑式评价得分", "11.3%");
    }

    @Test
    void whatADistrictHasPublishedStandsInTheReportWithoutAnyCheckOfARule() throws IOException {
        String text = squeezed(text(YearReport.of(released, STAMP, Locale.SIMPLIFIED_CHINESE)
                .write(EMPTY, folder.resolve("published"))
                .pdf()));

        assertThat(text)
                .contains(squeezed("本次发布没有政策核查结果"))
                .contains(squeezed("集团成员校数 12 所 12 相符 「12所成员校」；说明：另一读法为 15 所"))
                .contains(squeezed("优秀人数倍数 2 倍 〔不公开〕 相符 「优秀人数翻番」"));
    }

    @Test
    void everyFontIsEmbeddedAndNoCharacterIsMissing() throws IOException {
        try (PDDocument document = Loader.loadPDF(zh.pdf().toFile())) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
        assertThat(text(zh.pdf()))
                .as("a character that the font lacks is a geta mark, not a gap")
                .contains("〓祥小学集团")
                .doesNotContain("#", "\uFFFD", "\u0000");
    }

    @Test
    void everyFigureTellsItselfInWords() throws IOException {
        try (PDDocument document = Loader.loadPDF(zh.pdf().toFile())) {
            List<COSDictionary> figures = new ArrayList<>();
            collect(document.getDocumentCatalog().getStructureTreeRoot().getCOSObject(), figures, 0);
            assertThat(figures).hasSize(4).allSatisfy(figure -> assertThat(figure.getString(COSName.ALT))
                    .isNotBlank());
            assertThat(figures).anySatisfy(figure -> assertThat(figure.getString(COSName.ALT))
                    .contains("0.61", "[0.44, 0.78]", "0.42", "[0.25, 0.59]"));
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(document.getDocumentInformation().getTitle()).contains("甲县");
        }
    }

    @Test
    void twoRunsGiveTheSameBytes() throws IOException {
        ReportFiles again =
                YearReport.of(released, STAMP, Locale.SIMPLIFIED_CHINESE).write(COUNTY, folder.resolve("second"));
        assertThat(Files.readAllBytes(again.pdf())).isEqualTo(Files.readAllBytes(zh.pdf()));
        assertThat(Files.readAllBytes(again.workbook())).isEqualTo(Files.readAllBytes(zh.workbook()));
        try (var left = Files.list(folder.resolve("second"))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "满园年度报告_甲县990100_2024-2025_2025-autumn.pdf", "满园年度报告_甲县990100_2024-2025_2025-autumn.xlsx");
        }
    }

    @Test
    void theWorkbookHoldsTheReleasedNumbersAndNoFormula() throws IOException {
        for (ReportFiles files : List.of(zh, en)) {
            List<Double> numbers = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            cells(files.workbook(), numbers, texts);
            assertThat(numbers)
                    .contains(-0.4219, -0.6580, -0.1860, 0.8435, 1479.0, 12345.0, -0.0321, 0.0929, 184.0, 33.36, 0.0911)
                    .contains(-0.3141, -0.5772, -0.0511, 1399.0, 0.2718);
            assertThat(texts)
                    .contains("'=HYPERLINK(\"x\")集团", DIGEST, "<script>alert(1)</script>&教育集团")
                    .contains(files == zh ? "〔不公开〕" : "not published")
                    .contains(files == zh ? "调整后结论" : "Verdict on intake-adjusted scores")
                    .anyMatch(text -> text.contains("合成数据"))
                    .filteredOn(text -> text.equals(files == zh ? "〔不公开〕" : "not published"))
                    .as(
                            "gap of both years, change and adjusted change of a group, intake, growth and share of another's lead,"
                                    + " score and place of a group, its score and value again by indicator")
                    .hasSize(11);
        }
    }

    @Test
    void aMissingFontIsToldWithWhereItComesFrom() {
        assertThatThrownBy(() -> ReportFont.of("NoSuchFont.ttf"))
                .isInstanceOf(ReportException.class)
                .hasMessage("the report's font org/manyuan/report/NoSuchFont.ttf is not on the class path: get it as"
                        + " jobs/src/main/resources/org/manyuan/report/README.md says, and build again");
        assertThatThrownBy(() -> ReportFont.of("report.css"))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("cannot be read as TrueType");
    }

    /** Every number of the marts that the findings and tables print, as it is printed. */
    private static List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        add(numbers, "select * from mart_gap_change", 2, "gap_base", "gap_now", "change", "change_lo", "change_hi");
        add(numbers, "select * from mart_gap_change", 2, "adjusted_change", "adjusted_lo", "adjusted_hi");
        add(numbers, "select * from mart_gap_change", 0, "n", "k", "adjusted_n", "adjusted_k");
        add(numbers, "select * from mart_gap_score where side <> 'district'", 1, "value");
        add(
                numbers,
                "select 100 * value as value, 100 * ci_lo as lo, 100 * ci_hi as hi from mart_gap_rate",
                1,
                "value",
                "lo",
                "hi");
        add(numbers, "select * from mart_enrollment where district_code = '990100'", 0, "intake");
        add(
                numbers,
                "select 100 * growth as growth, 100 * growth_lo as lo, 100 * growth_hi as hi from mart_enrollment",
                1,
                "growth",
                "lo",
                "hi");
        add(
                numbers,
                "select 100 * rate as rate, 100 * rate_lo as lo, 100 * backbone_share as share from mart_exchange where district_code = '990100'",
                1,
                "rate",
                "lo",
                "share");
        add(numbers, "select * from mart_exchange where district_code = '990100'", 0, "eligible", "exchanged");
        add(
                numbers,
                "select contribution, normalised from mart_assessment where node_kind = 'leaf'",
                1,
                "contribution",
                "normalised");
        add(numbers, "select score from mart_assessment", 2, "score");
        add(
                numbers,
                "select value from rel_metric_value where metric_id = 'GAP-16' and variant not like '%adjusted'",
                3,
                "value");
        assertThat(numbers).hasSizeGreaterThan(40);
        return numbers;
    }

    private static void add(List<String> numbers, String sql, int places, String... columns) {
        for (Map<String, Object> row : released.select(sql)) {
            for (String column : columns) {
                if (row.get(column) instanceof Number number) {
                    String said = String.format(Locale.ROOT, "%,." + places + "f", number.doubleValue());
                    numbers.add(said.matches("-0[.]?0*") ? said.substring(1) : said.replace('-', '−'));
                }
            }
        }
    }

    private static void collect(COSBase node, List<COSDictionary> figures, int depth) {
        COSBase here = node instanceof COSObject object ? object.getObject() : node;
        if (depth > 60) {
            return;
        }
        if (here instanceof COSArray array) {
            array.forEach(one -> collect(one, figures, depth + 1));
        } else if (here instanceof COSDictionary dictionary) {
            if (COSName.getPDFName("Figure").equals(dictionary.getDictionaryObject(COSName.S))) {
                figures.add(dictionary);
            }
            if (dictionary.getDictionaryObject(COSName.K) != null) {
                collect(dictionary.getDictionaryObject(COSName.K), figures, depth + 1);
            }
        }
    }

    private static void cells(Path workbook, List<Double> numbers, List<String> texts) throws IOException {
        try (InputStream in = Files.newInputStream(workbook);
                Workbook book = WorkbookFactory.create(in)) {
            book.forEach(sheet -> sheet.forEach(row -> row.forEach((Cell cell) -> {
                assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                if (cell.getCellType() == CellType.NUMERIC) {
                    numbers.add(cell.getNumericCellValue());
                } else if (cell.getCellType() == CellType.STRING) {
                    texts.add(cell.getStringCellValue());
                }
            })));
        }
    }

    private static List<String> sheet(Path workbook, String name) throws IOException {
        List<String> texts = new ArrayList<>();
        try (InputStream in = Files.newInputStream(workbook);
                Workbook book = WorkbookFactory.create(in)) {
            book.getSheet(name).forEach(row -> row.forEach((Cell cell) -> texts.add(cell.toString())));
        }
        return texts;
    }

    private static String text(Path pdf) throws IOException {
        return String.join("\n", pages(pdf));
    }

    private static List<String> pages(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            List<String> pages = new ArrayList<>();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document));
            }
            return pages;
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
