package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.manyuan.contract.CodeNames;
import org.manyuan.contract.Indicator;
import org.manyuan.contract.RegionRules;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Schemes;
import org.manyuan.store.LakeQuery;

/** What a build must have found of a region that was rebuilt. */
final class RegionFindings {
    private static final Set<String> MARKS = CodeNames.of("mark").keySet();

    private RegionFindings() {}

    /** Each figure of the region's dossier, and no other, comes to what the dossier says of it. */
    static void publishedFiguresAreWhatTheFilesGive(LakeQuery lake, String code) {
        Map<String, String> expected = new TreeMap<>();
        DossierFigure.of(code).forEach(figure -> expected.put(figure.id(), figure.result()));
        Map<String, String> found = new TreeMap<>();
        lake.rows("select figure_id, result, value, computed, origin from published_check order by 1")
                .forEach(row -> {
                    found.put((String) row.get(0), (String) row.get(1));
                    assertThat(row.get(4)).as(row.toString()).isEqualTo("synthetic");
                });

        assertThat(expected).isNotEmpty();
        assertThat(found).isEqualTo(expected);
    }

    static void everyRuleIsBorneOut(LakeQuery lake, String code, Set<String> neverMet) {
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

    /** As its scheme has it: in score and place all of it, beside each leaf what is assumed of that leaf. */
    static void everyScoreSaysWhatItAssumes(LakeQuery lake, String id) {
        Scheme scheme = Schemes.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        Set<String> ofScheme = scheme.all().flatMap(RegionFindings::assumed).collect(Collectors.toSet());
        ofScheme.add(scheme.source().status());
        ofScheme.add("draft");
        for (String table : List.of("assessment_score", "assessment_rank")) {
            assertThat(lake.rows("select marks from " + table + " where scheme_id = '" + id + "'"))
                    .as(table)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(marks(row.get(0)))
                            .isSubsetOf(ofScheme)
                            .containsAll(
                                    ofScheme.stream().filter(MARKS::contains).toList()));
        }
        for (Indicator leaf : scheme.all().filter(entry -> entry.leaf() != null).toList()) {
            assertThat(lake.rows("select marks from assessment_indicator where scheme_id = '" + id + "' and node_id = '"
                            + leaf.id() + "'"))
                    .as(leaf.id())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(marks(row.get(0)))
                            .containsExactlyInAnyOrderElementsOf(
                                    assumed(leaf).filter(MARKS::contains).collect(Collectors.toSet())));
        }
        everyScoreIsMadeUp(lake, id);
    }

    private static Stream<String> assumed(Indicator entry) {
        return entry.leaf() == null
                ? Stream.of(entry.weightSource(), entry.nameOrigin())
                : Stream.of(
                        entry.weightSource(),
                        entry.nameOrigin(),
                        entry.leaf().metricOrigin(),
                        entry.leaf().targetOrigin());
    }

    private static Set<String> marks(Object marks) {
        return Stream.of(((String) marks).split(","))
                .filter(mark -> !mark.isEmpty())
                .collect(Collectors.toSet());
    }

    private static void everyScoreIsMadeUp(LakeQuery lake, String scheme) {
        List<List<Object>> scores = lake.rows(
                "select group_code, marks, origin from assessment_score" + " where scheme_id = '" + scheme + "'");

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

    /** The same stands in a release, and in the reports of its last school year, of a city and of its counties; a report is a PDF and a workbook. */
    static void publishedFiguresStandInAReleaseAndItsReport(Desk desk, String code) {
        Answer released = desk.run("release", "first");
        assertThat(released.exit()).as(released.said()).isZero();
        Set<String> expected =
                DossierFigure.of(code).stream().map(DossierFigure::id).collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> leaving = new TreeMap<>();
        JsonNode rows = desk.run(
                        "query",
                        "--release",
                        "first",
                        "--format",
                        "json",
                        "select figure_id, result from rel_published_check")
                .json();
        rows.forEach(row ->
                leaving.put(row.get("figure_id").asText(), row.get("result").asText()));
        Map<String, String> results = new TreeMap<>();
        DossierFigure.of(code).forEach(figure -> results.put(figure.id(), figure.result()));
        assertThat(leaving).isEqualTo(results);

        JsonNode places = desk.run(
                        "query",
                        "--release",
                        "first",
                        "--format",
                        "json",
                        "select district_code, max(school_year) as last from (select distinct district_code from rel_published_check)"
                                + " join (from mart_exchange select district_code, school_year union all from mart_enrollment"
                                + " select district_code, school_year union all from mart_assessment select district_code, school_year)"
                                + " using (district_code) group by all order by all")
                .json();
        Set<String> reported = new TreeSet<>();
        places.forEach(place -> {
            Answer report = desk.run(
                    "report",
                    "--json",
                    "--release",
                    "first",
                    "--district",
                    place.get("district_code").asText(),
                    "--year",
                    place.get("last").asText());
            assertThat(report.exit()).as(report.said()).isZero();
            assertThat(Path.of(report.json().at("/0/pdf").asText())).isNotEmptyFile();
            reported.addAll(inSheet(Path.of(report.json().at("/0/workbook").asText()), "公布数据核对"));
        });
        assertThat(reported).containsAll(expected);
    }

    private static Set<String> inSheet(Path workbook, String name) {
        Set<String> texts = new TreeSet<>();
        try (Workbook book = WorkbookFactory.create(workbook.toFile(), null, true)) {
            book.getSheet(name).forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
