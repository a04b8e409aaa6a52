package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
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
        assertThat(control("select persons || ' ' || (finished_at is not null) from control.erasure"))
                .isEqualTo("1 true");
        assertThat(
                        control(
                                "select table_name || ' ' || rows from control.erasure_table where table_name like 'stg_exam%'"))
                .isEqualTo("stg_exam_score 2");
        assertThat(control("select string_agg(table_name, ' ' order by 1) from control.release_table"
                        + " where erasure_id is not null"))
                .isEqualTo("stg_exam_score stg_student_id_link");

        // a run that was killed before the old files were gone
        for (Path file : list(old)) {
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

    private static String publicSet() {
        return desk.run("query", "--release", "june", "--format", "csv", JUNE).out();
    }

    /** Every place in which a key stands: Parquet values, Iceberg metadata (which keeps the first letters), rows of PostgreSQL. */
    private static List<String> traces(String key) {
        List<String> traces = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            for (Path file : files("")) {
                String name = file.toString();
                boolean holds;
                if (name.endsWith(".parquet")) {
                    try (ResultSet row = statement.executeQuery("select count(*) from read_parquet('" + name
                            + "') as t where t::varchar like '%" + key + "%'")) {
                        row.next();
                        holds = row.getLong(1) > 0;
                    }
                } else if (name.endsWith(".avro")) {
                    holds = avro(file).contains(key.substring(0, 12));
                } else {
                    holds = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                            .contains(key.substring(0, 12));
                }
                if (holds) {
                    traces.add(name);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String tables = control("select string_agg(format('%I.%I', table_schema, table_name), ' ')"
                + " from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')"
                + " and table_type = 'BASE TABLE'");
        for (String table : tables.split(" ")) {
            if (!control("select count(*) from " + table + " t where t::text like '%" + key + "%'")
                    .equals("0")) {
                traces.add(table);
            }
        }
        return traces;
    }

    private static String avro(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (DataFileReader<GenericRecord> records = new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
            records.forEach(text::append);
        }
        return text.toString();
    }

    private static List<Path> files(String below) {
        Path folder = desk.workspace().warehouse().resolve("manyuan").resolve(below);
        return list(folder);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String control(String sql) {
        return desk.store().database().inTransaction(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        });
    }
}
