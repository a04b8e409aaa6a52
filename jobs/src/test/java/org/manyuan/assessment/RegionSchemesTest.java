package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.manyuan.contract.Indicator;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Schemes;
import org.manyuan.domain.AssessmentIndicator;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.Flag;

/** The drafts for nine regions: which figures each takes, and what it makes of them. */
class RegionSchemesTest {
    private static final String PRIOR_J = "prior=grade:8+kind:final+stage:J";

    /** By scheme: kind and form of its groups, and {@code metric | measure | variant | place | stage | exam | values of G1 to G5}. */
    private static final Map<String, String> REGIONS = Map.of(
            "linxian-draft",
            """
            alliance | 帮扶式联盟校
            RES-20 | increment | alliance@2022 | G |   |    | 0 .02 .1 .1 .2
            GAP-16 | rate | alliance/GAP-08b/base_previous@2022 | G | J | J9 | 0 .1 .15 .2 .3
            GAP-16 | rate | alliance/GAP-08b/base_founding@2017 | G | J | J9 | .9 .9 .9 .9 .9
            EXM-06 | va | PRIOR | A | J | J9 | 3 3 3 3 3
            EXM-06 | va | PRIOR | B | J | J9 | 1 2 3 4 5
            EXM-06 | va | | B | J | J9 | 9 9 9 9 9
            EXM-06 | va | alliance/member/PRIOR | G | J | J9 | 1 2 3 4 5
            TCH-08r | growth | @2022 | B |   | | 0 .02 .1 .1 .2
            EXM-05 | excellent | alliance/member@2022 | G | J | J9 | 0 .1 .15 .2 .3
            """,
            "qingdao-draft",
            """
            education_group | 聚合型
            EXM-04 | t_score | education_group | G | J | J9 | 48 49 50 51 52
            EXM-06 | va | PRIOR | B | J | J9 | 1 2 3 4 5
            EXM-06 | va | education_group/member/PRIOR | G | J | J9 | 1 2 3 4 5
            SOC-01 | share | education_group | G |   | | .0 .5 .68 .8 .9
            """,
            "linyi-draft",
            """
            education_group | 核心校+新校
            TCH-04o | out | education_group | G |   | | .5 .5 .5 .5 .5
            TCH-04o | out | | A |   | | 0 .02 .05 .1 .2
            EXM-06 | va | PRIOR | B | J | J9 | 1 2 3 4 5
            EXM-06 | va | education_group/member/PRIOR | G | J | J9 | 1 2 3 4 5
            SOC-01 | share | education_group | G |   | | .0 .5 .68 .8 .9
            EXM-05 | passed | education_group@2021 | G | J | J9 | 1 2 3 4 5
            GOV-01 | grade | education_group | G |   | | 1 2 3 3.5 4
            GOV-02 | grade | education_group | G |   | | 1 2 3 3.5 4
            """,
            "jinan-shizhong-draft",
            """
            education_group | 母子式集团
            GAP-08b | gap | education_group | G | J | J9 | 1 .8 .4 .2 -.1
            GAP-16 | rate | education_group/GAP-08b/base_founding@2018 | G | J | J9 | 0 .1 .15 .2 .3
            GAP-16 | rate | education_group/GAP-08b/base_previous@2019 | G | J | J9 | .9 .9 .9 .9 .9
            """,
            "laizhou-draft",
            """
            community | 以城带乡
            TCH-07 | activities | community/kind=专题研讨+公开课+同课异构+校际教研+观摩课+赛课+送课 | G |   | | 1 2 3 4 5
            TCH-07 | activities | community | G |   | | 9 9 9 9 9
            TCH-07 | lessons | community/kind=同步课堂+名师课堂 | G |   | | 10 20 30 40 50
            TCH-08r | growth | community@2020 | G |   | | 1 2 3 4 5
            GOV-03 | grade | community | G |   | | 1 2 3 3.5 4
            """,
            "xiajin-draft",
            """
            research_centre | 学科
            TCH-07 | activities | research_centre/kind=命题研究 | G |   | | 1 2 3 4 5
            TCH-07 | activities | research_centre/kind=同科同构+同课异构+异课同构 | G |   | | 1 2 3 4 5
            TCH-07 | participants | research_centre/kind=主题教研+培训+沙龙研讨+讲座+论坛+跟踪教研 | G |   | | 1 2 3 4 5
            TCH-07 | activities | research_centre/kind=订单式教研+送课 | G |   | | 1 2 3 4 5
            """,
            "linzi-draft",
            """
            education_group | 城乡共建型
            GOV-04 | share | education_group/docs=内部考核评价制度+办学章程+发展规划+年度计划+集团管理制度 | G |   | | 0 .2 .4 .6 1
            GOV-06 | share | education_group/bodies=理事会 | G |   | | 0 0 1 1 1
            TCH-07 | activities | education_group/kind=专题讲座+交流互动+同课异构+学科沙龙+课题指导+集中教研 | G |   | | 1 2 3 4 5
            RES-24 | share | education_group | G |   | | 1 2 3 4 5
            TCH-01 | rate | education_group | G |   | | 0 .02 .05 .1 .2
            EXM-05 | excellent | education_group@2021 | G | J | J9 | 0 .1 .15 .2 .3
            TCH-04o | out | | A |   | | 0 .02 .05 .1 .2
            EXM-06 | va | PRIOR | B | J | J9 | 1 2 3 4 5
            EXM-06 | va | education_group/member/PRIOR | G | J | J9 | 1 2 3 4 5
            """,
            "hantai-draft",
            """
            education_group | 联盟型
            TCH-01 | rate | education_group | G |   | | 0 .02 .05 .1 .2
            TCH-02 | share | education_group | G |   | | 0 .02 .05 .1 .2
            EXM-06 | va | PRIOR | B | J | J9 | 1 2 3 4 5
            EXM-05 | excellent | education_group@2022 | G | J | J9 | 0 .1 .2 .2 .3
            EXM-05 | excellent | education_group@2022 | G | P | Q6 | 0 .1 .1 .2 .3
            SOC-01 | share | education_group | G |   | | .0 .5 .68 .8 .9
            EXM-04 | t_score | education_group | G | J | J9 | 48 49 50 51 52
            GAP-16 | rate | education_group/GAP-08b/base_previous@2022 | G | J | J9 | 0 .1 .15 .2 .3
            GOV-03 | grade | education_group | G |   | | 1 2 3 3.5 4
            """,
            "pingdingshan-draft",
            """
            community | 1+1+N
            EXM-04 | t_score | | A | J | J7 | 6 7 8 9 10
            EXM-04 | t_score | | B | J | J7 | 1 2 3 4 5
            EXM-04 | t_score | community/member | G | J | J7 | 1 2 3 4 5
            EXM-04 | t_score | community/lead | G | J | J7 | 99 99 99 99 99
            """);

