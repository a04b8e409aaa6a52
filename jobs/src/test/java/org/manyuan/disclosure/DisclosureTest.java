package org.manyuan.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.SharedSpark;
import org.manyuan.TextTable;

/** Tables without persons, and tables made of public tables. */
class DisclosureTest {
    private static final Releasable UNITS = new Releasable("dim_school", TextTable.rows("""
            school_code | district_code
            A           | D
            B           | D
            C           | E
            """));
    private static final Releasable FIGURES = new Releasable("rel_metric_value", TextTable.rows("""
            school_code | value:double
            A           | 1
            B           | -
            """));

    @Test
    void releasesOfMembershipWhatIsKnownNowWithoutWhenItWasKnown() {
        Dataset<Row> spans = TextTable.rows("""
                school_code | group_code | role | member_kind | joined_on:date | left_on:date | approximate:boolean | known_from:timestamp | known_to:timestamp  | origin   | approximate_before:date
                A           | G          | lead | -           | 2022-09-01     | -            | false               | 2022-09-10 00:00:00  | -                   | reported | -
                B           | G          | lead | -           | 2022-09-01     | -            | false               | 2022-09-10 00:00:00  | 2023-01-01 00:00:00 | reported | -
                """);
        Dataset<Row> released =
                Figures.disclosure().open("dim_membership", spans).rows();
        assertThat(released.columns())
                .containsExactly(
                        "group_code",
                        "school_code",
                        "role",
                        "member_kind",
                        "joined_on",
                        "left_on",
                        "approximate",
                        "origin");
        assertThat(TextTable.lines(released, "school_code")).isEqualTo("A");
    }

    @Test
    void refusesATableThatTheRulesDoNotListAndOneThatLacksAColumn() {
        assertThatThrownBy(() -> Figures.disclosure().open("stg_exam_score", UNITS.rows()))
                .hasMessage(
                        "stg_exam_score cannot be released: schemas/disclosure.yaml lists under open dim_district, dim_school,"
                                + " dim_group, dim_membership, dim_exam");
        assertThatThrownBy(() -> Figures.disclosure().open("dim_district", UNITS.rows()))
                .hasMessage("dim_district lacks name, parent_code, level, origin, which schemas/disclosure.yaml lists");
    }

    @Test
    void sumsOfScoresAndHistogramsCannotBeReleased() {
        for (String column : List.of("s1", "s2", "bins", "counts")) {
            Dataset<Row> rows = UNITS.rows().withColumn(column, functions.lit(1));
            assertThatThrownBy(() -> new Releasable("fct_school_exam", rows))
                    .hasMessage(
                            "fct_school_exam cannot be released: " + column
                                    + " would spell out scores; release figures made of them instead (METRICS A9, unit_histogram_n)");
            assertThatThrownBy(() -> Figures.disclosure()
                            .derived("mart_x", "select school_code as " + column + " from dim_school", List.of(UNITS)))
                    .hasMessageStartingWith("mart_x cannot be released: " + column);
        }
    }

    @Test
    void derivesATableFromPublicTablesAlone() {
        Releasable mart = derived("""
                with figures as (select * from rel_metric_value where value is not null),
                     counted as (select school_code, count(*) as figures from figures group by school_code)
                select s.school_code, coalesce(c.figures, 0) as figures, l.label
                from dim_school s
                left join counted c using (school_code)
                join (values ('D', 'county D'), ('E', 'county E')) as l(district_code, label) on l.district_code = s.district_code
                where exists (select 1 from dim_school other where other.district_code = s.district_code)
                """);
        assertThat(mart.name()).isEqualTo("mart_x");
        assertThat(TextTable.lines(mart.rows(), "school_code", "figures", "label"))
                .isEqualTo("A 1 county D\nB 0 county D\nC 0 county E");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            select * from metric_value                                              | metric_value is none of              | a table of the house
            select * from lake.dim_school                                           | lake.dim_school is none of           | the same name elsewhere
            select * from parquet.`/tmp/x`                                          | parquet./tmp/x is none of            | a file
            select * from dim_school where school_code in (select x from stg_a)     | stg_a is none of                     | in a subquery
            select (select max(x) from stg_a) from dim_school                       | stg_a is none of                     | in a scalar subquery
            with a as (select * from stg_a) select * from a                         | stg_a is none of                     | in a common table expression
            with a as (select * from b), b as (select 1) select * from a            | b is none of                         | named before it is said
            select * from stg_a where exists (with stg_a as (select 1) select * from stg_a) | stg_a is none of             | a name that holds only inside
            with stg_a as (select * from stg_a) select * from stg_a                 | stg_a is none of                     | a name in its own text
            select * from range(10)                                                 | UnresolvedTableValuedFunction is no  | a function table
            table metric_value                                                      | metric_value is none of              | the short form
            select reflect('java.lang.System', 'getenv', 'HOME') from dim_school    | the function reflect reaches out     | out into Java
            drop table dim_school                                                   | is no public table                   | no query
            select ${x} from dim_school                                             | its SQL is no query                  | a variable of the session
            selec 1                                                                 | its SQL is no query                  | misspelt
            """)
    void refusesSqlThatNamesAnythingElse(String sql, String complaint, String reason) {
        assertThatThrownBy(() -> derived(sql))
                .as(reason)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mart_x cannot be released: ")
                .hasMessageContaining(complaint);
    }

    @Test
    void disturbsNoTableOfTheSessionAndNoOtherCall() {
        UNITS.rows().limit(0).createOrReplaceTempView("dim_school");
        try {
            Releasable first = derived("select count(*) as units from dim_school");
            Releasable second = Figures.disclosure()
                    .derived(
                            "mart_y",
                            "select count(*) as units from dim_school",
                            List.of(new Releasable("dim_school", UNITS.rows().where("school_code = 'A'"))));
            Releasable third = Figures.disclosure()
                    .derived(
                            "mart_z",
                            "select x.units + y.units as units from mart_x x, mart_y y",
                            List.of(first, second));
            assertThat(TextTable.lines(first.rows(), "units")).isEqualTo("3");
            assertThat(TextTable.lines(second.rows(), "units")).isEqualTo("1");
            assertThat(TextTable.lines(third.rows(), "units")).isEqualTo("4");
            assertThat(TextTable.lines(SharedSpark.session().sql("select count(*) as units from dim_school"), "units"))
                    .isEqualTo("0");
            assertThat(SharedSpark.session().catalog().tableExists("rel_metric_value"))
                    .isFalse();
        } finally {
            SharedSpark.session().catalog().dropTempView("dim_school");
        }
    }

    @Test
    void whatWasWrittenIsReadBackUnderItsNameAndNothingElseIs() {
        Releasable stored = FIGURES.stored(FIGURES.rows().where("value is not null"));
        assertThat(stored.name()).isEqualTo("rel_metric_value");
        assertThat(TextTable.lines(stored.rows(), "school_code", "value")).isEqualTo("A 1.0");
        assertThatThrownBy(() -> FIGURES.stored(UNITS.rows()))
                .hasMessage("What is read back as rel_metric_value has other columns: school_code, district_code for"
                        + " school_code, value");
    }

    private static Releasable derived(String sql) {
        return Figures.disclosure().derived("mart_x", sql, List.of(UNITS, FIGURES));
    }
}
