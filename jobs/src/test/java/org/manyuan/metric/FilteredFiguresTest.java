package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.FigureFilter;
import org.manyuan.domain.LinkedPupil;
import org.manyuan.domain.MetricValue;

/** What schemes count alone: rows beside those of everything, in their own region. */
class FilteredFiguresTest {
    private static final String TERM = "C1 | 2024 | 1 | 2024-09-01 | 2024-12-31";
    private static final String HELD = """
            G | A1 | 2024-09-11 | kind=公开课 lessons=2 mode=线上
            G | A2 | 2024-10-01 | kind=送课 lessons=3
            G | A1 | 2024-11-20 | kind=讲座 lessons=4 mode=线上 audience=家长
            G | A1 | 2025-01-20 | kind=公开课 lessons=9
            """;

    private static Town town() {
        return ExchangeRateTest.town().group("G", "C1", "A1 lead, A2 member").group("H", "C1", "A3 member");
    }

    @Test
    void activitiesOfSomeKinds() {
        FigureFilter kinds = filter("TCH-07", Map.of("kind", List.of("送课", "公开课", "公开课")));
        FigureFilter online = filter("TCH-07", Map.of("mode", List.of("线上"), "audience", List.of("家长")));
        TownFacts facts = new TownFacts().terms(TERM).activities(HELD);
        List<MetricValue> rows = facts.rows(new GroupActivityCounts(), town(), asking("T", kinds, online));

        MetricTable.check(
                rows,
                row -> row.districtCode().equals("C1")
                        && (row.groupCode().equals("G")
                                || row.groupCode().equals("H")
                                || row.schoolCode().equals("A1"))
                        && row.measure().matches("activities|lessons|max_gap_days"),
                """
                schoolCode | groupCode | variant                                       | measure      | value | n | flag | because
                -          | G         | education_group                               | activities   | 3     | 3 | OK   | all in term
                -          | G         | education_group                               | lessons      | 9     | 3 | OK   | -
                -          | G         | education_group                               | max_gap_days | 50    | 3 | OK   | -
                -          | G         | education_group/audience=家长/mode=线上         | activities   | 1     | 1 | OK   | both
                -          | G         | education_group/audience=家长/mode=线上         | lessons      | 4     | 1 | OK   | -
                -          | G         | education_group/audience=家长/mode=线上         | max_gap_days | 80    | 1 | OK   | -
                -          | G         | education_group/kind=公开课+送课                 | activities   | 2     | 2 | OK   | of either kind
                -          | G         | education_group/kind=公开课+送课                 | lessons      | 5     | 2 | OK   | -
                -          | G         | education_group/kind=公开课+送课                 | max_gap_days | 91    | 2 | OK   | -
                -          | H         | education_group                               | activities   | 0     | 0 | OK   | its county handed in others'
                -          | H         | education_group                               | lessons      | 0     | 0 | OK   | -
                -          | H         | education_group                               | max_gap_days | 121   | 0 | OK   | -
                -          | H         | education_group/audience=家长/mode=线上         | activities   | 0     | 0 | OK   | none of them
                -          | H         | education_group/audience=家长/mode=线上         | lessons      | 0     | 0 | OK   | -
                -          | H         | education_group/audience=家长/mode=线上         | max_gap_days | 121   | 0 | OK   | -
                -          | H         | education_group/kind=公开课+送课                 | activities   | 0     | 0 | OK   | -
                -          | H         | education_group/kind=公开课+送课                 | lessons      | 0     | 0 | OK   | -
                -          | H         | education_group/kind=公开课+送课                 | max_gap_days | 121   | 0 | OK   | -
                A1         | -         | -                                             | activities   | 2     | 2 | OK   | organised
                A1         | -         | -                                             | lessons      | 6     | 2 | OK   | -
                A1         | -         | -                                             | max_gap_days | 70    | 2 | OK   | -
                A1         | -         | audience=家长/mode=线上                         | activities   | 1     | 1 | OK   | -
                A1         | -         | audience=家长/mode=线上                         | lessons      | 4     | 1 | OK   | -
                A1         | -         | audience=家长/mode=线上                         | max_gap_days | 80    | 1 | OK   | -
                A1         | -         | kind=公开课+送课                                 | activities   | 1     | 1 | OK   | -
                A1         | -         | kind=公开课+送课                                 | lessons      | 2     | 1 | OK   | -
                A1         | -         | kind=公开课+送课                                 | max_gap_days | 111   | 1 | OK   | -
                """);
        assertThat(rows).as("rows of everything stay").containsAll(facts.rows(new GroupActivityCounts(), town()));
    }

