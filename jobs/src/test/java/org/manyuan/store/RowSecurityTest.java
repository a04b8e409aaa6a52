package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who sees which rows of the serving schema, asked as each role on a real PostgreSQL: city 370300 with the counties 370305 and 370306.
 * School S6 lies in 370306 but is run by 370305; school SC lies in 370305 and is run by the city; group GC is the city's.
 */
class RowSecurityTest {
    private static Database database;

    @BeforeAll
    static void twoCountiesOfACity() {
        database = StoreFixture.started().empty().database();
        Serving.migrate(database);
        database.inTransaction(connection -> {
            run(connection, """
                    insert into serving.dim_district (district_code, name, parent_code) values
                        ('370000', '某省', null), ('370300', '某市', '370000'), ('370305', '甲区', '370300'), ('370306', '乙区', '370300');
                    insert into serving.dim_school (school_code, name, district_code, authority_code) values
                        ('S5', '甲区一校', '370305', '370305'), ('S6', '乙区一校', '370306', '370305'),
                        ('SC', '市属一校', '370305', '370300'), ('S66', '乙区二校', '370306', '370306');
                    insert into serving.dim_group (group_code, name, authority_code) values
                        ('G5', '甲区集团', '370305'), ('G6', '乙区集团', '370306'), ('GC', '市属集团', '370300');
                    insert into serving.dim_membership (group_code, school_code, role, joined_on, approximate) values
                        ('G5', 'S5', 'lead', '2022-08-01', false), ('GC', 'SC', 'lead', '2022-08-01', false),
                        ('G6', 'S6', 'member', '2022-08-01', false);
                    insert into serving.release values ('r', now(), '2025-08-31', 'd', true);
                    """);
            for (String[] row : new String[][] {
                // district, group, school, value: what the row is
                {"370300", "", "", "1"}, // the territory's own row
                {"370305", "", "", "2"}, // a county's row
                {"370306", "", "", "3"}, // the other county's
                {"370305", "", "S5", "4"}, // a school of 370305
                {"370306", "", "S6", "5"}, // lies in 370306, run by 370305
                {"370305", "", "SC", "6"}, // lies in 370305, run by the city
                {"370306", "", "S66", "7"}, // a school of 370306
                {"370305", "G5", "", "8"}, // a group of 370305
                {"370300", "GC", "", "9"}, // the city's group
                {"370300", "GC", "S6", "10"}, // a school run by 370305 in the city's group
                {"", "", "", "11"} // nobody's
            }) {
                run(
                        connection,
                        "insert into serving.rel_metric_value (metric_id, card_version, measure, variant, district_code,"
                                + " group_code, school_code, school_year, as_of, exam_code, stage, grade, subject, value,"
                                + " ci_frame, flag, origin) values ('ENR-01', 1, 'intake', '', '"
                                + row[0] + "', '" + row[1]
                                + "', '" + row[2] + "', 2024, '2025-08-31', '', 'P', '', '', " + row[3]
                                + ", '', 'OK', 'synthetic')");
            }
            ServingLoad.in(connection, null).bureaus();
            return null;
        });
    }

    @ParameterizedTest(name = "{0} sees {1}")
    @CsvSource(delimiter = '|', textBlock = """
            manyuan_researcher    | 1 2 3 4 5 6 7 8 9 10 11
            manyuan_loader        | 1 2 3 4 5 6 7 8 9 10 11
            manyuan_bureau_370305 | 2 4 5 6 8 10
            manyuan_bureau_370306 | 3 5 7
            manyuan_bureau_370300 | 1 2 3 4 5 6 7 8 9 10
            manyuan_bureau_370000 | 1 2 3 4 5 6 7 8 9 10
            manyuan_dashboard     | ''
            manyuan_bureau        | ''
            manyuan_owner         | ''
            """)
    void figuresOfARole(String role, String values) throws SQLException {
        assertThat(as(role, "select value::int from serving.rel_metric_value order by value"))
                .containsExactlyElementsOf(values.isEmpty() ? List.of() : List.of(values.split(" ")));
    }

    @ParameterizedTest(name = "{0}: districts {1}, schools {2}, groups {3}, memberships {4}")
    @CsvSource(delimiter = '|', textBlock = """
            manyuan_researcher    | 370000 370300 370305 370306 | S5 S6 S66 SC | G5 G6 GC | S5 S6 SC
            manyuan_bureau_370305 | 370305                      | S5 S6 SC     | G5       | S5 S6
            manyuan_bureau_370306 | 370306                      | S6 S66       | G6       | S6
            manyuan_bureau_370300 | 370300 370305 370306        | S5 S6 S66 SC | G5 G6 GC | S5 S6 SC
            manyuan_dashboard     | ''                          | ''           | ''       | ''
            """)
    void dimensionsOfARole(String role, String districts, String schools, String groups, String members)
            throws SQLException {
        assertThat(String.join(" ", as(role, "select district_code from serving.dim_district order by 1")))
                .isEqualTo(districts);
        assertThat(String.join(
                        " ", as(role, "select school_code from serving.dim_school order by school_code collate \"C\"")))
                .isEqualTo(schools);
        assertThat(String.join(" ", as(role, "select group_code from serving.dim_group order by 1")))
                .isEqualTo(groups);
        assertThat(String.join(" ", as(role, "select school_code from serving.dim_membership order by 1")))
                .isEqualTo(members);
    }

