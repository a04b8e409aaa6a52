package org.manyuan.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that one report says, as released. Each list is one query that lies beside this class.
 *
 * @param gapChanges one row per group, paper, gap and base
 * @param joining one row per kind of group and paper: what joining did to members
 * @param gapCourses one row per group and year: the main gap in the total
 * @param scores one row per group, unit, paper and year of the main comparison
 * @param rates one row per group, side, paper and rate
 * @param dispersion one row per paper and measure of spread between the district's units
 * @param enrollment one row per district, group, side or unit and stage
 * @param exchange one row per district, group or unit and stage
 * @param assessment one row per scheme, subject and indicator
 * @param stays one row per membership span of the district's groups, of whatever year
 * @param checks one row per rule and subject
 * @param published one row per figure that the bureau has published by the end of the year
 * @param remarks one row per flag and metric: how many figures carry it
 * @param members one row per membership span of the year
 * @param exams one row per exam
 * @param metrics one row per metric with a figure
 */
record ReportRows(
        List<Row> gapChanges,
        List<Row> joining,
        List<Row> gapCourses,
        List<Row> scores,
        List<Row> rates,
        List<Row> dispersion,
        List<Row> enrollment,
        List<Row> exchange,
        List<Row> assessment,
        List<Row> stays,
        List<Row> checks,
        List<Row> published,
        List<Row> remarks,
        List<Row> members,
        List<Row> exams,
        List<Row> metrics) {

    /** The rows of a district and school year. */
    static ReportRows of(ReleasedRows rows, DistrictYear what) {
        String district = what.districtCode();
        int year = what.schoolYear();
        return new ReportRows(
                ask(rows, "gap_changes", district, year),
                ask(rows, "joining", district, year),
                ask(rows, "gap_courses", district, year),
                ask(rows, "scores", district, year, year),
                ask(rows, "rates", district, year),
                ask(rows, "dispersion", district, year),
                ask(rows, "enrollment", district, year),
                ask(rows, "exchange", district, year),
                ask(rows, "assessment", district, year),
                ask(rows, "stays", district),
                ask(rows, "policy_checks", district, year),
                published(rows, district, year),
                ask(rows, "remarks", district, year),
                ask(rows, "members", district, year, year),
                ask(rows, "exams", district, year),
                ask(rows, "metrics", district, year));
    }

    /** A release of an earlier version knows no published figures. */
    private static List<Row> published(ReleasedRows rows, String district, int year) {
        boolean knows = !rows.select("select 1 from information_schema.tables where table_name = 'rel_published_check'")
                .isEmpty();
        return knows ? ask(rows, "published", district, year) : List.of();
    }

    /** The districts and years that have a report. */
    static List<DistrictYear> available(ReleasedRows rows) {
        return ask(rows, "districts").stream()
                .map(row -> new DistrictYear(
                        row.text("district_code"),
                        row.text("district_name"),
                        row.number("school_year").intValue()))
                .toList();
    }

    /** Whether a made-up row is among them. */
    boolean isSynthetic() {
        return Stream.of(
                        gapChanges,
                        joining,
                        gapCourses,
                        scores,
                        rates,
                        dispersion,
                        enrollment,
                        exchange,
                        assessment,
                        checks,
                        published,
                        members)
                .flatMap(List::stream)
                .anyMatch(row -> row.has("origin", "synthetic"));
    }

    /** The main comparison of each group in the total since its founding; where nobody has a total, in each subject. */
    List<Row> headlines() {
        List<Row> main = gapChanges.stream()
                .filter(row -> row.is("is_headline") && row.has("base", "founding"))
                .toList();
        List<Row> totals =
                main.stream().filter(row -> row.has("subject", "total")).toList();
        return totals.isEmpty() ? main : totals;
    }

    /** What joining did in the total; where nobody has a total, in each subject. */
    List<Row> joiningHeadlines() {
        List<Row> totals =
                joining.stream().filter(row -> row.has("subject", "total")).toList();
        return totals.isEmpty() ? joining : totals;
    }

    private static List<Row> ask(ReleasedRows rows, String query, Object... parameters) {
        try (InputStream sql = ReportRows.class.getResourceAsStream(query + ".sql")) {
            return rows.select(new String(sql.readAllBytes(), StandardCharsets.UTF_8), parameters).stream()
                    .map(Row::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