    @Test
    void documentsOfAnotherList() {
        FigureFilter list = filter("GOV-04", Map.of("docs", List.of("办学章程", "发展规划", "年度计划")));
        TownFacts facts = new TownFacts().ledger("""
                document  | 办学章程 | G | -  | 2024-09-01 |
                plan      | 年度计划 | G | -  | 2024-09-01 | until=2025-08-31
                document  | 章程     | G | -  | 2024-09-01 |
                document  | 办学章程 | - | A2 | 2024-09-01 |
                """);
        List<MetricValue> rows = facts.rows(new DocumentsInForce(), town(), asking("C1", list));

        MetricTable.check(
                rows,
                row -> row.schoolYear() == 2024
                        && row.districtCode().equals("C1")
                        && row.measure().equals("share")
                        && row.variant().contains("docs="),
                """
                schoolCode | groupCode | variant                                | value | n | flag          | because
                A2         | -         | docs=办学章程+发展规划+年度计划                 | .3333 | 3 | OK            | its own
                -          | G         | education_group/docs=办学章程+发展规划+年度计划 | .6667 | 3 | OK            | two of three
                -          | H         | education_group/docs=办学章程+发展规划+年度计划 | -     | 3 | MISSING_INPUT | nothing handed in
                -          | -         | education_group/docs=办学章程+发展规划+年度计划 | .6667 | 3 | OK            | of those that did
                """);
        assertThat(rows).containsAll(facts.rows(new DocumentsInForce(), town()));
    }

    @Test
    void bodiesOfAnotherList() {
        FigureFilter list = filter("GOV-06", Map.of("bodies", List.of("理事会", "监事会")));
        TownFacts facts = new TownFacts()
                .ledger("body | 理事会 | G | - | 2024-09-01 |")
                .posts("H | 监事会 | 监事 | p | 2024-09-01 | - | A3");
        List<MetricValue> rows = facts.rows(new BodiesInPlace(), town(), asking("C1", list));

        MetricTable.check(
                rows,
                row -> row.schoolYear() == 2024
                        && row.districtCode().equals("C1")
                        && row.variant().contains("bodies="),
                """
                groupCode | variant                           | measure | value | n | flag | because
                G         | education_group/bodies=理事会+监事会 | share   | .5    | 2 | OK   | -
                G         | education_group/bodies=理事会+监事会 | missing | 1     | 2 | OK   | -
                H         | education_group/bodies=理事会+监事会 | share   | .5    | 2 | OK   | somebody sits in it
                H         | education_group/bodies=理事会+监事会 | missing | 1     | 2 | OK   | -
                -         | education_group/bodies=理事会+监事会 | share   | .5    | 4 | OK   | two of four
                -         | education_group/bodies=理事会+监事会 | missing | 2     | 4 | OK   | -
                """);
        assertThat(rows).containsAll(facts.rows(new BodiesInPlace(), town()));
    }