    private static Stream<Scheme> drafts() {
        return Schemes.all().stream().filter(scheme -> scheme.id().endsWith("-draft"));
    }

    /** z of the values 1 to 5 among themselves: 100·Φ(−2/√2.5) = 10.2952 and so on, from tables. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // 0, 0, z among ten schools, 0, 0; 50 each; all but z
        "linxian-draft, B%d member, 0.5777957112359733, 50, 99.42220428876404",
        // z, z, 0; 50, 50 and .68 of .85; z, z, all
        "qingdao-draft, B%d member, 6.86344035773561, 60, 93.13655964225106",
        // 0, z, 0, z, D 0, D 0; 50, 50, 80, 50, B 80, B 80; all, z, all, z, A, A
        "linyi-draft, B%d member, 3.431720178867805, 65, 96.56827982113219",
        // the gap alone of new members, and of no other kind
        "jinan-shizhong-draft, B%d member:new, 0, 60, 100",
        // places 10, 10, 10 and D 0; 50, 50, 50 and B 80; 90, 90, 90 and A 100
        "laizhou-draft, B%d member, 7.5, 57.5, 92.5",
        "xiajin-draft, B%d member, 10, 50, 90",
        // (0+0)/2, (10+10)/2, 0, 0, (0+z)/2; (40+100)/2, 50, 50, 50, 50; all, 90, all, all, (100+z)/2
        "linzi-draft, B%d member, 3.0295160536603414, 54, 96.97048394633966",
        // (0+0)/2, z, 0, 0, z, 0, 0; (50+25)/2, 50, 50, 80, 50, 50, B 80; all but two z
        "hantai-draft, B%d member:weak, 2.941474439029547, 56.785714285714285, 97.05852556097045"
    })
    void whatTheyMakeOfTheirFigures(String id, String members, double first, double third, double fifth) {
        Assessed assessed = BundledAssessment.of(scheme(id), region(id, members).facts());

        assertThat(assessed.scores()).hasSize(5);
        assertThat(score(assessed, "G1").score()).isCloseTo(first, within(1e-6));
        assertThat(score(assessed, "G3").score()).isCloseTo(third, within(1e-6));
        assertThat(score(assessed, "G5").score()).isCloseTo(fifth, within(1e-6));
        for (AssessmentScore score : assessed.scores()) {
            assertThat(contributions(assessed, score)).isCloseTo(score.scoreRaw(), within(1e-9));
        }
    }

    @Test
    void whereTheLeadIsScoredItsMembersCount() {
        Assessed assessed = BundledAssessment.of(
                scheme("pingdingshan-draft"),
                region("pingdingshan-draft", "B%d member").facts());

        assertThat(assessed.scores())
                .extracting(AssessmentScore::schoolCode)
                .as("each group's lead")
                .containsExactly("A1", "A2", "A3", "A4", "A5");
        AssessmentScore third = score(assessed, "G3");
        AssessmentIndicator own = indicator(assessed, "G3", "PDS1");
        AssessmentIndicator members = indicator(assessed, "G3", "PDS2");
        assertThat(own.schoolCode()).isEqualTo("A3");
        assertThat(own.value()).as("its own, not that of the side").isEqualTo(8);
        assertThat(members.value()).isEqualTo(3);
        assertThat(own.normalised() + members.normalised())
                .as("8 and 3 lie alike about 5.5 among all ten schools")
                .isCloseTo(100, within(1e-9));
        assertThat(third.score()).isCloseTo(50, within(1e-9));
        assertThat(assessed.ranks()).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void withoutAnyFigureTheyEndInCoverage(Scheme scheme) {
        String kind = scheme.population().kinds().stream().sorted().findFirst().orElseThrow();
        String form = scheme.population().forms().stream().findFirst().orElse("某型");
        Assessed assessed = BundledAssessment.of(
                scheme, new Region().group("G1", kind, form, "A lead, B member").facts());

        AssessmentScore score = assessed.scores().get(0);
        assertThat(score.score()).isNull();
        assertThat(score.coverage()).isZero();
        assertThat(score.flag()).isEqualTo(Flag.MISSING_INPUT);
        assertThat(assessed.indicators())
                .filteredOn(row -> row.nodeKind().equals("leaf"))
                .allMatch(row -> row.value() == null && row.flag() != Flag.OK);
    }

    /** What is assumed of a leaf stands with the leaf, with every node above it and with the score. */
    @ParameterizedTest
    @MethodSource("drafts")
    void everyScoreShowsWhatIsAssumed(Scheme scheme) {
        String kind = scheme.population().kinds().stream().sorted().findFirst().orElseThrow();
        String form = scheme.population().forms().stream().findFirst().orElse("某型");
        Assessed assessed = BundledAssessment.of(
                scheme, new Region().group("G1", kind, form, "A lead, B member").facts());

        List<Indicator> leaves =
                scheme.all().filter(entry -> entry.leaf() != null).toList();
        assertThat(leaves).allSatisfy(leaf -> {
            List<String> marks =
                    List.of(indicator(assessed, "G1", leaf.id()).marks().split(","));
            assertThat(marks.contains("equal_assumed"))
                    .isEqualTo(leaf.weightSource().equals("equal_assumed"));
            assertThat(marks.contains("inferred")).isEqualTo(leaf.nameOrigin().equals("inferred"));
            assertThat(marks.contains("proxy"))
                    .isEqualTo(leaf.leaf().metricOrigin().equals("proxy"));
            assertThat(marks.contains("placeholder"))
                    .isEqualTo(leaf.leaf().targetOrigin().equals("placeholder"));
        });
        assertThat(List.of(assessed.scores().get(0).marks().split(",")))
                .containsAll(leaves.stream()
                        .flatMap(leaf -> Stream.of(
                                indicator(assessed, "G1", leaf.id()).marks().split(",")))
                        .distinct()
                        .toList())
                .contains("draft", "equal_assumed", "proxy");
    }

