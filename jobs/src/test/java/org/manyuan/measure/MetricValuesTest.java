package org.manyuan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.manyuan.TextTable;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.metric.BuildTerms;
import org.manyuan.metric.MetricCatalog;
import org.manyuan.metric.ScoreFamily;
import org.manyuan.metric.Territory;
import org.manyuan.metric.TerritoryFacts;

class MetricValuesTest {
    private static final BuildTerms TERMS = BuildTerms.of(LocalDate.of(2024, 8, 31));

    @Test
    void areThoseOfTheCatalogueTerritoryByTerritory() {
        List<MetricValue> expected = new ArrayList<>();
        Territory q = territory("Q", List.of("a", "b", "c", "d"), List.of("G"));
        Territory r = territory("R", List.of("x", "y"), List.of("H"));
        expected.addAll(MetricCatalog.scores(q, family("final", "math", "e22", "e23"), TERMS));
        expected.addAll(MetricCatalog.scores(q, family("test", "math", "p22"), TERMS));
        expected.addAll(MetricCatalog.scores(q, family("test", "chin", "p22"), TERMS));
        expected.addAll(MetricCatalog.scores(r, family("test", "math", "p22"), TERMS));
        expected.addAll(MetricCatalog.scores(r, family("test", "chin", "p22"), TERMS));
        expected.addAll(MetricCatalog.territory(q, rest("a", "Q1", "1", "2"), TERMS));
        expected.addAll(MetricCatalog.territory(r, rest("x", "R", "2"), TERMS));
        List<MetricValue> figures =
                MetricValues.of(SampleTables.tables(0), "city", TERMS).collectAsList();
        assertThat(figures).hasSizeGreaterThan(50).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void areTheSameUnderAnyOrderAndAnyPartitioning() {
        List<MetricValue> first =
                MetricValues.of(SampleTables.tables(0), "city", TERMS).collectAsList();
        List<MetricValue> second =
                MetricValues.of(SampleTables.tables(5), "city", TERMS).collectAsList();
        assertThat(second).containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    void aGroupOverTwoTerritoriesHasNoneAndIsNamed() {
        ConformedTables tables = SampleTables.tables(1);
        assertThat(MetricValues.of(tables, "city", TERMS).collectAsList())
                .noneMatch(figure -> figure.groupCode().equals("X"));
        assertThat(TextTable.lines(
                        new Territories(tables.districts(), tables.units(), tables.groups(), tables.spans(), "city")
                                .groupsLeftOut()
                                .selectExpr("group_code", "array_join(territories, ',') AS territories"),
                        "group_code",
                        "territories"))
                .isEqualTo("X Q,R");
    }

    @Test
    void inOneTerritoryTheSameGroupHasFigures() {
        assertThat(MetricValues.of(SampleTables.tables(2), "country", TERMS).collectAsList())
                .as("no district is a country: the root is the territory")
                .anyMatch(figure -> figure.groupCode().equals("X"));
    }

    @Test
    void everyRowGoesToTheFamiliesThatNeedIt() {
        ConformedTables tables = SampleTables.tables(3);
        List<TerritoryRow> rows = new FamilyRows(
                        tables,
                        new Territories(tables.districts(), tables.units(), tables.groups(), tables.spans(), "city"))
                .rows()
                .collectAsList();
        assertThat(addressed(
                        rows,
                        row -> row.district() == null ? null : row.district().districtCode()))
                .as("a district to every family of its territory; the province to none, no unit lies in its own")
                .isEqualTo("Q: Q Q1 Q2; Q/final/math: Q Q1 Q2; Q/test/chin: Q Q1 Q2; Q/test/math: Q Q1 Q2; "
                        + "R: R R1; R/test/chin: R R1; R/test/math: R R1");
        assertThat(addressed(
                        rows,
                        row -> row.span() == null
                                ? null
                                : row.span().groupCode() + row.span().schoolCode()))
                .as("what is known now of groups of one territory")
                .isEqualTo("Q: Ga Gb Gc; Q/final/math: Ga Gb Gc; Q/test/chin: Ga Gb Gc; Q/test/math: Ga Gb Gc; "
                        + "R: Hx Hy; R/test/chin: Hx Hy; R/test/math: Hx Hy");
        assertThat(addressed(rows, row -> row.exam() == null ? null : row.exam().examCode()))
                .isEqualTo(
                        "Q/final/math: e22 e23; Q/test/chin: p22; Q/test/math: p22; R/test/chin: p22; R/test/math: p22");
        assertThat(addressed(
                        rows, row -> row.score() == null ? null : row.score().schoolCode()))
                .as("everyone who sat the province's paper, to both cities")
                .isEqualTo("Q/final/math: a a b b c c d d; Q/test/chin: a b c d x y; Q/test/math: a b c d x y; "
                        + "R/test/chin: a b c d x y; R/test/math: a b c d x y");
        assertThat(addressed(
                        rows,
                        row -> row.exchange() == null ? null : row.exchange().exchangeId()))
                .as("an exchange concerns both its ends")
                .isEqualTo("Q: 1 2; R: 2");
        assertThat(addressed(
                        rows,
                        row -> row.teacher() == null ? null : row.teacher().teacherKey()))
                .as("a teacher without a school lies in no territory")
                .isEqualTo("Q: t1; R: t3");
        assertThat(addressed(
                        rows,
                        row -> row.enrollment() == null
                                ? null
                                : row.enrollment().schoolCode()))
                .isEqualTo("Q: a; R: x");
        assertThat(addressed(
                        rows,
                        row -> row.resource() == null ? null : row.resource().schoolCode()))
                .isEqualTo("Q: a b; R: x");
        assertThat(addressed(rows, row -> row.term() == null ? null : row.term().districtCode()))
                .isEqualTo("Q: Q1; R: R");
    }

    private static String addressed(List<TerritoryRow> rows, Function<TerritoryRow, String> code) {
        return rows.stream()
                .filter(row -> code.apply(row) != null)
                .collect(Collectors.groupingBy(
                        row -> row.territory()
                                + (row.series().isEmpty() ? "" : "/" + row.series() + "/" + row.subject()),
                        java.util.TreeMap::new,
                        Collectors.mapping(code, Collectors.toList())))
                .entrySet()
                .stream()
                .map(family -> family.getKey() + ": "
                        + family.getValue().stream().sorted().collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    private static Territory territory(String code, List<String> units, List<String> groups) {
        return new Territory(
                code,
                "city",
                SampleTables.DISTRICTS.stream()
                        .filter(district -> district.districtCode().startsWith(code))
                        .toList(),
                SampleTables.UNITS.stream()
                        .filter(unit -> units.contains(unit.schoolCode()))
                        .toList(),
                SampleTables.GROUPS.stream()
                        .filter(group -> groups.contains(group.groupCode()))
                        .toList(),
                SampleTables.SPANS.stream()
                        .filter(span -> span.knownTo() == null)
                        .filter(span -> groups.contains(span.groupCode()))
                        .toList());
    }

    private static ScoreFamily family(String series, String subject, String... examCodes) {
        List<String> codes = List.of(examCodes);
        return new ScoreFamily(
                series,
                subject,
                SampleTables.EXAMS.stream()
                        .filter(exam -> codes.contains(exam.examCode()))
                        .toList(),
                SampleTables.PAPERS.stream()
                        .filter((ExamPaper paper) -> codes.contains(paper.examCode())
                                && paper.subject().equals(subject))
                        .toList(),
                SampleTables.SCORES.stream()
                        .filter((SchoolExamFact fact) -> codes.contains(fact.examCode())
                                && fact.subject().equals(subject))
                        .toList(),
                SampleTables.LINKED.stream()
                        .filter(fact -> codes.contains(fact.examCode()) && fact.subject().equals(subject))
                        .toList());
    }

    private static TerritoryFacts rest(String school, String district, String... exchangeIds) {
        List<String> ids = List.of(exchangeIds);
        return new TerritoryFacts(
                SampleTables.ENROLLMENT.stream()
                        .filter(fact -> fact.schoolCode().equals(school))
                        .toList(),
                SampleTables.EXCHANGES.stream()
                        .filter(spell -> ids.contains(spell.exchangeId()))
                        .toList(),
                SampleTables.TEACHERS.stream()
                        .filter(teacher -> Objects.equals(teacher.schoolCode(), school.equals("x") ? "y" : "a"))
                        .toList(),
                SampleTables.RESOURCES.stream()
                        .filter(fact -> fact.schoolCode().equals("x") == school.equals("x"))
                        .toList(),
                SampleTables.TERMS.stream()
                        .filter(term -> term.districtCode().equals(district))
                        .toList(),
                SampleTables.CLASSES.stream()
                        .filter(one -> one.schoolCode().equals(school))
                        .toList(),
                SampleTables.FLOWS.stream()
                        .filter(flow -> flow.schoolCode().equals(school))
                        .toList());
    }
}
