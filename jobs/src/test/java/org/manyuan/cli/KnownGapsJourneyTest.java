package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.store.LakeQuery;
import org.manyuan.synthesis.CountyFile;
import org.manyuan.synthesis.CountyPlan;
import org.manyuan.synthesis.Planted;
import org.manyuan.synthesis.SyntheticCounty;

/** The synthetic county from its files to its figures: every answer that was planted must come out, and no person with it. */
class KnownGapsJourneyTest {
    private static final CountyPlan PLAN = CountyPlan.of("linzi");
    private static final SyntheticCounty COUNTY = SyntheticCounty.of(PLAN, PLAN.seed());
    private static final Planted PLANTED = COUNTY.planted();

    private static final List<String> WITH_PERSONS =
            List.of("exam_score", "teacher", "student", "group_post", "ledger");

    private static Desk desk;
    private static JsonNode receipts;
    private static LakeQuery lake;

    @BeforeAll
    static void synthesizeHandInAndBuild() {
        desk = Desk.empty("");
        String inbox = desk.workspace().inbox().toString();
        assertThat(Answer.to("synth", inbox).exit()).isZero();
        Answer answer = desk.run("ingest", "--json", inbox);
        assertThat(answer.exit()).as("some rows are wrong on purpose").isEqualTo(3);
        receipts = answer.json();
        Answer built = desk.run("build");
        assertThat(built.exit()).as(built.said()).isZero();
        lake = desk.lake();
    }

    @AfterAll
    static void close() {
        lake.close();
    }

    @Test
    void everyReceiptAddsUpAndHasTheFaultsThatWerePlanted() {
        Map<String, Map<String, Long>> found = new TreeMap<>();
        for (JsonNode receipt : receipts) {
            String file = receipt.get("file_name").asText();
            Map<String, Long> faults = new TreeMap<>();
            receipt.get("problems")
                    .forEach(problem -> faults.merge(
                            problem.get("code").asText(),
                            problem.get("occurrences").asLong(),
                            Long::sum));
            for (JsonNode count : receipt.get("counts")) {
                long rejected = count.get("rejected").asLong();
                long duplicate = count.get("duplicate").asLong();
                assertThat(count.get("rows").asLong())
                        .as(file)
                        .isEqualTo(count.get("accepted").asLong() + rejected + duplicate)
                        .isPositive();
                if (duplicate > 0) {
                    faults.merge("DUPLICATE", duplicate, Long::sum);
                }
                assertThat(count.get("lines").asInt()).as(file).isEqualTo(lines(file));
            }
            if (!faults.isEmpty()) {
                found.put(file, faults);
            }
        }
        Map<String, Map<String, Long>> planted = new TreeMap<>();
        PLANTED.faults().forEach(fault -> planted.computeIfAbsent(fault.file(), file -> new TreeMap<>())
                .merge(
                        fault.kind().equals("CONFLICT") ? "CONFLICTING_ROWS" : fault.kind(),
                        (long) fault.lines(),
                        Long::sum));
        assertThat(receipts).hasSize(COUNTY.files().size());
        assertThat(found).isEqualTo(planted);
    }

    @Test
    void theTablesHoldWhatTheReceiptsSay() {
        Map<String, Long> accepted = new TreeMap<>();
        for (JsonNode receipt : receipts) {
            for (JsonNode count : receipt.get("counts")) {
                accepted.merge(
                        "stg_" + count.get("dataset").asText(),
                        count.get("accepted").asLong(),
                        Long::sum);
            }
        }
        accepted.forEach((table, rows) ->
                assertThat(number("select count(*) from " + table)).as(table).isEqualTo(rows));
    }

