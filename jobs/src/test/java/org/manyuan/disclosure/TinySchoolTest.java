package org.manyuan.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.SharedSpark;
import org.manyuan.domain.District;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;
import org.manyuan.domain.Role;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.SchoolingSystem;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;
import org.manyuan.metric.BuildTerms;
import org.manyuan.metric.MetricCatalog;
import org.manyuan.metric.ScoreFamily;
import org.manyuan.metric.Territory;
import org.manyuan.metric.TerritoryFacts;
import org.manyuan.record.RecordEncoder;
import org.manyuan.record.RecordRows;

/**
 * A made-up county with two groups and one tiny school. Whatever the tiny school's number of students is, every published count is
 * the same: so no sum, difference, share or growth of published counts can give it back.
 */
class TinySchoolTest {
    private static final List<String> SCHOOLS = List.of("A", "B", "C", "D", "E", "F");
    private static final BuildTerms TERMS = BuildTerms.of(LocalDate.of(2025, 8, 31));

    /** {@code tiny}: which school; {@code years}: in which years it is. */
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            B | both | a member of a group with other members
            A | both | the lead of a group
            E | both | the only member of a group
            F | both | in no group
            B | base | tiny in the base year alone
            B | now  | tiny in the current year alone
            """)
    void nobodyLearnsItsIntake(String tiny, String years, String reason) {
        List<String> five = enrollment(released(tiny, years, 5));
        assertThat(five).hasSizeGreaterThan(100).anyMatch(row -> row.contains("SUPPRESSED"));
        assertThat(five).as("other figures stay").anyMatch(row -> row.startsWith("ENR-01") && row.contains("|OK|"));
        for (int students : new int[] {0, 1, 9}) {
            assertThat(enrollment(released(tiny, years, students)))
                    .as("published where it has " + students + " instead of 5")
                    .isEqualTo(five);
        }
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            B | both | a member of a group with other members
            A | both | the lead of a group
            E | both | the only member of a group
            F | both | in no group
            B | base | tiny in the base year alone
            """)
    void nobodyLearnsHowManySatItsExams(String tiny, String years, String reason) {
        List<String> five = counts(released(tiny, years, 5));
        assertThat(five).as("other numbers stay").anyMatch(row -> row.startsWith("EXM-01") && !row.endsWith("|-|0"));
        for (int students : new int[] {2, 9}) {
            assertThat(counts(released(tiny, years, students)))
                    .as("published where it has " + students + " instead of 5")
                    .isEqualTo(five);
        }
    }

    @Test
    void aCountyWithoutATinySchoolLosesNoCount() {
        assertThat(enrollment(released("B", "both", 10))).noneMatch(row -> row.contains("SUPPRESSED"));
        assertThat(counts(released("B", "both", 10)))
                .filteredOn(row -> row.startsWith("EXM-01"))
                .isNotEmpty()
                .noneMatch(row -> row.endsWith("|-|0"));
    }

    /** Enrollment rows, all that is published of them but k: units with students are counted, so that 0 is told from 5. */
    private static List<String> enrollment(List<Row> released) {
        return text(
                released,
                row -> row.startsWith("ENR"),
                MetricFigures.COLUMNS.stream()
                        .filter(column -> !column.equals("k"))
                        .toList());
    }

    private static List<String> counts(List<Row> released) {
        return text(
                released,
                row -> !row.startsWith("ENR"),
                List.of(
                        "metric_id",
                        "measure",
                        "variant",
                        "district_code",
                        "group_code",
                        "school_code",
                        "school_year",
                        "base_year",
                        "exam_code",
                        "ci_frame",
                        "n",
                        "left_out_students"));
    }

    private static List<String> text(List<Row> rows, Predicate<String> metric, List<String> columns) {
        return rows.stream()
                .filter(row -> metric.test(row.getAs("metric_id")))
                .map(row -> columns.stream()
                        .map(column ->
                                row.isNullAt(row.fieldIndex(column)) ? "-" : "" + row.get(row.fieldIndex(column)))
                        .map(cell -> cell.replaceFirst("^[A-F]/.*:", ""))
                        .collect(Collectors.joining("|")))
                .sorted()
                .toList();
    }

    /** What is released of the county in which that school has so many students. */
    private static List<Row> released(String tiny, String years, int students) {
        String county = tiny + "/" + years + "/" + students + ":";
        return Released.ROWS.stream()
                .filter(row -> row.<String>getAs("district_code").startsWith(county))
                .toList();
    }

    /** All the counties in one plan: they share no code, so none knows of another. */
    private static final class Released {
        private static final List<Row> ROWS = of(List.of("A/both", "B/both", "E/both", "F/both", "B/base", "B/now"));

        private static List<Row> of(List<String> cases) {
            List<MetricValue> figures = new ArrayList<>();
            for (String tiny : cases) {
                for (int students : new int[] {0, 1, 2, 5, 9, 10}) {
                    figures.addAll(
                            figures(tiny + "/" + students + ":", tiny.substring(0, 1), tiny.substring(2), students));
                }
            }
            Dataset<Row> rows = RecordRows.table(
                    SharedSpark.session().createDataset(figures, RecordEncoder.of(MetricValue.class)),
                    MetricValue.class);
            return Figures.disclosure().metricValues(rows).rows().collectAsList();
        }
    }

    private static List<MetricValue> figures(String county, String tiny, String years, int students) {
        List<District> districts = List.of(
                new District(county + "T", "T", null, "city", Origin.REPORTED),
                new District(county + "C1", "C1", county + "T", "county", Origin.REPORTED),
                new District(county + "C2", "C2", county + "T", "county", Origin.REPORTED));
        List<Unit> units = SCHOOLS.stream().map(school -> unit(county, school)).toList();
        List<EducationGroup> groups = List.of(group(county, "G"), group(county, "H"));
        List<MembershipSpan> spans = List.of(
                span(county, "G", "A", Role.LEAD),
                span(county, "G", "B", Role.MEMBER),
                span(county, "G", "C", Role.MEMBER),
                span(county, "H", "D", Role.LEAD),
                span(county, "H", "E", Role.MEMBER));
        Territory territory = new Territory(county + "T", "city", districts, units, groups, spans, List.of());
        List<EnrollmentFact> enrollment = new ArrayList<>();
        List<SchoolExamFact> scores = new ArrayList<>();
        for (String school : SCHOOLS) {
            for (int year : new int[] {2023, 2024}) {
                boolean isTiny =
                        school.equals(tiny) && (years.equals("both") || years.equals("base") == (year == 2023));
                long size = isTiny ? students : 40 + 13L * SCHOOLS.indexOf(school) + 5L * (year - 2023);
                enrollment.add(new EnrollmentFact(
                        county + school,
                        year,
                        Stage.J,
                        "7",
                        LocalDate.of(year, 9, 10),
                        size,
                        null,
                        size,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Origin.REPORTED));
                if (size > 1) {
                    scores.add(scores("e" + year, county + school, SCHOOLS.indexOf(school), size));
                }
            }
        }
        List<MetricValue> figures = new ArrayList<>(MetricCatalog.territory(
                territory,
                new TerritoryFacts(
                        enrollment,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                TERMS));
        figures.addAll(MetricCatalog.scores(
                territory,
                new ScoreFamily(
                        "final",
                        "math",
                        List.of(exam(county, 2023), exam(county, 2024)),
                        List.of(paper(2023), paper(2024)),
                        scores,
                        List.of()),
                TERMS));
        return figures;
    }

    private static Unit unit(String county, String code) {
        String district = county + (SCHOOLS.indexOf(code) < 3 ? "C1" : "C2");
        return new Unit(
                county + code,
                code,
                district,
                district,
                null,
                Set.of(Stage.J),
                SchoolingSystem.SIX_THREE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Origin.REPORTED);
    }

    private static EducationGroup group(String county, String code) {
        return new EducationGroup(
                county + code,
                code,
                county + "T",
                "education_group",
                null,
                LocalDate.of(2024, 8, 1),
                null,
                Origin.REPORTED);
    }

    private static MembershipSpan span(String county, String group, String school, Role role) {
        return new MembershipSpan(
                group, school, role, null, LocalDate.of(2022, 8, 1), null, false, Instant.EPOCH, null, Origin.REPORTED);
    }

    private static Exam exam(String county, int year) {
        return new Exam(
                "e" + year, county + "T", "final", year, 2, "final", Stage.J, "8", LocalDate.of(year + 1, 6, 20));
    }

    private static ExamPaper paper(int year) {
        return new ExamPaper(
                "e" + year,
                "math",
                new BigDecimal("100"),
                new BigDecimal("1"),
                new BigDecimal("85"),
                new BigDecimal("60"),
                new BigDecimal("40"));
    }

    /** Half of them with one score, half with another. */
    private static SchoolExamFact scores(String exam, String school, int place, long n) {
        int low = 30 + place;
        int high = 70 + 3 * place;
        long half = n / 2;
        return new SchoolExamFact(
                exam,
                "math",
                school,
                n,
                0,
                0,
                0,
                low * half + high * (n - half),
                low * low * half + high * high * (n - half),
                new int[] {low, high},
                new long[] {half, n - half},
                null,
                null,
                null,
                null,
                null,
                null,
                Origin.REPORTED);
    }
}
