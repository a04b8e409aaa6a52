package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.FlowFact;
import org.manyuan.domain.GroupActivity;
import org.manyuan.domain.GroupPost;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.Stage;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Term;

/** The enrollment, teachers and exchanges of a {@link Town}, written down in a few lines; a dash is what was not handed in. */
final class TownFacts {
    private final List<EnrollmentFact> enrollment = new ArrayList<>();
    private final List<ExchangeSpell> exchanges = new ArrayList<>();
    private final List<TeacherFact> teachers = new ArrayList<>();
    private final List<ResourceFact> resources = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    private final List<ClassFact> classes = new ArrayList<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final List<GroupActivity> activities = new ArrayList<>();
    private final List<GroupPost> posts = new ArrayList<>();
    private final List<FlowFact> flows = new ArrayList<>();

    /**
     * {@code school | year | stage and grade, J7 | census day | students | intake}, and as far as the line goes on: {@code intake in zone |
     * students in zone | migrants | in | out | graduates | deaths}.
     */
    TownFacts enrollment(String table) {
        for (String[] row : MetricTable.cells(table)) {
            enrollment.add(new EnrollmentFact(
                    row[0],
                    Integer.parseInt(row[1]),
                    Stage.valueOf(row[2].substring(0, 1)),
                    row[2].startsWith("K") ? row[2] : row[2].substring(1),
                    day(row[3]),
                    whole(row[4]),
                    null,
                    whole(row[5]),
                    whole(row, 6),
                    whole(row, 7),
                    whole(row, 8),
                    whole(row, 9),
                    whole(row, 10),
                    whole(row, 11),
                    whole(row, 12),
                    Origin.REPORTED));
        }
        return this;
    }

    /** {@code teacher | year | school | stage | level | status | eligible}, and {@code column=text …} of post, full, since, exempt, certificate. */
    TownFacts teachers(String table) {
        for (String[] row : MetricTable.cells(table)) {
            teachers.add(new TeacherFact(
                    row[0],
                    Integer.parseInt(row[1]),
                    row[2],
                    row[3].equals("-") ? null : Stage.valueOf(row[3]),
                    text(row[4]),
                    text(row[5]),
                    TownRecords.more(row, 7, "post"),
                    flag(TownRecords.more(row, 7, "full"), true),
                    flag(row[6].equals("-") ? null : row[6], null),
                    TownRecords.more(row, 7, "certificate"),
                    TownRecords.day(TownRecords.more(row, 7, "since")),
                    TownRecords.more(row, 7, "exempt"),
                    Origin.REPORTED));
        }
        return this;
    }

    /** {@code teacher | from | to | first day | last day | kind | level}, and {@code column=text …} of post, fte. */
    TownFacts exchanges(String table) {
        for (String[] row : MetricTable.cells(table)) {
            exchanges.add(new ExchangeSpell(
                    "X" + exchanges.size(),
                    row[0],
                    null,
                    row[1],
                    text(row[2]),
                    day(row[3]),
                    day(row[4]),
                    text(row[5]),
                    TownRecords.more(row, 7, "post"),
                    text(row[6]),
                    TownRecords.number(TownRecords.more(row, 7, "fte")),
                    Origin.REPORTED));
        }
        return this;
    }

    /** {@code school | year | stage | students | column=figure …}; what is not named was not handed in. */
    TownFacts resources(String table) {
        MetricTable.cells(table).forEach(row -> resources.add(TownRecords.resource(row)));
        return this;
    }

    /** {@code district | year | term | first day | last day}. */
    TownFacts terms(String table) {
        for (String[] row : MetricTable.cells(table)) {
            terms.add(new Term(row[0], Integer.parseInt(row[1]), Integer.parseInt(row[2]), day(row[3]), day(row[4])));
        }
        return this;
    }

    /** {@code school | year | stage and grade, J7 | pupils of each class}. */
    TownFacts classes(String table) {
        for (String[] row : MetricTable.cells(table)) {
            for (String students : row[3].split(" +")) {
                classes.add(new ClassFact(
                        row[0],
                        Integer.parseInt(row[1]),
                        Stage.valueOf(row[2].substring(0, 1)),
                        row[2].substring(1),
                        "class " + classes.size(),
                        whole(students),
                        Origin.REPORTED));
            }
        }
        return this;
    }