    /** What has been made of a scheme stands first among its marks: 临沂 and 临县 have planned theirs, 青岛's is in force. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            linyi-draft        | planned,draft,equal_assumed,proxy,placeholder
            linxian-draft      | planned,draft,equal_assumed,proxy,placeholder
            pingdingshan-draft | trial,draft,equal_assumed,inferred,proxy,placeholder
            qingdao-draft      | draft,equal_assumed,proxy,placeholder
            """)
    void aPlannedSchemeIsMarkedInScoreAndPlace(String id, String marks) {
        Assessed assessed =
                BundledAssessment.of(scheme(id), region(id, "B%d member").facts());

        assertThat(assessed.scores()).hasSize(5).allMatch(row -> row.marks().equals(marks));
        assertThat(assessed.ranks()).hasSize(5).allMatch(row -> row.marks().equals(marks));
    }

    @Test
    void ofASchemeThatIsInForceAndFinalThereIsNothingToSayButWhatItAssumes() {
        Scheme ended = DemoScheme.with("status: trial", "status: ended");
        Scheme whole = DemoScheme.with("status: draft", "status: final", "status: trial", "status: in_force");
        RegionFacts facts = new Region().group("G1", "A lead, B member").facts();

        assertThat(BundledAssessment.of(whole, facts).scores().get(0).marks()).isEqualTo("equal_assumed,placeholder");
        assertThat(BundledAssessment.of(ended, facts).scores().get(0).marks())
                .isEqualTo("ended,draft,equal_assumed,placeholder");
    }

    /** Two of three heads make a score, as the drafts that ask for 0.66 mean it. */
    @Test
    void twoHeadsOfThreeAreEnough() {
        Region region = region("qingdao-draft", "B%d member");
        Assessed assessed = BundledAssessment.of(scheme("qingdao-draft"), without(region.facts(), "SOC-01"));

        assertThat(score(assessed, "G3").score()).isCloseTo(50, within(1e-9));
        assertThat(score(assessed, "G3").coverage()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(score(assessed, "G3").flag()).isEqualTo(Flag.APPROXIMATE);
    }

    @Test
    void aKindergartenGroupHasNoExamsAndNoScore() {
        Region region = new Region()
                .group("G1", "kindergarten_group", "名园+", "KA lead, KB member")
                .figures("""
                TCH-01 | rate  | kindergarten_group | G1 | 2023 | K | | .1 | 80 | OK
                TCH-02 | share | kindergarten_group | G1 | 2023 | K | | .2 | 80 | OK
                SOC-01 | share | kindergarten_group | G1 | 2023 |   | | .85 | 80 | OK
                GOV-03 | grade | kindergarten_group | G1 | 2023 |   | | 4  | 80 | OK
                """);
        Assessed assessed = BundledAssessment.of(scheme("hantai-draft"), region.facts());

        AssessmentScore score = assessed.scores().get(0);
        assertThat(score.score()).isNull();
        assertThat(score.coverage()).as("three heads of seven").isCloseTo(3 / 7.0, within(1e-9));
        assertThat(indicator(assessed, "G1", "HT1").normalised()).isCloseTo(100, within(1e-9));
    }

    @Test
    void aBonusWithoutPointsIsDueToEachLeadAndTouchesNoScore() {
        Assessed assessed = BundledAssessment.of(
                scheme("qingdao-draft"), region("qingdao-draft", "B%d member").facts());
        AssessmentIndicator bonus = indicator(assessed, "G3", "QD-B1");

        assertThat(bonus.schoolCode()).isEqualTo("A3");
        assertThat(bonus.value()).as("due").isEqualTo(1);
        assertThat(bonus.contribution()).as("recorded, not scored").isNull();
        assertThat(score(assessed, "G3").score())
                .isEqualTo(score(assessed, "G3").scoreRaw());
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            B%d member:new                    | .6 | OK          |    | the gap of the new
            B%d member:new, C%d member:weak   | .6 | APPROXIMATE | .5 | others are pooled into the group's gap
            B%d member:weak                   |    | MISSING_INPUT | .5 | none of them
            """)
    void membersOfOneKindInJinan(String members, Double ofNew, Flag flag, Double ofWeak, String reason) {
        Assessed assessed = BundledAssessment.of(
                scheme("jinan-shizhong-draft"),
                region("jinan-shizhong-draft", members).facts());

        AssessmentIndicator gap = indicator(assessed, "G3", "SZ1");
        assertThat(gap.normalised()).isEqualTo(ofNew == null ? null : Double.valueOf(100 * ofNew));
        assertThat(gap.flag()).isEqualTo(flag);
        Double narrowed = indicator(assessed, "G3", "SZ2").normalised();
        if (ofWeak == null) {
            assertThat(narrowed).isNull();
        } else {
            assertThat(narrowed).isCloseTo(100 * ofWeak, within(1e-9));
        }
    }

    /** Whether there is a common exam is asked of the exam that the variant names. */
    @Test
    void aPrimaryGroupWhoseLeadSatNothingIsComparedWithTheOthers() {
        Region region = new Region()
                .group("G1", "education_group", "母子式集团", "PA lead, PB member:new")
                .figures("""
                GAP-07  | gap | education_group | G1 | 2020 | P | P6 | -   | 0   | BASE_MISSING
                GAP-08b | gap | education_group | G1 | 2020 | P | P6 | -   | 0   | BASE_MISSING
                GAP-08c | gap | education_group | G1 | 2020 | P | P6 | -.3 | 100 | OK
                """);
        AssessmentIndicator gap =
                indicator(BundledAssessment.of(scheme("jinan-shizhong-draft"), region.facts()), "G1", "SZ1");

        assertThat(gap.metricId()).isEqualTo("GAP-08c");
        assertThat(gap.value()).isEqualTo(-.3);
        assertThat(gap.normalised()).as("from −1 to 0").isCloseTo(70, within(1e-9));
    }

    @Test
    void onlyTheFormsOfThePopulationAreScored() {
        Region region = new Region()
                .group("G1", "research_centre", "学科", "A base")
                .group("G2", "research_centre", "综合", "B base")
                .group("G3", "research_centre", null, "C base");

        assertThat(BundledAssessment.of(scheme("xiajin-draft"), region.facts()).scores())
                .extracting(AssessmentScore::groupCode)
                .containsExactly("G1");
    }

    @Test
    void aRuleOfTheNationCanBeNamed() {
        assertThat(Schemes.all()).isNotEmpty();
        Scheme named = DemoScheme.with(
                "rules: [CN-R1, CN-R2]",
                "rules: [CN-R3]",
                "rule('CN-R1') == FAIL and rule('CN-R2') == FAIL",
                "rule('CN-R3') == FAIL");
        Region region = new Region()
                .group("G1", "A lead, B member")
                .check("CN-R3", "", "A", "J", CheckResult.PASS)
                .check("CN-R3", "", "B", "J", CheckResult.FAIL);

        assertThat(indicator(BundledAssessment.of(named, region.facts()), "G1", "P1")
                        .value())
                .as("one of its schools fails")
                .isEqualTo(1);
    }

    private static Scheme scheme(String id) {
        return Schemes.all().stream()
                .filter(scheme -> scheme.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Five groups G1 to G5 of a lead A1 and so on and these members, with the figures of the scheme's table. */
    private static Region region(String id, String members) {
        String[] lines = REGIONS.get(id).strip().split("\n");
        String[] group = lines[0].split("\\|");
        Region region = new Region();
        for (int i = 1; i <= 5; i++) {
            region.group(
                    "G" + i, group[0].strip(), group[1].strip(), "A" + i + " lead, " + members.replace("%d", "" + i));
            for (int line = 1; line < lines.length; line++) {
                String[] cells = lines[line].replace("PRIOR", PRIOR_J).split("\\|");
                region.figures(String.join(
                        "|",
                        cells[0],
                        cells[1],
                        cells[2],
                        cells[3].strip() + i,
                        "" + scheme(id).assessedYear(),
                        cells[4],
                        cells[5],
                        cells[6].strip().split(" ")[i - 1],
                        "100",
                        "OK"));
            }
        }
        return region;
    }

    private static RegionFacts without(RegionFacts facts, String metric) {
        return new RegionFacts(
                facts.figures().stream()
                        .filter(row -> !row.metricId().equals(metric))
                        .toList(),
                facts.groups(),
                facts.spans(),
                facts.units(),
                facts.exams(),
                facts.checks(),
                facts.asOf());
    }

    private static AssessmentScore score(Assessed assessed, String group) {
        return assessed.scores().stream()
                .filter(row -> row.groupCode().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private static AssessmentIndicator indicator(Assessed assessed, String group, String id) {
        return assessed.indicators().stream()
                .filter(row -> row.groupCode().equals(group) && row.nodeId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double contributions(Assessed assessed, AssessmentScore score) {
        return assessed.indicators().stream()
                .filter(row -> row.groupCode().equals(score.groupCode())
                        && row.schoolCode().equals(score.schoolCode())
                        && row.nodeKind().equals("leaf"))
                .map(AssessmentIndicator::contribution)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
