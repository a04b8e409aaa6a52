package org.manyuan.policy;

import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.PublishedFigure;
import org.manyuan.contract.PublishedFigures;
import org.manyuan.contract.RegionRule;
import org.manyuan.contract.RegionRules;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.Exam;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;
import org.manyuan.domain.PublishedCheck;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.record.RecordCells;

/**
 * A region made of a few rows in memory, of which its policy rules are asked as a build asks them.
 *
 * <p>The rows are text: a line {@code dataset: column column …}, then a line a row, cells apart by spaces, {@code -} for nothing.
 * Districts, terms, groups and memberships of the warehouse are made of what is handed in. A change of the rows, for one question, is
 * parts apart by {@code ;}:
 *
 * <ul>
 *   <li>{@code without DATASET}, {@code without DATASET where CONDITION}: these rows were not handed in
 *   <li>{@code also DATASET column=cell column=cell}: one row more
 *   <li>{@code set DATASET column = value, … where CONDITION}
 *   <li>{@code on 2021-06-30}: the day of the build
 * </ul>
 */
final class RuleWorld {
    private static final Map<String, Class<? extends Record>> BUILT =
            Map.of("dim_exam", Exam.class, "fct_school_exam", SchoolExamFact.class, "metric_value", MetricValue.class);

    /** Tables of the warehouse that say again what was handed in. */
    private static final Map<String, String> DERIVED = new LinkedHashMap<>();

    static {
        DERIVED.put("dim_district", "select district_code, name, parent_code, level, origin from current_district");
        DERIVED.put("dim_term", "select district_code, school_year, term, from_on, to_on from current_term_calendar");
        DERIVED.put(
                "dim_group",
                "select group_code, name, authority_code, kind, form, founded_on, dissolved_on, origin"
                        + " from current_education_group");
        DERIVED.put(
                "brg_membership",
                "select group_code, school_code, role, member_kind, joined_on, left_on, null::timestamp as known_to,"
                        + " origin from current_group_membership");
    }

    private final String region;
    private final LocalDate asOf;
    private final List<String> rows;
    private final Map<String, List<PolicyCheck>> unchanged = new TreeMap<>();
    private Connection duck;

    private RuleWorld(String region, LocalDate asOf, List<String> rows) {
        this.region = region;
        this.asOf = asOf;
        this.rows = List.copyOf(rows);
    }

    /** A region on the day of a build, with these rows. */
    static RuleWorld of(String region, String asOf, String text) {
        return new RuleWorld(region, LocalDate.parse(asOf), inserts(text));
    }

    /** The same with more rows, by an SQL insert into {@code current_<dataset>}. */
    RuleWorld and(String insert) {
        return new RuleWorld(
                region, asOf, Stream.concat(rows.stream(), Stream.of(insert)).toList());
    }

    /**
     * What a rule says of the subjects that the expectation names, written as the expectation is: {@code G1 2020 PASS, G1/S2 2020 NA,
     * 371427 2020 FAIL}; a subject that it does not judge is {@code absent}.
     *
     * @param changes of the rows; null: none
     */
    String says(String rule, String changes, String expected) {
        Map<String, String> results = checks(rule, changes).stream()
                .collect(Collectors.toMap(
                        RuleWorld::subject, check -> check.result().name()));
        return Arrays.stream(expected.split(", "))
                .map(one -> one.substring(0, one.lastIndexOf(' ')))
                .map(subject -> subject + " " + results.getOrDefault(subject, "absent"))
                .collect(Collectors.joining(", "));
    }

    /** Whom a rule of the region fails once a dataset is missing, and did not fail before: nobody, since nothing is known then. */
    List<String> failsWithout(String dataset) {
        Set<String> before = failing(checks(null));
        return failing(checks("without " + dataset)).stream()
                .filter(one -> !before.contains(one))
                .toList();
    }

