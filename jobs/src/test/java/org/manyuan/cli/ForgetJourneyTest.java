package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.contract.PersonKey;
import org.manyuan.store.SecretKey;

/** A pupil and a teacher of a released county are forgotten: every byte of the workspace is searched for them, before and after. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForgetJourneyTest {
    private static final String PUPIL = SmallCounty.number(0);
    private static final String TEACHER = "T20040001";
    private static final String JUNE = "select * from rel_metric_value order by all";

    @TempDir
    private static Path outside;

    private static Desk desk;
    private static String pupil;
    private static String examNumber;
    private static String teacher;
    private static Path list;
    private static String june;

    @BeforeAll
    static void aCountyIsReleasedAndHandsInMore() throws IOException {
        desk = Desk.empty("");
        List<Path> files = new ArrayList<>(List.of(SmallCounty.put(desk)));
        files.add(desk.put(SmallCounty.FOLDER + "school-五中.csv", """
                学校代码     | 生效日期   | 学校名称 | legal_representative_id
                3137000005 | 2000-01-01 | 第五中学 | T20040001
                """));
        files.add(desk.put(SmallCounty.FOLDER + "teacher_roll.csv", """
                teacher_id | school_year | school_code
                T20040001  | 2022        | 3137000001
                T20040002  | 2022        | 3137000001
                """));
        files.add(desk.put(SmallCounty.FOLDER + "student_id_link.csv", """
                old_id     | new_id | kind
                KH22040001 | %s     | exam_number
                """.formatted(PUPIL)));
        Answer handedIn = desk.ingest("en", files.toArray(Path[]::new));
        assertThat(handedIn.exit()).as(handedIn.said()).isZero();
        assertThat(desk.run("build").exit()).isZero();
        assertThat(desk.run("release", "june").exit()).isZero();
        june = publicSet();
        desk.ingest("en", SmallCounty.scores(desk, "exam_score-J9-2023.csv", 0, ""));

        var secret = SecretKey.of(desk.workspace()).get();
        pupil = PersonKey.of("student", PUPIL, secret);
        examNumber = PersonKey.of("student", "KH22040001", secret);
        teacher = PersonKey.of("teacher", TEACHER, secret);
        list = Files.writeString(outside.resolve("list.txt"), " " + PUPIL.toLowerCase(java.util.Locale.ROOT) + "\n\n");
        Files.createDirectories(desk.workspace().receipts());
        try (ZipOutputStream zip = new ZipOutputStream(
                Files.newOutputStream(desk.workspace().receipts().resolve("R999999-0.xlsx")))) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write(("<t>" + PUPIL + "</t>").getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(desk.workspace().receipts().resolve("R999998-0.txt"), "another one");
        String fullWidth = PUPIL.chars()
                .mapToObj(letter -> Character.toString(letter + '０' - '0'))
                .collect(Collectors.joining());
        Files.writeString(desk.workspace().receipts().resolve("R999997-0.txt"), "学籍号 " + fullWidth);
    }

    @Test
    @Order(1)
    void aLookTellsWhatWouldGoAndChangesNothing() throws IOException {
        Map<String, String> before = desk.standing();
        Path left = Files.createFile(files("stg_exam_score/data").get(0).resolveSibling("left-by-a-crash.parquet.tmp"));

        Answer look = desk.run("forget", "--file", list.toString(), "--lang", "zh");

        assertThat(look.exit()).as(look.said()).isEqualTo(4);
        assertThat(look.out())
                .contains("找到 1 人", "2 个回执文件", "发布 june", "370305/exam_score-J9-2022.csv", "--yes")
                .containsPattern("stg_exam_score +2")
                .doesNotContain(PUPIL, pupil);
        assertThat(desk.standing()).isEqualTo(before);
        assertThat(traces(pupil)).as("the search finds who is there").hasSizeGreaterThan(1);
        assertThat(desk.workspace().receipts().resolve("R999999-0.xlsx")).exists();
        assertThat(left).as("what nothing names").exists();
    }

    @Test
    @Order(2)
    void aForgottenPupilIsInNoByteOfTheWorkspace() throws IOException {
        Path old = outside.resolve("old");
        Files.createDirectories(old);
        for (Path file : files("stg_exam_score/data")) {
            Files.copy(file, old.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }

        Answer done = desk.run("forget", "--file", list.toString(), "--yes", "--lang", "en");

        assertThat(done.exit()).as(done.said()).isZero();
        assertThat(done.said()).contains("Removed 1 person(s)").doesNotContain(PUPIL, pupil);
        assertThat(traces(pupil)).isEmpty();
        assertThat(traces(examNumber))
                .as("the same pupil under the exam number")
                .isEmpty();
        assertThat(desk.count("select count(*) from stg_exam_score")).isEqualTo(2 * 119);
        assertThat(desk.workspace().receipts().resolve("R999999-0.xlsx")).doesNotExist();
        assertThat(desk.workspace().receipts().resolve("R999997-0.txt"))
                .as("in full-width characters")
                .doesNotExist();
        assertThat(desk.workspace().receipts().resolve("R999998-0.txt")).exists();
        assertThat(control("select persons || ' ' || files || ' ' || (finished_at is not null) from control.erasure"))
                .isEqualTo("1 2 true");
        assertThat(
                        control(
                                "select table_name || ' ' || rows from control.erasure_table where table_name like 'stg_exam%'"))
                .isEqualTo("stg_exam_score 2");
        assertThat(control("select string_agg(table_name, ' ' order by 1) from control.release_table"
                        + " where erasure_id is not null"))
                .isEqualTo("stg_exam_score stg_student_id_link");

        // a run that was killed before the old files were gone
        for (Path file : Traces.filesIn(old)) {
            Files.copy(file, files("stg_exam_score/data").get(0).resolveSibling("again-" + file.getFileName()));
        }
        control("update control.erasure set finished_at = null returning 1");
        assertThat(traces(pupil)).isNotEmpty();

        Answer again = desk.run("forget", "--file", list.toString(), "--yes", "--lang", "en");

        assertThat(again.out()).contains("Nobody of that number");
        assertThat(traces(pupil)).isEmpty();
        assertThat(control("select count(*) from control.erasure where finished_at is not null"))
                .isEqualTo("1");
    }

    @Test
    @Order(3)
    void aForgottenTeacherLeavesTheSchoolButNotItsRepresentative() {
        assertThat(traces(teacher)).isNotEmpty();

        Answer done = desk.run("forget", "--teacher", TEACHER, "--yes", "--json");

        assertThat(done.exit()).as(done.said()).isZero();
        assertThat(traces(teacher)).isEmpty();
        assertThat(desk.rows(
                        "select school_code, legal_representative_key from stg_school where school_code like '%5'"))
                .hasToString("[[3137000005, null]]");
        assertThat(desk.count("select count(*) from stg_teacher_roll")).isEqualTo(1);
    }

    @Test
    @Order(4)
    void whatWasPublicStaysAndTheNextBuildIsWithoutThePupil() {
        assertThat(publicSet()).isEqualTo(june);
        assertThat(desk.run("status", "--lang", "en").out()).contains("stg_exam_score");

        Answer built = desk.run("build");

        assertThat(built.exit()).as(built.said()).isZero();
        assertThat(desk.rows("select distinct n from fct_school_exam where school_code = '3137000001'"))
                .hasToString("[[59]]");
        assertThat(traces(pupil)).isEmpty();
    }

    @Test
    @Order(5)
    void verifyTellsErasedInputsFromFaultsAndEndsWith4WhereAFigureDiffers() {
        Answer holds = desk.run("verify", "june", "--lang", "zh");

        assertThat(holds.exit()).as(holds.said()).isZero();
        assertThat(holds.out())
                .contains("发布 june：核验通过", "输入已删除", "stg_exam_score", "stg_teacher_roll", "重算公开数据")
                .doesNotContain("不一致", "缺失");

        control("update control.release_table set digest = repeat('0', 64)"
                + " where table_name = 'rel_metric_value' and part = 'public' returning 1");
        Answer fails = desk.run("verify", "--lang", "en");

        assertThat(fails.exit()).isEqualTo(4);
        assertThat(fails.out())
                .contains(
                        "Release june does not hold",
                        "public tables: 1 different: rel_metric_value",
                        "public tables worked out again: 1 different: rel_metric_value");
        assertThat(desk.run("verify", "july", "--lang", "en").err()).contains("There is no release july");
    }

    @Test
    @Order(6)
    void whoIsNotThereIsToldAndNothingIsKept() {
        Answer nobody = desk.run("forget", "G000000000000000000", "--yes", "--lang", "zh");
        assertThat(nobody.exit()).isZero();
        assertThat(nobody.out()).contains("没有这个编号的人");
        assertThat(control("select count(*) from control.erasure")).isEqualTo("2");
    }

    @Test
    @Order(7)
    void whoStandsInARefusedFileOnlyGoesWithItsMarkedWorkbook() {
        Path refused = desk.put(SmallCounty.FOLDER + "exam_score-J9-2021.csv", """
                考号              | 姓名 | 学校 | 数学
                G370305299999977 | 王乙 | 一中 | 满分
                """);
        assertThat(desk.ingest("zh", refused).out()).contains("TOO_MANY_REJECTS", "标记工作簿（");

        Answer look = desk.run("forget", "G370305299999977", "--lang", "zh");
        Answer done = desk.run("forget", "G370305299999977", "--yes", "--lang", "zh");
        Answer again = desk.run("forget", "G370305299999977", "--yes", "--lang", "en");

        assertThat(look.exit()).as(look.said()).isEqualTo(4);
        assertThat(look.out()).contains("各表中没有这个编号的人；将删除 1 个含此编号的回执文件。", "--yes");
        assertThat(done.exit()).as(done.said()).isZero();
        assertThat(done.out())
                .contains("各表中没有这个编号的人；已删除 1 个含此编号的回执文件。", "不记录是谁")
                .doesNotContain("0 人", "历史快照", "build", "G370305299999977");
        assertThat(again.out()).contains("Nobody of that number");
        assertThat(control("select persons || ' ' || files || ' ' || (finished_at is not null)"
                        + " from control.erasure order by erasure_id desc limit 1"))
                .isEqualTo("0 1 true");
        assertThat(control("select count(*) from control.erasure")).isEqualTo("3");
    }

    private static String publicSet() {
        return desk.run("query", "--release", "june", "--format", "csv", JUNE).out();
    }

    private static List<String> traces(String key) {
        return new Traces(desk).of(key);
    }

    private static List<Path> files(String below) {
        return new Traces(desk).files(below);
    }

    private static String control(String sql) {
        return new Traces(desk).control(sql);
    }
}