    /** {@code kind | item | group | school | first day}, and {@code column=text …} of the other columns. */
    TownFacts ledger(String table) {
        MetricTable.cells(table).forEach(row -> ledger.add(TownRecords.entry("L" + ledger.size(), row)));
        return this;
    }

    /** {@code group | organiser | day}, and {@code column=text …} of participants, pupils, lessons, kind, mode, audience, subject. */
    TownFacts activities(String table) {
        MetricTable.cells(table).forEach(row -> activities.add(TownRecords.activity("A" + activities.size(), row)));
        return this;
    }

    /** {@code group | body | post | person | first day | last day | school}. */
    TownFacts posts(String table) {
        for (String[] row : MetricTable.cells(table)) {
            posts.add(new GroupPost(
                    row[0], row[2], row[3], day(row[4]), text(row[1]), day(row[5]), text(row[6]), Origin.REPORTED));
        }
        return this;
    }

    /** {@code school | year | stage and grade, J7 | school of the zone | school before | pupils}. */
    TownFacts flows(String table) {
        for (String[] row : MetricTable.cells(table)) {
            flows.add(new FlowFact(
                    row[0],
                    Integer.parseInt(row[1]),
                    Stage.valueOf(row[2].substring(0, 1)),
                    row[2].substring(1),
                    text(row[3]),
                    text(row[4]),
                    Long.parseLong(row[5]),
                    Origin.REPORTED));
        }
        return this;
    }

    /** The golden pupils counted as intake and students of grade 7, on September 15. */
    static TownFacts golden() {
        Map<String, Long> pupils = new TreeMap<>();
        for (String[] row : MetricTable.csv("students.csv")) {
            pupils.merge(row[4] + " | " + row[0], 1L, Long::sum);
        }
        StringBuilder table = new StringBuilder();
        pupils.forEach((unit, n) -> table.append(unit)
                .append(" | J7 | ")
                .append(unit.split(" ")[2])
                .append("-09-15 | ")
                .append(n + " | " + n + "\n"));
        return new TownFacts().enrollment(table.toString());
    }

    /** The same facts in another order. */
    TownFacts shuffled(long seed) {
        TownFacts other = new TownFacts();
        other.enrollment.addAll(enrollment);
        other.exchanges.addAll(exchanges);
        other.teachers.addAll(teachers);
        other.resources.addAll(resources);
        other.terms.addAll(terms);
        other.classes.addAll(classes);
        other.ledger.addAll(ledger);
        other.activities.addAll(activities);
        other.posts.addAll(posts);
        other.flows.addAll(flows);
        Random random = new Random(seed);
        for (List<?> list : Arrays.asList(
                other.enrollment,
                other.exchanges,
                other.teachers,
                other.resources,
                other.terms,
                other.classes,
                other.ledger,
                other.activities,
                other.posts,
                other.flows)) {
            Collections.shuffle(list, random);
        }
        return other;
    }

    TerritoryFacts facts() {
        return new TerritoryFacts(
                enrollment, exchanges, teachers, resources, terms, classes, ledger, activities, posts, flows);
    }

    List<MetricValue> rows(TerritoryMetric metric, Town town) {
        return rows(metric, town, BuildTerms.of(Town.AS_OF));
    }

    List<MetricValue> rows(TerritoryMetric metric, Town town, BuildTerms terms) {
        return metric.rows(town.territory(), facts(), terms);
    }

    /** What another bureau set: an exchange lasts two terms, a teacher is due after five years and new for three. */
    static BuildTerms stricter() {
        BuildTerms usual = BuildTerms.of(Town.AS_OF);
        return BuildTerms.of(Town.AS_OF, 2, usual.termDaysWithoutCalendar(), usual.exchangeKinds(), 5, 3);
    }

    private static LocalDate day(String text) {
        return text.equals("-") ? null : LocalDate.parse(text);
    }

    private static Boolean flag(String text, Boolean unsaid) {
        return text == null ? unsaid : text.equals("-") ? null : (Boolean) text.equals("yes");
    }

    private static Long whole(String text) {
        return text.equals("-") ? null : Long.valueOf(text);
    }

    private static Long whole(String[] row, int column) {
        return column < row.length ? whole(row[column]) : null;
    }

    private static String text(String text) {
        return text.equals("-") ? null : text;
    }
}