    @Test
    void everyBureauKnowsWhichReleaseItSeesAndOnlyItsOwnDistricts() throws SQLException {
        assertThat(as("manyuan_bureau_370306", "select release from serving.release"))
                .containsExactly("r");
        assertThat(as("manyuan_bureau_370306", "select district_code from serving.bureau_district"))
                .containsExactly("370306");
    }

    static List<String> tables() {
        StoreFixture.started();
        return List.of(
                "release",
                "bureau_district",
                "dim_district",
                "dim_school",
                "dim_group",
                "dim_membership",
                "dim_exam",
                "rel_metric_value",
                "rel_assessment_score",
                "rel_assessment_indicator",
                "rel_assessment_rank",
                "rel_policy_check",
                "rel_published_check",
                "mart_gap_change",
                "mart_gap_band",
                "mart_gap_score",
                "mart_gap_rate",
                "mart_enrollment",
                "mart_exchange",
                "mart_assessment",
                "mart_policy_check");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void rowSecurityIsForcedAndEveryColumnIsDescribedInBothLanguages(String table) throws SQLException {
        assertThat(as(
                        "postgres",
                        "select relrowsecurity and relforcerowsecurity and pg_get_userbyid(relowner) = 'manyuan_owner'"
                                + " from pg_class where oid = 'serving." + table + "'::regclass"))
                .containsExactly("t");
        assertThat(as(
                        "postgres",
                        "select attname from pg_attribute where attrelid = 'serving." + table
                                + "'::regclass and attnum > 0 and not attisdropped and coalesce(col_description(attrelid, attnum), '')"
                                + " !~ '^[^|]*[\\u4e00-\\u9fff“p][^|]* \\| [^|]*[A-Za-z][^|]*$'"))
                .as("columns without 中文 | English")
                .isEmpty();
    }

    @Test
    void noTableOfTheSchemaIsWithoutRowSecurity() throws SQLException {
        assertThat(as(
                        "postgres",
                        "select tablename from pg_tables where schemaname = 'serving' and not rowsecurity order by 1"))
                .as("call serving.protect on a new table")
                .containsExactly("flyway_schema_history");
        assertThat(as(
                        "postgres",
                        "select tablename from pg_tables where schemaname = 'serving' and rowsecurity order by 1"))
                .containsExactlyInAnyOrderElementsOf(tables());
    }

    @ParameterizedTest
    @CsvSource({"manyuan_bureau_370305", "manyuan_researcher", "manyuan_dashboard"})
    void whoReadsCannotWrite(String role) {
        assertThatThrownBy(() -> as(role, "delete from serving.rel_metric_value returning metric_id"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void aBureauCannotTakeAnotherRole() throws SQLException {
        try (Connection connection = dashboardLogin("manyuan_bureau_370305")) {
            assertThat(first(connection, "select count(*) from serving.rel_metric_value"))
                    .isEqualTo("6");
            assertThatThrownBy(() -> first(connection, "select set_config('role', 'manyuan_researcher', false)"))
                    .hasMessageContaining("permission denied");
        }
        assertThat(as(
                        "postgres",
                        "select pg_has_role('manyuan_bureau_370305', 'manyuan_researcher', 'member')"
                                + " or pg_has_role('manyuan_bureau_370305', 'manyuan_bureau_370306', 'member')"))
                .containsExactly("f");
    }

    @Test
    void theDashboardLoginReadsOnlyAndSeesNothingOfTheWarehouse() throws SQLException {
        try (Connection connection = dashboardLogin("")) {
            assertThat(first(connection, "select count(*) from serving.rel_metric_value"))
                    .isEqualTo("0");
            assertThat(first(connection, "show default_transaction_read_only")).isEqualTo("on");
            assertThatThrownBy(() -> first(connection, "select count(*) from control.head"))
                    .hasMessageContaining("permission denied");
        }
    }

    /** A real session of the dashboard's login, with its password, as the dashboard server opens it. */
    private static Connection dashboardLogin(String role) throws SQLException {
        ServingLogins logins = ServingLogins.prepare(StoreFixture.started().workspace(), database);
        java.util.Properties login = new java.util.Properties();
        login.setProperty("user", logins.dashboardUser());
        login.setProperty("password", logins.dashboardPassword());
        if (!role.isEmpty()) {
            login.setProperty("options", "-c role=" + role);
        }
        return java.sql.DriverManager.getConnection(database.address().url(), login);
    }

    private static List<String> as(String role, String sql) throws SQLException {
        return database.inTransaction(connection -> {
            run(connection, "set local role " + role);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                List<String> first = new ArrayList<>();
                while (rows.next()) {
                    first.add(rows.getString(1));
                }
                return first;
            }
        });
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
