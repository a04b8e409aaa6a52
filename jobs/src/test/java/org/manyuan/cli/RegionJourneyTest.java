package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.PublishedFigures;
import org.manyuan.contract.RegionRules;
import org.manyuan.store.LakeQuery;

/**
 * Each region from its rebuilt files to a release and a signed report: no row is rejected, what its bureau has published is what the
 * files give or is named as a contradiction of the source, and every rule comes to a result that the files bear out.
 */
class RegionJourneyTest {
    /**
     * @param code its district
     * @param scheme how it assesses
     * @param contradictions published figures that contradict each other
     * @param recorded published figures that nothing is there to hold against
     * @param neverMet rules that no subject of the files passes: what they ask for is not there, or not over
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            xiajin         | 371427 | xiajin-draft         | F-XJ2b | F-XJ4b F-XJ4c | -
            laizhou        | 370683 | laizhou-draft        | -      | -             | -
            linxian        | 141124 | linxian-draft        | F-LX2b | -             | -
            hantai         | 610702 | hantai-draft         | -      | -             | -
            pingdingshan   | 410400 | pingdingshan-draft   | -      | -             | -
            qingdao        | 370200 | qingdao-draft        | -      | -             | -
            linyi          | 371300 | linyi-draft          | -      | -             | -
            jinan-shizhong | 370103 | jinan-shizhong-draft | -      | -             | -
            linzi          | 370305 | linzi-draft          | -      | -             | LZI-R10 LZI-R18
            """)
    void fromFilesToASignedReport(
            String region, String code, String scheme, String contradictions, String recorded, String neverMet) {
        Desk desk = Desk.empty("");
        Path inbox = desk.workspace().inbox();
        assertThat(Answer.to("synth", inbox.toString(), "--region", region).exit())
                .isZero();

        Answer handedIn = desk.ingest("zh", inbox);
        assertThat(handedIn.exit()).as(handedIn.said()).isZero();
        Answer built = desk.run("build");
        assertThat(built.exit()).as(built.said()).isZero();

        try (LakeQuery lake = desk.lake()) {
            assertThat(lake.tables()).as("a row was rejected").doesNotContain("rejected_row");
            publishedFiguresAreWhatTheFilesGive(lake, code, words(contradictions), words(recorded));
            everyRuleIsBorneOut(lake, code, words(neverMet));
            everyScoreSaysWhatItAssumes(lake, scheme);
        }
        Answer released = desk.run("release", "first");
        assertThat(released.exit()).as(released.said()).isZero();
        Answer reported = desk.run("report", "--release", "first", "--district", code);
        assertThat(reported.exit()).as(reported.said()).isZero();
        assertThat(reports(desk)).anyMatch(name -> name.endsWith(".pdf")).anyMatch(name -> name.endsWith(".xlsx"));
    }

    private static void publishedFiguresAreWhatTheFilesGive(
            LakeQuery lake, String code, Set<String> contradictions, Set<String> recorded) {
        Set<String> known = PublishedFigures.all().stream()
                .filter(figure -> figure.region().equals(code))
                .map(figure -> figure.id())
                .collect(Collectors.toCollection(TreeSet::new));
        List<List<Object>> rows =
                lake.rows("select figure_id, result, value, computed, origin from published_check order by 1");

        assertThat(rows).extracting(row -> row.get(0)).containsExactlyElementsOf(known);
        for (List<Object> row : rows) {
            String figure = (String) row.get(0);
            String expected = contradictions.contains(figure)
                    ? "INCONSISTENT_SOURCE"
                    : recorded.contains(figure) ? "RECORDED" : "AGREES";
            assertThat(row.get(1)).as(row.toString()).isEqualTo(expected);
            assertThat(row.get(4)).as(row.toString()).isEqualTo("synthetic");
        }
    }

    private static void everyRuleIsBorneOut(LakeQuery lake, String code, Set<String> neverMet) {
        Set<String> rules = RegionRules.all().stream()
                .filter(rule -> rule.region().equals(code))
                .map(rule -> rule.id())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rules).isNotEmpty();
        assertThat(ids(lake, "select distinct rule_id from policy_check")).containsAll(rules);

        Set<String> missed = new TreeSet<>(rules);
        missed.removeAll(ids(lake, "select distinct rule_id from policy_check where result = 'PASS'"));
        assertThat(missed).containsExactlyInAnyOrderElementsOf(neverMet);
        assertThat(lake.rows("select rule_id, group_code, school_year from policy_check where result = 'PASS'"
                        + " and metric_id = '' and evidence = '[]' and rule_id in (" + quoted(rules) + ")"))
                .as("a rule that is met without a row that shows it")
                .isEmpty();
    }

    private static void everyScoreSaysWhatItAssumes(LakeQuery lake, String scheme) {
        List<List<Object>> scores = lake.rows("select group_code, marks, origin, coverage from assessment_score"
                + " where scheme_id = '" + scheme + "'");

        assertThat(scores).isNotEmpty();
        assertThat(scores).allSatisfy(score -> {
            assertThat((String) score.get(1)).contains("equal_assumed", "placeholder");
            assertThat(score.get(2)).isEqualTo("synthetic");
        });
    }

    private static Set<String> ids(LakeQuery lake, String sql) {
        return lake.rows(sql).stream().map(row -> (String) row.get(0)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String quoted(Set<String> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    }

    private static Set<String> words(String words) {
        return words == null ? Set.of() : new TreeSet<>(Arrays.asList(words.split(" ")));
    }

    private static List<String> reports(Desk desk) {
        try (Stream<Path> files = Files.walk(desk.workspace().root())) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