    @Test
    void valueAddedOfPupilsWithTheEarlierPaperAskedFor() {
        FigureFilter prior = filter("EXM-06", Map.of("prior", List.of("grade:8", "kind:final")));
        List<MetricValue> all =
                new ValueAddedBySchool().rows(LinkedTown.golden().book());
        List<MetricValue> same = new ValueAddedBySchool().rows(book(LinkedTown.golden(), prior, Set.of("E23", "X")));

        assertThat(same).containsAll(all);
        assertThat(same)
                .filteredOn(row -> row.variant().contains("prior="))
                .as("everyone was held against that paper")
                .isNotEmpty()
                .allSatisfy(row -> assertThat(all)
                        .anyMatch(other -> other.schoolCode().equals(row.schoolCode())
                                && other.districtCode().equals(row.districtCode())
                                && other.groupCode().equals(row.groupCode())
                                && other.measure().equals(row.measure())
                                && other.variant().equals(bare(row.variant()))
                                && other.value().equals(row.value())
                                && other.inputsHash().equals(row.inputsHash())));
        assertThat(new ValueAddedBySchool().rows(book(LinkedTown.golden(), prior, Set.of("X"))))
                .as("nobody was held against that paper")
                .containsExactlyInAnyOrderElementsOf(all);
    }

    /** Two of ten pupils of a school have another earlier paper: with them left out, eight of ten are linked. */
    @ParameterizedTest(name = "{0} of ten against another paper: {1}")
    @CsvSource({"2, OK", "3, MISSING_INPUT"})
    void whoeverHasAnotherEarlierPaperCountsAsWithoutOne(int others, String flag) {
        FigureFilter prior = filter("EXM-06", Map.of("prior", List.of("grade:8")));
        Town town = new Town().exam("E24", 2024, "100", "1");
        List<LinkedPupil> pupils = new ArrayList<>();
        for (int school = 0; school < 9; school++) {
            String code = "S" + school;
            town.unit(code, "C1");
            TreeMap<Integer, Long> scores = new TreeMap<>();
            for (int pupil = 0; pupil < 40; pupil++) {
                int score = 50 + pupil % 7 + school;
                scores.merge(score, 1L, Long::sum);
                String paper = school == 0 && pupil < 4 * others ? "M23" : "E23";
                pupils.add(LinkedTown.pupil("E24", code, paper, 40 + pupil % 11, score, "1"));
            }
            town.scores("E24", code, scores);
        }
        town.linked(pupils);
        MetricValue row = new ValueAddedBySchool()
                .rows(book(town, prior, Set.of("E23"))).stream()
                        .filter(one -> one.schoolCode().equals("S0")
                                && one.measure().equals("va")
                                && one.variant().equals("prior=grade:8"))
                        .findFirst()
                        .orElseThrow();

        assertThat(row.flag().name()).isEqualTo(flag);
        assertThat(row.n()).isEqualTo(flag.equals("OK") ? 40 - 4 * others : 0);
    }

    @Test
    void elsewhereThereAreNone() {
        FigureFilter kinds = filter("TCH-07", Map.of("kind", List.of("送课")));
        TownFacts facts = new TownFacts().terms(TERM).activities(HELD);

        assertThat(facts.rows(new GroupActivityCounts(), town(), asking("X", kinds)))
                .containsExactlyInAnyOrderElementsOf(facts.rows(new GroupActivityCounts(), town()));
    }

    private static String bare(String variant) {
        return variant.replaceAll("/?prior=[^/]*", "");
    }

    private static MarkBook book(Town town, FigureFilter filter, Set<String> priors) {
        return new MarkBook(
                town.territory(),
                town.family(),
                BuildTerms.of(Town.AS_OF).asking(List.of(new BuildTerms.Asked("T", filter, priors))));
    }

    private static FigureFilter filter(String metric, Map<String, List<String>> words) {
        return new FigureFilter(metric, words);
    }

    private static BuildTerms asking(String region, FigureFilter... filters) {
        List<BuildTerms.Asked> asked = new ArrayList<>();
        for (FigureFilter filter : filters) {
            asked.add(new BuildTerms.Asked(region, filter, Set.of()));
        }
        return BuildTerms.of(Town.AS_OF).asking(asked);
    }
}