    private static Set<String> failing(Map<String, List<PolicyCheck>> checks) {
        return checks.values().stream()
                .flatMap(List::stream)
                .filter(check -> check.result() == CheckResult.FAIL)
                .map(check -> check.ruleId() + " " + subject(check))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that the rules of the region say, by their ids. */
    private Map<String, List<PolicyCheck>> checks(String changes) {
        Map<String, List<PolicyCheck>> checks = new TreeMap<>();
        RegionRules.all().stream()
                .filter(rule -> rule.region().equals(region))
                .map(RegionRule::id)
                .forEach(id -> checks.put(id, List.of()));
        return checks(checks.keySet(), changes);
    }

    /** All that a rule says which stands in no file. */
    List<PolicyCheck> checks(RegionRule rule, String changes) {
        return answers(changes, (statement, day) -> RuleChecks.of(rule, answer(statement, RuleQuery.of(rule)), day));
    }

    /** What a published figure is computed as. */
    Object computed(PublishedFigure figure, String changes) {
        return answers(changes, (statement, day) -> answer(statement, FigureQuery.value(figure)))
                .get(0)
                .get("value");
    }

    /** All that a rule says. */
    List<PolicyCheck> checks(String id, String changes) {
        return changes == null
                ? unchanged.computeIfAbsent(
                        id, rule -> checks(Set.of(rule), null).get(rule))
                : checks(Set.of(id), changes).get(id);
    }

    /** What comes of a published figure that was handed in. */
    PublishedCheck figure(String id, String changes) {
        PublishedFigure figure = PublishedFigures.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        return answers(changes, (statement, day) -> {
            statement.execute("create table published as " + FigureQuery.PUBLISHED);
            statement.execute("create table funding as " + FigureQuery.FUNDING);
            Map<String, Object> published =
                    one(statement, "select * from published where figure_id = " + RuleQuery.quoted(id));
            return FigureChecks.asked(figure, published, select -> one(statement, select), day);
        });
    }

    private static Map<String, Object> one(Statement statement, String select) {
        try {
            return answer(statement, select).get(0);
        } catch (SQLException cause) {
            throw new AssertionError(cause.getMessage(), cause);
        }
    }

    /** The rows stay as they are: what a change did is taken back. */
    private Map<String, List<PolicyCheck>> checks(Set<String> ids, String changes) {
        return answers(changes, (statement, day) -> {
            Map<String, List<PolicyCheck>> checks = new TreeMap<>();
            for (String id : ids) {
                RegionRule rule = RegionRules.of(id).orElseThrow(() -> new AssertionError("there is no rule " + id));
                checks.put(id, RuleChecks.of(rule, answer(statement, RuleQuery.of(rule)), day));
            }
            return checks;
        });
    }

    /** What is asked of the changed rows on the day of the build. */
    private interface Question<T> {
        T answer(Statement statement, LocalDate day) throws SQLException;
    }

    private <T> T answers(String changes, Question<T> question) {
        try (Statement statement = open().createStatement()) {
            statement.execute("begin transaction");
            try {
                LocalDate day = change(statement, changes);
                relate(statement, day);
                return question.answer(statement, day);
            } finally {
                takeBack();
            }
        } catch (SQLException cause) {
            throw new AssertionError(cause.getMessage(), cause);
        }
    }

    /** By a statement of its own: one that failed is closed. */
    private void takeBack() throws SQLException {
        try (Statement statement = duck.createStatement()) {
            statement.execute("rollback");
        }
    }

    private Connection open() throws SQLException {
        if (duck == null) {
            duck = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = duck.createStatement()) {
                make(statement);
            }
        }
        return duck;
    }

    /** Changes the rows; gives the day of the build. */
    private LocalDate change(Statement statement, String changes) throws SQLException {
        LocalDate day = asOf;
        for (String change : changes == null ? List.<String>of() : List.of(changes.split("\\s*;\\s*"))) {
            if (change.startsWith("on ")) {
                day = LocalDate.parse(change.substring(3));
            } else {
                statement.execute(sql(change));
            }
        }
        return day;
    }

    private static String subject(PolicyCheck check) {
        String unit = check.schoolCode().isEmpty() ? "" : "/" + check.schoolCode();
        return (check.groupCode().isEmpty() ? check.districtCode() : check.groupCode()) + unit + " "
                + check.schoolYear();
    }

