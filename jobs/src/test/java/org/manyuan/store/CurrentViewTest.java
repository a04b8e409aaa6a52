package org.manyuan.store;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.SharedSpark;
import org.manyuan.contract.Replacement;
import org.manyuan.core.CurrentRows;

/** What {@code query} says counts is what a build counts: both engines over the same made-up histories. */
class CurrentViewTest {
    private static final List<String> COLUMNS = List.of(
            "exam",
            "pupil",
            "school",
            "submission_id",
            "received_no",
            "source_on",
            "precedence",
            "submitter",
            "source_line");
    private static final StructType SCHEMA = StructType.fromDDL("exam string, pupil string, school string,"
            + " submission_id string, received_no bigint, source_on string, precedence int, submitter string,"
            + " source_line bigint");

    @ParameterizedTest
    @CsvSource({
        // seed, group, key, every file a patch
        "1, exam school, exam pupil, false",
        "2, exam school, exam pupil, false",
        "3, school, exam pupil school submitter, false",
        "4, exam pupil, exam pupil, false",
        "5, exam school, exam pupil, true"
    })
    void bothEnginesCountTheSameRows(int seed, String group, String key, boolean patch) throws SQLException {
        Replacement replacement = new Replacement(List.of(group.split(" ")), List.of(key.split(" ")), patch);
        Random random = new Random(seed);
        Set<String> patches = new TreeSet<>();
        List<Object[]> history = history(random, patches, replacement.key());

        Set<String> built = CurrentRows.of(
                        SharedSpark.session()
                                .createDataFrame(
                                        history.stream().map(RowFactory::create).toList(), SCHEMA),
                        replacement,
                        col("submission_id").isin(patches.toArray()))
                .collectAsList()
                .stream()
                .map(Row::mkString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked(history, patches, replacement)).isEqualTo(built);
        assertThat(built).as("some count and some do not").hasSizeBetween(history.size() / 10, history.size() - 20);
    }

    /**
     * Eight submissions of two submitters that say, over forty exams, where which pupil sits; each says a key once, but every fourth is
     * a batch that speaks for both submitters and may say it for each.
     */
    private static List<Object[]> history(Random random, Set<String> patches, List<String> key) {
        List<Object[]> rows = new ArrayList<>();
        for (long no = 1; no <= 8; no++) {
            String submission = "s" + no;
            if (random.nextInt(3) == 0) {
                patches.add(submission);
            }
            String sourceOn = random.nextBoolean() ? null : "2024-0" + (1 + random.nextInt(3)) + "-01";
            int precedence = random.nextInt(4) / 3;
            String submitter = random.nextBoolean() ? "county" : "city";
            Set<List<Object>> said = new HashSet<>();
            for (int i = 0; i < 160; i++) {
                String speaker = no % 4 == 0 && random.nextBoolean() ? "town" : submitter;
                Object[] row = {
                    "E" + random.nextInt(40),
                    "p" + random.nextInt(4),
                    random.nextInt(6) == 0 ? null : "S" + random.nextInt(2),
                    submission,
                    no,
                    sourceOn,
                    precedence,
                    speaker,
                    (long) i
                };
                List<Object> place = new ArrayList<>(List.of(speaker));
                key.forEach(name -> place.add(row[COLUMNS.indexOf(name)]));
                if (said.add(place)) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static Set<String> asked(List<Object[]> history, Set<String> patches, Replacement replacement)
            throws SQLException {
        Set<String> counted = new TreeSet<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("create schema control");
            statement.execute("create table control.patch (submission_id varchar)");
            for (String patch : patches) {
                statement.execute("insert into control.patch values ('" + patch + "')");
            }
            statement.execute(
                    "create table stg_sat (exam varchar, pupil varchar, school varchar, submission_id varchar,"
                            + " received_no bigint, source_on varchar, precedence int, submitter varchar, source_line bigint)");
            try (PreparedStatement insert =
                    duck.prepareStatement("insert into stg_sat values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (Object[] row : history) {
                    for (int i = 0; i < row.length; i++) {
                        insert.setObject(i + 1, row[i]);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            statement.execute(new CurrentView("current_sat", "stg_sat", COLUMNS, replacement).sql());
            try (ResultSet row = statement.executeQuery("select * from current_sat")) {
                while (row.next()) {
                    StringBuilder line = new StringBuilder();
                    for (int i = 1; i <= COLUMNS.size(); i++) {
                        line.append(row.getObject(i));
                    }
                    counted.add(line.toString());
                }
            }
        }
        return counted;
    }
}
