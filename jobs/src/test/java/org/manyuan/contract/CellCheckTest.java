package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One cell at a time: what is written, and what it becomes or why it is turned back. */
class CellCheckTest {
    private static final String ABSENT = "-";

    @ParameterizedTest(name = "{0} «{1}» is {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            exam_score.score        | 87.5                | 87.5        | plain
            exam_score.score        | ８７．５             | 87.5        | full-width digits
            exam_score.score        | 087.500             | 87.5        | zeros before and behind
            exam_score.score        | .5                  | 0.5         | no digit before the point
            exam_score.score        | 2000                | 2000        | on the upper line
            exam_score.score        | 2000.001            | RANGE       | above it
            exam_score.score        | 0                   | 0           | on the lower line
            exam_score.score        | -0.001              | RANGE       | below it
            exam_score.score        | 87.1234             | PRECISION   | four decimals, three are kept
            exam_score.score        | 87.5000             | 87.5        | decimals that say nothing
            exam_score.score        | 1e2                 | TYPE        | no exponent among scores
            exam_score.score        | 1,000               | TYPE        | no separator of thousands
            exam_score.score        | 99999999999999999999| TYPE        | more digits than a number holds
            exam_score.score        | .                   | TYPE        | a point alone
            exam_score.class_no     | 八（3）班            | 八（3）班    | text stays as it is
            exam_summary.mean_score | -0.65               | -0.65       | a mean may be negative
            exam_summary.mean_score | 71.234567890123456  | 71.23456789012346 | more digits than are exact
            exam_summary.mean_score | 7.1E1               | 71.0        | as spreadsheets write it
            exam_summary.mean_score | NaN                 | TYPE        | what Java takes for a number is none
            exam_summary.mean_score | 1f                  | TYPE        | nor that
            exam_summary.mean_score | 2001                | RANGE       | above
            exam_summary.examinees  | 12.0                | 12          | whole, as spreadsheets write it
            exam_summary.examinees  | 12.5                | TYPE        | no part of a pupil
            exam_summary.examinees  | -1                  | RANGE       | below zero
            exam_summary.examinees  | 99999999999         | RANGE       | more than an int holds
            school.name             | 　第一中学           | 第一中学     | an ideographic blank in front
            school.valid_from       | 2024-09-01          | 2024-09-01  | ISO
            school.valid_from       | 2024/9/1            | 2024-09-01  | slashes
            school.valid_from       | 2024年9月1日         | 2024-09-01  | Chinese
            school.valid_from       | 20240901            | 2024-09-01  | digits alone
            school.valid_from       | 2024.9.1            | 2024-09-01  | points
            school.valid_from       | 2024-09-01 00:00:00 | 2024-09-01  | midnight behind it
            school.valid_from       | 2024-09-01 08:00    | TYPE        | an hour is no day
            school.valid_from       | 2024-02-29          | 2024-02-29  | leap year
            school.valid_from       | 2023-02-29          | TYPE        | no such day
            school.valid_from       | 0024-09-01          | RANGE       | a year of two digits
            school.valid_from       | 01-09-2024          | TYPE        | day first: a mapping must say so
            school.stages           | 九年一贯制           | PJ          | an alias
            school.stages           | KP                  | KP          | an open list, by its pattern
            school.stages           | JP                  | PATTERN     | in another order
            school.ownership        | 公办                | public      | Chinese
            school.ownership        | Public              | public      | case does not matter
            school.ownership        | 国有                | CODE        | not in the list
            school.seats            | 1 200               | TYPE        | a blank inside
            school.school_code      | ３１３７000001       | 3137000001  | full-width digits of a code
            school.school_code      | 313700001           | PATTERN     | nine digits
            enrollment.school_year  | 2024                | 2024        | a year
            enrollment.school_year  | 2024-2025           | 2024        | two
            enrollment.school_year  | 2024—2025学年        | 2024        | as documents write it
            enrollment.school_year  | 2024学年             | 2024        | short
            enrollment.school_year  | 2024-2026           | TYPE        | two years that do not follow
            enrollment.school_year  | 1989                | RANGE       | before the first
            teacher_roll.exchange_eligible | 是           | true        | yes
            teacher_roll.exchange_eligible | No           | false       | no
            teacher_roll.exchange_eligible | maybe        | CODE        | neither
            teacher_roll.teacher_id | g37030519800101123x | teacher G37030519800101123 | one form, then its key
            teacher_roll.teacher_id | Ｔ００１             | teacher T001 | full-width
            teacher_roll.teacher_id | 3.7E+17             | ROUNDED_NUMBER | a spreadsheet's rounding
            teacher_roll.teacher_id | 12E07               | ROUNDED_NUMBER | also without a point
            teacher_roll.teacher_id | 3.7E+017            | ROUNDED_NUMBER | three digits of an exponent
            teacher_roll.teacher_id | 370303201001011000  | ROUNDED_NUMBER | the last digits are zeros and do not follow
            teacher_roll.teacher_id | 370303201001011200  | teacher 370303201001011200 | a wrong check digit alone is told, not refused
            teacher_roll.teacher_id | 370303201001018000  | teacher 370303201001018000 | ends in zeros, and its check digit is right
            teacher_roll.teacher_id | 202406150000001000  | teacher 202406150000001000 | no birthday in it: a number of the school's own
            exam.exam_code          | 2024E12             | 2024E12     | a code: a spreadsheet writes one digit before the E
            exam.exam_code          | 2.024E+15           | ROUNDED_NUMBER | what a spreadsheet makes of it
            exam.exam_code          | 2e+15               | ROUNDED_NUMBER | so too
            school.seats            | 2024E12             | TYPE        | no count
            school.seats            | 1.2E+03             | TYPE        | nor what a column too narrow shows of it
            exam_summary.mean_score | 2024E12             | TYPE        | no program's
            teacher_roll.teacher_id | E12                 | teacher E12 | a number that begins with E
            teacher_roll.teacher_id | 12345678901234567890123456789012345678901 | LENGTH | 41 characters
            exam_score.class_no | 班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班 | 班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班 | as long as it may be, in characters
            exam_score.class_no | 班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班班 | LENGTH | one more
            """)
    void reads(String column, String written, String expected, String reason) {
        String dataset = column.substring(0, column.indexOf('.'));
        String name = column.substring(column.indexOf('.') + 1);
        Contract contract = Contracts.of(dataset);
        CellCheck check =
                CellCheck.of(contract.column(name), "cn", contract.key().contains(name), Rows.FAKE_KEY);
        Cell cell = new Cell();
        cell.slice.rewrite(written);
        cell.slice.trim();

        check.check(cell);

        assertThat(shown(contract.column(name), cell)).as(reason).isEqualTo(expected);
    }

    private static String shown(Column column, Cell cell) {
        if (cell.problem != null) {
            return cell.problem.name();
        }
        if (!cell.filled) {
            return ABSENT;
        }
        Rows rows = new Rows(new Contract(
                "one", "1", "一", "one", List.of(column), List.of(), List.of(), false, 0, null, List.of(), List.of()));
        switch (column.type()) {
            case TEXT -> rows.text(0, cell.slice.buffer, cell.slice.from, cell.slice.length);
            case WHOLE -> rows.whole(0, cell.whole);
            case DECIMAL -> rows.decimal(0, cell.whole);
            case NUMBER -> rows.number(0, cell.number);
            case DAY -> rows.day(0, (int) cell.whole);
            case FLAG -> rows.flag(0, cell.whole == 1);
        }
        rows.end(1, null);
        return rows.all.get(0).of(column.storedName());
    }

    @ParameterizedTest(name = "{0} is {1} where the workspace has no code system")
    @CsvSource({"school.school_code, 129342", "district.level, local_authority", "district.district_code, E06000001"})
    void letsCodesOfOtherCountriesThrough(String column, String written) {
        String dataset = column.substring(0, column.indexOf('.'));
        Column checked = Contracts.of(dataset).column(column.substring(column.indexOf('.') + 1));
        for (String codeSystem : List.of("cn", "none")) {
            Cell cell = new Cell();
            cell.slice.rewrite(written);
            CellCheck.of(checked, codeSystem, true, Rows.FAKE_KEY).check(cell);
            assertThat(cell.problem == null).as(codeSystem).isEqualTo(codeSystem.equals("none"));
        }
    }
}
