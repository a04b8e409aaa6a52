package org.manyuan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.manyuan.SharedSpark;
import org.manyuan.domain.District;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Term;
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
        List<MetricValue> figures = figures(0, "city");
        assertThat(figures).hasSizeGreaterThan(50).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void areTheSameUnderAnyOrderAndAnyPartitioning() {
        List<MetricValue> first = figures(0, "city");
        List<MetricValue> second = figures(5, "city");
        assertThat(second).containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    void aGroupOverTwoTerritoriesHasNoneAndIsNamed() {
        assertThat(figures(1, "city")).noneMatch(figure -> figure.groupCode().equals("X"));
        assertThat(new Territories(SampleTables.registers(1), "city").groupsLeftOut())
                .hasToString("{X=[Q, R]}");
    }

    @Test
    void ofSomeFamiliesAreTheirsAmongAll() {
        Set<Family> some = Set.of(new Family("Q", "test", "math"), new Family("R", "", ""), new Family("Z", "", ""));
        List<MetricValue> figures = MetricValues.figures(MetricValues.of(
                        SampleTables.facts(0), SampleTables.families(0, "city").only(some, Map.of()), "city", TERMS))
                .collectAsList();
        List<MetricValue> expected = new ArrayList<>();
        expected.addAll(MetricCatalog.scores(
                territory("Q", List.of("a", "b", "c", "d"), List.of("G")), family("test", "math", "p22"), TERMS));
        expected.addAll(
                MetricCatalog.territory(territory("R", List.of("x", "y"), List.of("H")), rest("x", "R", "2"), TERMS));
        assertThat(figures).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void inOneTerritoryTheSameGroupHasFigures() {
        assertThat(figures(2, "country"))
                .as("no district is a country: the root is the territory")
                .anyMatch(figure -> figure.groupCode().equals("X"));
    }

    @Test
    void everyRowGoesToTheFamiliesThatNeedIt() {
        Families families = SampleTables.families(3, "city");
        List<TerritoryRow> rows = FamilyRows.of(
                        SampleTables.facts(3),
                        JavaSparkContext.fromSparkContext(SharedSpark.session().sparkContext())
                                .broadcast(families))
                .collectAsList();
        assertThat(spoken(families, Registers::districts, District::districtCode))
                .as("a district to every family of its territory; the province to none, no unit lies in its own")
                .isEqualTo("Q: Q Q1 Q2; Q/final/math: Q Q1 Q2; Q/test/chin: Q Q1 Q2; Q/test/math: Q Q1 Q2; "
                        + "R: R R1; R/test/chin: R R1; R/test/math: R R1");
        assertThat(spoken(families, Registers::spans, span -> span.groupCode() + span.schoolCode()))
                .as("what is known now of groups of one territory")
                .isEqualTo("Q: Ga Gb Gc; Q/final/math: Ga Gb Gc; Q/test/chin: Ga Gb Gc; Q/test/math: Ga Gb Gc; "
                        + "R: Hx Hy; R/test/chin: Hx Hy; R/test/math: Hx Hy");
        assertThat(spoken(families, Registers::exams, Exam::examCode))
                .isEqualTo(
                        "Q: ; Q/final/math: e22 e23; Q/test/chin: p22; Q/test/math: p22; R: ; R/test/chin: p22; R/test/math: p22");
        assertThat(spoken(families, Registers::papers, paper -> paper.examCode() + paper.subject()))
                .isEqualTo("Q: ; Q/final/math: e22math e23math; Q/test/chin: p22chin; Q/test/math: p22math; "
                        + "R: ; R/test/chin: p22chin; R/test/math: p22math");
        assertThat(spoken(families, Registers::terms, Term::districtCode))
                .startsWith("Q: Q1; ")
                .endsWith("R/test/math: R");
        assertThat(addressed(rows, fact -> fact instanceof SchoolExamFact row ? row.schoolCode() : null))
                .as("everyone who sat the province's paper, to both cities")
                .isEqualTo("Q/final/math: a a b b c c d d; Q/test/chin: a b c d x y; Q/test/math: a b c d x y; "
                        + "R/test/chin: a b c d x y; R/test/math: a b c d x y");
        assertThat(addressed(rows, fact -> fact instanceof ExchangeSpell row ? row.exchangeId() : null))
                .as("an exchange concerns both its ends")
                .isEqualTo("Q: 1 2; R: 2");
        assertThat(addressed(rows, fact -> fact instanceof TeacherFact row ? row.teacherKey() : null))
                .as("a teacher without a school lies in no territory")
                .isEqualTo("Q: t1; R: t3");
        assertThat(addressed(rows, fact -> fact instanceof EnrollmentFact row ? row.schoolCode() : null))
                .isEqualTo("Q: a; R: x");
        assertThat(addressed(rows, fact -> fact instanceof ResourceFact row ? row.schoolCode() : null))
                .isEqualTo("Q: a b; R: x");
    }

    private static List<MetricValue> figures(int seed, String level) {
        return MetricValues.figures(
                        MetricValues.of(SampleTables.facts(seed), SampleTables.families(seed, level), level, TERMS))
                .collectAsList();
    }

    private static <T> String spoken(Families families, Function<Registers, List<T>> part, Function<T, String> code) {
        return families.all().stream()
                .map(family -> name(family.territory(), family.series(), family.subject()) + ": "
                        + part.apply(families.registers(family)).stream()
                                .map(code)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    private static String name(String territory, String series, String subject) {
        return territory + (series.isEmpty() ? "" : "/" + series + "/" + subject);
    }

    private static String addressed(List<TerritoryRow> rows, Function<Record, String> code) {
        return rows.stream()
                .filter(row -> code.apply(row.fact()) != null)
                .collect(Collectors.groupingBy(
                        row -> name(row.territory(), row.series(), row.subject()),
                        java.util.TreeMap::new,
                        Collectors.mapping(row -> code.apply(row.fact()), Collectors.toList())))
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
                        .toList(),
                SampleTables.SUCCESSIONS.stream()
                        .filter(succession -> units.contains(succession.toCode()))
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
                        .filter(fact -> codes.contains(fact.examCode())
                                && fact.subject().equals(subject))
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
                SampleTables.LEDGER.stream()
                        .filter(entry -> List.of(school.equals("x") ? "4" : "1", school.equals("x") ? "" : "2")
                                .contains(entry.entryId()))
                        .toList(),
                SampleTables.ACTIVITIES.stream()
                        .filter(activity -> activity.organiserSchoolCode().equals(school))
                        .toList(),
                SampleTables.POSTS.stream()
                        .filter(post -> post.groupCode().equals(school.equals("x") ? "H" : "G"))
                        .toList(),
                SampleTables.FLOWS.stream()
                        .filter(flow -> flow.schoolCode().equals(school))
                        .toList());
    }
}
