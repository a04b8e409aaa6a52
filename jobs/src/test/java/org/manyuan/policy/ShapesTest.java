package org.manyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.RegionRule;
import org.manyuan.contract.RegionRules;

/**
 * Each shape of a requirement, on two groups and three school years: G1 is founded on 2022-08-12 with members A and B, G2, a pair, on
 * 2023-10-01 with member C. The build is of 2025-01-31, in the middle of 2024.
 */
class ShapesTest {
    private Connection duck;

    @BeforeEach
    void open() throws SQLException {
        duck = DriverManager.getConnection("jdbc:duckdb:");
        run("create table build as select date '2025-01-31' as as_of");
        run("""
                create table group_year as select '37' as region_code, '3703' as district_code, g.*, y.school_year,
                    date '9999-12-31' as life_to, 'reported' as origin
                from (values ('G1', 'education_group', 'a', date '2022-08-12'), ('G2', 'pair', 'b', date '2023-10-01'))
                    g(group_code, kind, form, life_from)
                cross join (values (2022), (2023), (2024)) y(school_year) where year(life_from - interval 8 month) <= school_year""");
        run("""
                create table unit_year as select g.*, u.school_code, u.role from group_year g
                join (values ('G1', 'L', 'lead'), ('G1', 'A', 'member'), ('G1', 'B', 'member'), ('G2', 'C', 'member'))
                    u(group_code, school_code, role) using (group_code)""");
        run(
                "create table district_year as select region_code, region_code as district_code, school_year, 'reported' as origin,"
                        + " date '2022-08-12' as life_from, date '9999-12-31' as life_to from group_year group by all");
        run("""
                create table term_calendar as select '37' as region_code, '3703' as district_code, *
                from (values (2022, 1, date '2022-09-01', date '2023-01-13'), (2022, 2, date '2023-02-13', date '2023-07-05'),
                    (2023, 1, date '2023-09-01', date '2024-01-19'), (2023, 2, date '2024-02-26', date '2024-07-05'))
                    t(school_year, term, from_on, last_on)""");
        run(
                "create table ledger (group_code varchar, school_code varchar, item varchar, number double, from_on date, last_on date)");
    }

