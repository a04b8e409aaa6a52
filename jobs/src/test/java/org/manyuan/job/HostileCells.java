package org.manyuan.job;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Cells that a spreadsheet would compute, that hide something, or that are no such value. One bad cell in a file of one row. */
final class HostileCells {
    private final List<HostileSample> all = new ArrayList<>();

    private HostileCells() {}

    static List<HostileSample> all() {
        HostileCells cells = new HostileCells();
        cells.formulas();
        cells.hidden();
        cells.numbers();
        return cells.all;
    }

    private void formulas() {
        name("equals", "a formula", "FORMULA", "=1+1");
        name("link", "a formula that opens a page", "FORMULA", "\"=HYPERLINK(\"\"http://example.org\"\",\"\"x\"\")\"");
        name("command", "a formula that starts a program", "FORMULA", "=cmd|' /C calc'!A0");
        name("plus", "a formula that begins with plus", "FORMULA", "+SUM(A1:A9)");
        name("minus", "one that begins with minus", "FORMULA", "-2+3+cmd|' /C calc'!A0");
        name("at", "one that begins with at", "FORMULA", "@SUM(1)");
        name("wide-equals", "a full-width equals sign", "FORMULA", "＝1+1");
        name("wide-plus", "a full-width plus", "FORMULA", "＋SUM(1)");
        name("wide-minus", "a full-width minus", "FORMULA", "－cmd");
        name("wide-at", "a full-width at", "FORMULA", "＠SUM(1)");
        name("tab-equals", "a tab before a formula", "FORMULA", "\t=1+1");
        name("blank-equals", "blanks before a formula", "FORMULA", " 　=1+1");
        name("return-equals", "a line end before a formula", "FORMULA", "\"\n=1+1\"");
        name("error-na", "an error of a formula", "FORMULA", "#N/A");
        name("error-ref", "a lost reference", "FORMULA", "#REF!");
        name("error-name", "an unknown function", "FORMULA", "#NAME?");
        name("sign-alone", "a dash for nothing", "TAKEN", "-");
        name("percent", "a number with its sign", "TAKEN", "+5%");
        name("negative", "a negative number", "TAKEN", "-0.3");
        name("script", "a tag of a page", "TAKEN", "<script>alert(1)</script>");
        name("sql", "words of SQL", "TAKEN", "'; drop table school; --");
        name("long", "ten thousand characters", "LENGTH", "集".repeat(10_000));
    }

    private void hidden() {
        int[] characters = {
            0x202E, 0x202D, 0x202A, 0x202C, 0x2066, 0x2067, 0x2069, 0x200E, 0x200F, 0x061C, 0x200B, 0x200C, 0x200D,
            0x2060, 0xFEFF, 0x00AD, 0x0085, 0x2028, 0x2063, 0xE0041
        };
        for (int c : characters) {
            String hex = "%04x".formatted(c);
            name(
                    "u" + hex,
                    "the hidden character " + hex + " in a name",
                    "HIDDEN_CHARACTER",
                    "第" + Character.toString(c) + "一");
        }
        name("zero-width-ends", "zero-width spaces at the ends", "TAKEN", "\u200b一中\u200b");
        name("no-break", "a no-break space", "TAKEN", "一中\u00A0集团");
    }