    @Test
    void theVerdictOfEveryGroupIsThePlantedOne() {
        List<Planted.KnownChange> judged =
                PLANTED.changes().stream().filter(Planted.KnownChange::judges).toList();
        assertThat(judged).extracting(Planted.KnownChange::groupCode).contains("LZ01", "LZ07");
        for (Planted.KnownChange known : judged) {
            String exam = PLANTED.gaps().stream()
                    .filter(gap -> gap.series().equals(known.series()) && gap.schoolYear() == known.schoolYear())
                    .findFirst()
                    .orElseThrow()
                    .examCode();
            Map<String, List<Object>> measures = new TreeMap<>();
            lake.rows(
                            "select measure, value, verdict, base_year, ci_lo, ci_hi from metric_value where metric_id = 'GAP-16'"
                                    + " and variant = 'education_group/" + known.metric() + "/base_founding'"
                                    + " and ci_frame = 'census' and group_code = '" + known.groupCode()
                                    + "' and exam_code = '"
                                    + exam + "' and subject = '" + known.subject() + "'")
                    .forEach(row ->
                            assertThat(measures.put((String) row.get(0), row)).isNull());
            assertThat(measures).as(known.toString()).containsOnlyKeys("change", "rate", "signed_base", "signed_now");
            assertThat(value(measures, "signed_base")).as(known.toString()).isCloseTo(known.before(), within(.02));
            assertThat(value(measures, "signed_now")).as(known.toString()).isCloseTo(known.after(), within(.02));
            assertThat(value(measures, "change"))
                    .isCloseTo(
                            Math.abs(value(measures, "signed_now")) - Math.abs(value(measures, "signed_base")),
                            within(1e-12));
            assertThat(measures.get("change").get(2))
                    .as(known + " " + measures)
                    .isEqualTo(known.verdict().name());
            assertThat(measures.get("change").get(3)).isEqualTo(known.baseYear());
        }
    }

    @Test
    void exchangeIsExactlyWhatWasPlanted() {
        for (Planted.KnownExchange known : PLANTED.exchanges()) {
            String where = " and variant = 'education_group' and group_code = '" + known.groupCode()
                    + "' and stage = '' and subject = '' and school_year = " + known.schoolYear();
            assertThat(lake.rows("select value, n from metric_value where metric_id = 'TCH-01'" + where))
                    .as(known.toString())
                    .containsExactly(List.of((double) known.exchanged() / known.eligible(), (long) known.eligible()));
            assertThat(lake.rows("select value, n from metric_value where metric_id = 'TCH-02'" + where))
                    .as(known.toString())
                    .containsExactly(List.of((double) known.backbone() / known.exchanged(), (long) known.exchanged()));
        }
    }