    @AfterEach
    void close() throws SQLException {
        duck.close();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            count: ledger, at_least: 1                                        | G1 - x 1 2022-10-01 - | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | a year in which nobody handed anything in is not known
            count: ledger, at_least: 1                                        | G1 - x 1 2022-10-01 - ; - - x 1 2023-10-01 - | G1 2022 PASS, G1 2023 FAIL, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | a row of the region shows that somebody did
            count: ledger, region: true, at_least: 1                          | - - x 1 2023-10-01 - | G1 2022 UNKNOWN, G1 2023 PASS, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | a row without a group counts for each
            count: ledger, region: true, at_least: 1                          | - S x 1 2023-10-01 - | G1 2022 UNKNOWN, G1 2023 FAIL, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | a row about one school is none of the region
            count: ledger, handed_in_by: group, at_least: 1                   | G1 - x 1 2022-10-01 - ; G2 - x 1 2023-10-02 - | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | another group has handed something in
            `count: ledger, each: member, handed_in_by: group, at_least: 1`   | - A x 1 2022-10-01 - | G1 2022 FAIL, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | a row about one of its units is of the group
            `count: ledger, each: member, handed_in_by: group, at_least: 1`   | - S x 1 2022-10-01 - | G1 2022 UNKNOWN, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | a row about another unit is not
            count: ledger, at_least: 1                                        | G1 - x 1 2024-10-01 - | G1 2022 UNKNOWN, G1 2023 UNKNOWN, G1 2024 PASS, G2 2023 NA, G2 2024 UNKNOWN | enough already, the year is not over
            count: ledger, at_most: 1                                         | G1 - x 1 2024-10-01 - | G1 2022 UNKNOWN, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | few enough so far says nothing
            count: ledger, partial: true, at_least: 1                         | G2 - x 1 2023-11-01 - | G1 2022 UNKNOWN, G1 2023 FAIL, G1 2024 UNKNOWN, G2 2023 PASS, G2 2024 UNKNOWN | the year in which a group is founded, if asked for
            count: ledger, sum: number, at_least: 3                           | G1 - x 1 2022-10-01 - ; G1 - x 2 2023-05-01 - | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | a sum over the year
            count: ledger, distinct: item, exactly: 1                         | G1 - x 1 2022-10-01 - ; G1 - x 2 2023-05-01 - | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | the same word twice is one
            count: ledger, distinct: item, exactly: 1                         | G1 - x 1 2022-10-01 - ; G1 - - 2 2023-05-01 - | G1 2022 UNKNOWN, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | a word that is missing could be another
            count: ledger, every: day, day: "09-01", at_least: 1              | G1 - x 1 2022-09-01 2023-08-31 | G1 2022 PASS, G1 2023 FAIL, G1 2024 FAIL, G2 2023 NA, G2 2024 FAIL | in force on the day, first and last day included
            count: ledger, every: day, day: "09-01", at_least: 1              | G1 - x 1 2022-09-02 - | G1 2022 UNKNOWN, G1 2023 PASS, G1 2024 PASS, G2 2023 NA, G2 2024 FAIL | from the next day on
            count: ledger, every: term, at_least: 1                           | G1 - x 1 2022-10-01 - ; G1 - x 1 2023-03-01 - | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 UNKNOWN, G2 2024 UNKNOWN | once in each term
            count: ledger, every: term, at_least: 1                           | G1 - x 1 2022-10-01 - ; G1 - x 1 2023-01-20 - | G1 2022 FAIL, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 UNKNOWN, G2 2024 UNKNOWN | in the holidays is in no term
            count: ledger, every: month, months: [6, 12], at_least: 1         | G1 - x 1 2022-12-31 - ; G1 - x 1 2023-06-01 - | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 UNKNOWN, G2 2024 UNKNOWN | June and December alone
            count: ledger, every: month, term_days: 31, at_least: 1           | G1 - x 1 2022-09-30 - ; G1 - x 1 2022-10-15 - ; G1 - x 1 2022-11-15 - ; G1 - x 1 2022-12-15 - ; G1 - x 1 2023-03-15 - ; G1 - x 1 2023-04-15 - ; G1 - x 1 2023-05-15 - ; G1 - x 1 2023-06-15 - | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 UNKNOWN, G2 2024 UNKNOWN | months that lie wholly in a term
            count: ledger, every: calendar_year, sum: number, at_least: 2     | G1 - x 1 2023-01-01 - ; G1 - x 1 2023-12-31 - | G1 2022 NA, G1 2023 PASS, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | January 1 to December 31
            count: ledger, every: founding, rows: started, at_least: 1        | G1 - x 1 2022-08-12 - | G1 2022 NA, G1 2023 NA, G1 2024 NA, G2 2023 UNKNOWN, G2 2024 NA | of the day of founding alone
            count: ledger, each: member, at_least: 1                          | G1 A x 1 2022-10-01 - ; G1 B x 1 2022-10-01 - | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | each member
            count: ledger, each: member, at_least: 1                          | G1 A x 1 2022-10-01 - ; G1 A x 1 2022-11-01 - | G1 2022 FAIL, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | one member twice is not two members
            `count: ledger, each: {item: [x, y]}, at_least: 1`                | G1 - x 1 2022-10-01 - ; G1 - y 1 2022-11-01 - | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | each word
            `count: ledger, each: {item: [x, y]}, at_least: 1`                | G1 - x 1 2022-10-01 - ; G1 - z 1 2022-11-01 - | G1 2022 FAIL, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | another word
            `count: ledger, handed_in: "item = 'y'", at_least: 1`             | G1 - x 1 2022-10-01 - | G1 2022 UNKNOWN, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | what shows that it was handed in is not there
            `share: ledger, where: "item = 'x'", at_least: 0.5`               | G1 - x 1 2022-10-01 - ; G1 - y 1 2022-11-01 - | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | one of two
            `share: ledger, where: "number > 1", handed_in: number is not null, at_least: 0.5` | G1 - x 2 2022-10-01 - ; G1 - x - 2022-11-01 - | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | of one nothing is known, and it changes nothing
            `share: ledger, where: "number > 1", handed_in: number is not null, at_least: 1` | G1 - x 2 2022-10-01 - ; G1 - x - 2022-11-01 - | G1 2022 UNKNOWN, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | of one nothing is known, and it decides
            `share: ledger, where: "number > 1", handed_in: number is not null, at_least: 1` | G1 - x 1 2022-10-01 - ; G1 - x - 2022-11-01 - | G1 2022 FAIL, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | one that is known fails all
            `share: ledger, where: "item = 'x'", among: "number > 1", at_least: 0.5` | G1 - x 1 2022-10-01 - | G1 2022 NA, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | a share of nobody is no share
            span: ledger, in: years, at_most: 1                               | G1 - x 1 2022-10-01 2023-10-01 | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | to the same day of the next year
            span: ledger, in: years, at_most: 1                               | G1 - x 1 2022-10-01 2023-10-02 | G1 2022 FAIL, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | a day longer
            span: ledger, in: years, at_most: 1                               | G1 - x 1 2024-03-01 - | G1 2022 UNKNOWN, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | not over and not too long yet
            span: ledger, in: years, at_most: 1                               | G1 - x 1 2023-10-01 - | G1 2022 UNKNOWN, G1 2023 FAIL, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | not over and too long already
            span: ledger, in: terms, at_least: 2, at_most: 4                  | G1 - x 1 2022-09-01 2023-07-05 | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | two terms
            span: ledger, in: terms, at_least: 2, at_most: 4                  | G1 - x 1 2022-09-01 2023-01-13 | G1 2022 FAIL, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | one term
            span: ledger, in: terms, at_least: 2, at_most: 4                  | G1 - x 1 2023-01-05 2023-02-20 | G1 2022 FAIL, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | two terms touched are none
            span: ledger, in: terms, at_most: 2                               | G1 - x 1 2022-09-01 2023-09-01 | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | a day of the third term
            span: ledger, in: terms, at_most: 2                               | G1 - x 1 2022-09-01 2023-11-20 | G1 2022 FAIL, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | more than half of the third term
            span: ledger, in: days, at_least: 10                              | G1 - x 1 2022-10-01 2022-10-10 | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 UNKNOWN | both ends count
            gap: ledger, at_most: 75                                          | G1 - x 1 2022-11-10 - ; G1 - x 1 2023-04-25 - | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 UNKNOWN, G2 2024 UNKNOWN | the ends of the term are limits
            gap: ledger, at_most: 69                                          | G1 - x 1 2022-11-10 - ; G1 - x 1 2023-04-25 - | G1 2022 FAIL, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 UNKNOWN, G2 2024 UNKNOWN | a day too long
            """)
    void judges(String requirement, String rows, String expected, String why) throws SQLException {
        enter(rows);

        assertThat(judged("", requirement)).as(why).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            kinds: [pair]            | G1 - x 1 2022-10-01 - ; G2 - x 1 2024-10-01 - | G1 2022 NA, G1 2023 NA, G1 2024 NA, G2 2023 NA, G2 2024 PASS           | another kind is out of scope
            forms: [a]               | G1 - x 1 2022-10-01 - ; G2 - x 1 2024-10-01 - | G1 2022 PASS, G1 2023 UNKNOWN, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 NA | so is another form
            years: [2022]            | G1 - x 1 2022-10-01 - ; G2 - x 1 2024-10-01 - | G1 2022 PASS, G1 2023 NA, G1 2024 NA, G2 2023 NA, G2 2024 NA           | a rule of one year
            valid_from: "2023-09-02" | G1 - x 1 2022-10-01 - ; G2 - x 1 2024-10-01 - | G1 2022 NA, G1 2023 NA, G1 2024 UNKNOWN, G2 2023 NA, G2 2024 PASS      | September 1 lies before it
            valid_to: "2022-09-01"   | G1 - x 1 2022-10-01 - ; G2 - x 1 2024-10-01 - | G1 2022 PASS, G1 2023 NA, G1 2024 NA, G2 2023 NA, G2 2024 NA           | after its end
            """)
    void knowsItsScopeAndTime(String scope, String rows, String expected, String why) throws SQLException {
        enter(rows);

        assertThat(judged(scope, "count: ledger, at_least: 1")).as(why).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', textBlock = """
            all | G1 - x 1 2022-10-01 - ; G1 - y 1 2022-10-01 - | PASS
            all | G1 - x 1 2022-10-01 - ; G1 - z 1 2022-10-01 - | FAIL
            any | G1 - x 1 2022-10-01 - ; G1 - z 1 2022-10-01 - | PASS
            any | G1 - z 1 2022-10-01 -                         | FAIL
            """)
    void foldsSeveralRequirements(String how, String rows, String expected) throws SQLException {
        enter(rows);

        String found = judged(
                "",
                how + ": [{count: ledger, where: \"item = 'x'\", at_least: 1},"
                        + " {count: ledger, where: \"item = 'y'\", at_least: 1}]");

        assertThat(found).startsWith("G1 2022 " + expected + ",");
    }

    @Test
    void judgesUnitsAndTheRegion() throws SQLException {
        enter("G1 A x 1 2022-10-01 - ; - C x 1 2024-10-01 -");

        assertThat(judged("subject: member", "count: ledger, at_least: 1"))
                .isEqualTo(
                        "G1 A 2022 PASS, G1 A 2023 UNKNOWN, G1 A 2024 UNKNOWN, G1 B 2022 FAIL, G1 B 2023 UNKNOWN, G1 B 2024 UNKNOWN,"
                                + " G2 C 2023 NA, G2 C 2024 PASS");
        assertThat(judged("subject: district", "count: ledger, at_least: 1"))
                .isEqualTo("2022 PASS, 2023 UNKNOWN, 2024 PASS");
    }

    @Test
    void namesTheRowsThatDecidedAndTheNumber() throws SQLException {
        enter("G1 - x 1 2022-10-01 - ; G1 - x 1 2023-03-01 -");

        List<List<Object>> rows = asked(rule("", "count: ledger, every: term, at_most: 0"));

        assertThat(rows.get(0).subList(4, 6)).containsExactly("FAIL", 1.0);
        assertThat((String) rows.get(0).get(6))
                .isEqualTo("[{\"case\":\"2022-1\",\"value\":1.0,\"result\":\"FAIL\"},{\"held_on\":\"2022-10-01\"},"
                        + "{\"case\":\"2022-2\",\"value\":1.0,\"result\":\"FAIL\"},{\"held_on\":\"2023-03-01\"}]");
        assertThat(rows.get(0).get(7)).isEqualTo(true);
    }

    private void enter(String rows) throws SQLException {
        for (String row : rows.split(" ; ")) {
            String[] cells = row.strip().split(" ");
            List<String> values = new ArrayList<>();
            for (String cell : cells) {
                values.add(cell.equals("-") ? "null" : "'" + cell + "'");
            }
            run("insert into ledger values (" + String.join(", ", values) + ")");
        }
        run(
                "create table rows as select '37' as region_code, *, year(from_on - interval 8 month) as in_year, true as holds,"
                        + " 'synthetic' as origin, json_object('held_on', from_on) as evidence from ledger");
        run("drop table ledger");
        run("alter table rows rename to ledger");
    }

    private String judged(String scope, String requirement) throws SQLException {
        return asked(rule(scope, requirement)).stream()
                .map(row -> row.subList(1, 5).stream()
                        .map(String::valueOf)
                        .filter(cell -> !cell.isEmpty())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    private List<List<Object>> asked(RegionRule rule) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Statement statement = duck.createStatement();
                ResultSet answer = statement.executeQuery(RuleQuery.of(rule))) {
            while (answer.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                    row.add(answer.getObject(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static RegionRule rule(String scope, String requirement) {
        String text = "region: '37'\nrules:\n  - {id: T, name: {zh: 试, en: Try}, source: 试, hardness: hard, "
                + (scope.isEmpty() ? "" : scope + ", ") + requirement + "}\n";
        return RegionRules.read("test.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .get(0);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }
}