    private void numbers() {
        pupil("id-rounded", "a number that a spreadsheet rounded", "ROUNDED_NUMBER", "3.70303E+17");
        pupil("id-rounded-long", "the same with all digits", "ROUNDED_NUMBER", "3.7030320100101126E17");
        pupil("id-zeros", "a number whose last digits a spreadsheet lost", "ROUNDED_NUMBER", "370303201001011000");
        pupil("id-zeros-right", "a number that ends in zeros by right", "TAKEN", "370303201001018000");
        count("code-power", "a school code that is a number with an exponent", "ROUNDED_NUMBER", "3.137e+009", "400");
        count("number-exponent", "a count with an exponent", "TYPE", "3137000001", "2024E12");
        pupil("id-formula", "a formula for a number", "FORMULA", "=A1");
        pupil("id-name", "a name for a number", "NO_NUMBER", "示例甲");
        pupil("id-total", "a total beside a school", "NO_ROWS", "合计");
        pupil("id-class-mean", "the mean of a class beside a school", "NO_ROWS", "1班平均分");
        add(
                "name-in-class",
                "a pupil's name for the class",
                "PERSON_NAME",
                "exam_score-Q1.csv",
                "考号,姓名,学校,班级,数学\n1001,示例甲,一中,示例甲,90\n");
        add(
                "name-in-number",
                "a total for a name and no number",
                "NO_ROWS",
                "exam_score-Q1.csv",
                "考号,姓名,学校,数学\n,平均分,一中,90\n");
        add("code-copied", "a code in the name of a copy", "TAKEN", "exam_score-Q1(1).csv", "考号,学校,数学\n1,一中,90\n");
        add(
                "code-suffix",
                "a code with an unknown suffix",
                "UNKNOWN_EXAM",
                "exam_score-Q1.a.csv",
                "考号,学校,数学\n1,一中,90\n");
        add("score-negative", "-1 for a score", "NEGATIVE_MARK", "exam_score-Q1.csv", "考号,学校,数学\n1,一中,-1\n");
        pupil("id-error", "an error for a number", "FORMULA", "#N/A");
        pupil("id-hidden", "a zero-width space in a number", "HIDDEN_CHARACTER", "G370305\u200b2013");
        pupil("id-lost", "a lost character in a number", "LOST_CHARACTER", "G370\uFFFD");
        pupil("id-long", "a number without end", "LENGTH", "G".repeat(50));
        pupil("id-wide", "a full-width number", "TAKEN", "Ｇ３７０３０５２０１３");
        pupil("id-tab", "a tab before a number", "TAKEN", "\tG3703052013");
        count("code-rounded", "a school code that was rounded", "ROUNDED_NUMBER", "3.137E+09", "400");
        count("number-error", "an error in a number", "TYPE", "3137000001", "#DIV/0!");
        count("number-formula", "a formula in a number", "TYPE", "3137000001", "=1+1");
        count("number-nan", "not a number", "TYPE", "3137000001", "NaN");
        count("number-hex", "a hexadecimal number", "TYPE", "3137000001", "0x10");
        count("number-huge", "more digits than a number has", "TYPE", "3137000001", "99999999999999999999999");
        count("number-power", "a power beyond all", "TYPE", "3137000001", "1e400");
        count("number-infinite", "infinity", "TYPE", "3137000001", "∞");
        count("number-groups", "digits in groups of three", "TAKEN", "3137000001", "\"1,045\"");
        count("number-groups-wide", "the same with a full-width comma", "TAKEN", "3137000001", "1，045");
        count("number-groups-four", "digits in groups of four", "TYPE", "3137000001", "\"1,0450\"");
        count("number-negative", "fewer than none", "RANGE", "3137000001", "-1");
        count("number-half", "half a pupil", "TYPE", "3137000001", "0.5");
        count("number-wide", "full-width digits", "TAKEN", "3137000001", "４００");
        count("code-formula", "a formula for a code", "FORMULA", "=3137000001", "400");
        day("day-none", "the thirtieth of February", "2024-02-30");
        day("day-serial", "a day as a spreadsheet counts it", "45000");
        day("day-slash", "a day that may be another", "03/04/2024");
        day("day-zero", "the day zero", "1900-01-00");
        day("day-formula", "a formula for a day", "=TODAY()");
    }

    private void name(String id, String what, String expected, String cell) {
        add(id, what, expected, "education_group-x.csv", "group_code,name,kind\nG1," + cell + ",\n");
    }

    private void day(String id, String what, String cell) {
        add(id, what, "TYPE", "education_group-x.csv", "group_code,name,founded_on\nG1,一中集团," + cell + "\n");
    }

    private void pupil(String id, String what, String expected, String cell) {
        add(id, what, expected, "exam_score-Q1.csv", "考号,学校,数学\n" + cell + ",一中,90\n");
    }

    private void count(String id, String what, String expected, String code, String students) {
        add(id, what, expected, "enrollment-x.csv", HostileTexts.HEADER + code + ",2023,J,7," + students + "\n");
    }

    private void add(String id, String what, String expected, String file, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        all.add(new HostileSample("cell-" + id, what, expected, folder -> Files.write(folder.resolve(file), bytes)));
    }
}