    private void make(Statement statement) throws SQLException {
        for (Contract contract : Contracts.all()) {
            String columns = contract.columns().stream()
                    .map(column -> column.storedName() + " " + column.sqlType())
                    .collect(Collectors.joining(", "));
            String origin = contract.has("origin") ? "" : ", origin varchar";
            statement.execute("create table current_" + contract.dataset() + " (" + columns + origin + ")");
        }
        for (Map.Entry<String, Class<? extends Record>> table : new TreeMap<>(BUILT).entrySet()) {
            statement.execute("create table " + table.getKey() + " (" + columns(table.getValue()) + ")");
        }
        for (String insert : rows) {
            statement.execute(insert);
        }
    }

    /** The tables of the warehouse and the relations, as a build keeps them. */
    private void relate(Statement statement, LocalDate day) throws SQLException {
        Map<String, String> kept = new LinkedHashMap<>(DERIVED);
        kept.put("asked", "select '" + region + "' as region_code");
        kept.put("build", "select date '" + day + "' as as_of");
        statement.execute("create table setting (name varchar, value varchar)");
        for (Map.Entry<String, List<String>> setting : settings().entrySet()) {
            for (String value : setting.getValue()) {
                statement.execute("insert into setting values ('" + setting.getKey() + "', '" + value + "')");
            }
        }
        kept.putAll(RegionRules.relations());
        for (Map.Entry<String, String> table : kept.entrySet()) {
            try {
                statement.execute("create table " + table.getKey() + " as\n" + table.getValue());
            } catch (SQLException cause) {
                throw new AssertionError(table.getKey() + ": " + cause.getMessage(), cause);
            }
        }
    }

    private Map<String, List<String>> settings() {
        Map<String, List<String>> settings = new TreeMap<>();
        RegionRules.all().stream()
                .filter(rule -> rule.region().equals(region))
                .forEach(rule -> settings.putAll(rule.settings()));
        return settings;
    }

    private static List<Map<String, Object>> answer(Statement statement, String select) throws SQLException {
        try (ResultSet found = statement.executeQuery(select)) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (found.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.put(found.getMetaData().getColumnLabel(i), found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static String columns(Class<? extends Record> type) {
        List<String> names = new RecordCells<>(type).columns();
        RecordComponent[] components = type.getRecordComponents();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            columns.add(names.get(i) + " " + type(components[i].getType()));
        }
        return String.join(", ", columns);
    }

    private static String type(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> "integer";
            case "long", "Long" -> "bigint";
            case "double", "Double" -> "double";
            case "LocalDate" -> "date";
            default -> "varchar";
        };
    }

    private static String sql(String change) {
        String[] words = change.split("\\s+", 3);
        String table = table(words[1]);
        return switch (words[0]) {
            case "without" -> "delete from " + table + (words.length > 2 ? " " + words[2] : "");
            case "set" -> "update " + table + " set " + words[2];
            case "also" -> {
                List<String> columns = new ArrayList<>();
                List<String> cells = new ArrayList<>();
                for (String pair : words[2].split("\\s+")) {
                    columns.add(pair.substring(0, pair.indexOf('=')));
                    cells.add(pair.substring(pair.indexOf('=') + 1));
                }
                yield insert(table, columns, cells);
            }
            default -> throw new AssertionError("no such change: " + change);
        };
    }

    private static List<String> inserts(String text) {
        List<String> inserts = new ArrayList<>();
        String table = "";
        List<String> columns = List.of();
        for (String line :
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            String[] words = line.split("\\s+");
            if (words[0].endsWith(":")) {
                table = table(words[0].substring(0, words[0].length() - 1));
                columns = List.of(words).subList(1, words.length);
            } else {
                inserts.add(insert(table, columns, List.of(words)));
            }
        }
        return inserts;
    }

    private static String insert(String table, List<String> columns, List<String> cells) {
        if (columns.size() != cells.size()) {
            throw new AssertionError(table + " has columns " + columns + ", not so this row: " + cells);
        }
        String values = cells.stream()
                .map(cell -> cell.equals("-") ? "null" : RuleQuery.quoted(cell))
                .collect(Collectors.joining(", "));
        return "insert into " + table + " (" + String.join(", ", columns) + ") values (" + values + ")";
    }

    private static String table(String name) {
        return BUILT.containsKey(name) ? name : "current_" + name;
    }
}