    @Test
    void intakeIsExactlyWhatWasPlanted() {
        int founded = PLANTED.changes().get(0).baseYear() + 1;
        int compared = 0;
        for (Planted.KnownIntake known : PLANTED.intakes()) {
            List<List<Object>> rows = lake.rows(
                    "select value from metric_value where metric_id = 'ENR-01' and variant = 'education_group/"
                            + known.role() + "' and group_code = '" + known.groupCode() + "' and stage = '"
                            + known.stage().name() + "' and school_year = " + known.schoolYear());
            if (known.schoolYear() < founded) {
                assertThat(rows).as("before the founding: " + known).isEmpty();
            } else {
                assertThat(rows).as(known.toString()).containsExactly(List.of((double) known.intake()));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    @Test
    void everyScoredGroupHasAPlaceThatSaysHowSureItIs() {
        assertThat(lake.rows("select group_code, score, flag from assessment_score order by all"))
                .as("seven groups under the demonstration and under the district's draft")
                .hasSize(14)
                .as("a place, its interval and a share for whoever has a score")
                .isEqualTo(
                        lake.rows(
                                "select group_code, score, r.flag from assessment_rank r join assessment_score s"
                                        + " using (scheme_id, group_code) where (score is not null) = coalesce(rank between 1 and ranked_groups"
                                        + " and rank_median between rank_p05 and rank_p95 and p_top between 0 and 1, false) order by all"));
        assertThat(number("select count(*) from assessment_rank where indistinct_groups > 0"))
                .as("seven groups on three indicators are not told apart")
                .isPositive();
    }

    @Test
    void otherWeightsMoveScoresAndPlacesAndWriteNothing(@TempDir Path folder) throws IOException {
        Path weights = Files.writeString(folder.resolve("weights.yaml"), "N2: 1\n");
        Map<String, String> before = desk.standing();

        JsonNode stored = desk.run("assess", "--json", "--scheme", "demo-2024")
                .json()
                .get(0)
                .get("groups");
        JsonNode tried = desk.run("assess", "--json", "--scheme", "demo-2024", "--what-if", weights.toString())
                .json();

        assertThat(tried.get("weights").findValuesAsText("after")).containsExactly("0.0", "1.0", "0.0");
        for (int i = 0; i < stored.size(); i++) {
            assertThat(tried.at("/groups/" + i + "/before"))
                    .as("computed now from the stored figures, and as it was built")
                    .isEqualTo(stored.get(i));
            assertThat(tried.at("/groups/" + i + "/after/place/better").asDouble())
                    .isLessThanOrEqualTo(
                            tried.at("/groups/" + i + "/after/place/worse").asDouble());
        }
        assertThat(tried.get("reordered")).isNotEmpty();
        assertThat(desk.standing()).isEqualTo(before);
    }

    @Test
    void whatTheDistrictHasPublishedAndItsRulesAreBorneOut() {
        RegionFindings.publishedFiguresAreWhatTheFilesGive(lake, "370305");
        RegionFindings.everyRuleIsBorneOut(lake, "370305", Set.of("LZI-R10", "LZI-R18"));
        RegionFindings.everyScoreSaysWhatItAssumes(lake, "linzi-draft");
        RegionFindings.publishedFiguresStandInAReleaseAndItsReport(desk, "370305");
    }

    @Test
    void everyFigureSaysThatItIsSynthetic() {
        assertThat(lake.rows("select metric_id, variant, flag, count(*), count(value) from metric_value"
                        + " where origin <> 'synthetic' group by all order by all"))
                .as("metric, variant, flag, rows, rows with a value")
                .isEmpty();
        assertThat(number("select count(*) from metric_value")).isGreaterThan(5_000);
    }

    @Test
    void noNameAndNoNumberOfAPersonStandsInAnyTableOrReceipt() {
        Set<String> persons = persons();
        assertThat(persons).hasSizeGreaterThan(5_000);
        Set<String> found = new TreeSet<>();
        for (List<Object> column : lake.rows("select schema_name, table_name, column_name from duckdb_columns()"
                + " where data_type = 'VARCHAR' and not internal order by all")) {
            lake
                    .rows("select distinct \"%s\" from \"%s\".\"%s\""
                            .formatted(column.get(2), column.get(0), column.get(1)))
                    .stream()
                    .map(row -> String.valueOf(row.get(0)))
                    .filter(persons::contains)
                    .forEach(value -> found.add(column.toString()));
        }
        assertThat(found).as("columns with a person in them").isEmpty();
        String told = receipts.toString();
        assertThat(persons.stream().filter(told::contains).count()).isZero();
        assertThat(number("select count(distinct student_key) from stg_exam_score"))
                .as("keys stand in their place")
                .isGreaterThan(5_000);
    }

    /** The names and numbers of persons in the county's files. */
    private static Set<String> persons() {
        Set<String> headers = Set.of(
                "姓名",
                "考号",
                "学籍号",
                "student_id",
                "old_id",
                "new_id",
                "teacher_id",
                "person_id",
                "教师编号",
                "师父编号",
                "工号",
                "name");
        Set<String> persons = new HashSet<>();
        for (CountyFile file : COUNTY.files()) {
            if (WITH_PERSONS.stream().anyMatch(file.name()::startsWith)) {
                for (int i = 0; i < file.header().size(); i++) {
                    int cell = i;
                    if (headers.contains(file.header().get(i))) {
                        file.rows().get().forEach(row -> persons.add(row.get(cell)));
                    }
                }
            }
        }
        persons.remove("");
        return persons;
    }

    private static int lines(String name) {
        return COUNTY.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow()
                .rows()
                .get()
                .size();
    }

    private static long number(String sql) {
        return ((Number) lake.rows(sql).get(0).get(0)).longValue();
    }

    private static double value(Map<String, List<Object>> measures, String measure) {
        return ((Number) measures.get(measure).get(1)).doubleValue();
    }
}
