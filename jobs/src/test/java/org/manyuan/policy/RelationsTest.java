package org.manyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.PublishedFigures;
import org.manyuan.contract.RegionRule;
import org.manyuan.contract.RegionRules;
import org.manyuan.domain.Origin;
import org.manyuan.domain.PolicyCheck;

/** What is the same for the rules of every region: rows that count once, limits that a bureau may change, and made-up rows. */
class RelationsTest {
    /** A unit S1 in a community and a pair; its teacher T moves to S2, which is in both as well. */
    private static final RuleWorld WORLD = RuleWorld.of("370683", "2022-08-31", """
            district: district_code parent_code level
            370683 370600 county
            school: school_code valid_from district_code stages tags
            S1 2000-09-01 370683 P poverty_village
            S2 2000-09-01 370683 P poverty_village
            S3 2000-09-01 370683 P -
            education_group: group_code authority_code kind founded_on
            C1 370683 community 2020-09-01
            P1 370683 pair      2020-09-01
            group_membership: group_code school_code role joined_on left_on
            C1 S1 lead   2020-09-01 -
            C1 S2 member 2020-09-01 -
            P1 S1 member 2020-09-01 -
            P1 S2 lead   2020-09-01 -
            enrollment: school_code school_year stage grade students intake
            S1 2020 P 1 100 100
            S1 2021 P 1 150 150
            S2 2020 P 1 200 200
            S2 2021 P 1 150 150
            S3 2021 P 1 70 70
            teacher_roll: teacher_key school_year school_code
            T 2021 S1
            teacher_exchange: exchange_id teacher_key from_school_code to_school_code started_on ended_on kind
            X T S1 S2 2021-09-01 2022-07-08 轮岗
            ledger: entry_id authority_code kind item held_on value unit
            F1 370683 funding 集团化办学专项 2021-03-01 100 万元
            """);

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `count: enrollment, sum: students`                                    | 370.0
            `count: enrollment`                                                   | 3.0
            `count: enrollment, sum: students, where: "role = 'lead'"`            | 300.0
            `count: teacher_roll, persons: teacher`                               | 1.0
            `count: teacher_exchange, persons: teacher`                           | 1.0
            `share: enrollment, where: "role = 'lead'"`                           | 0.6666666666666666
            """)
    void aRowThatStandsInTwoGroupsCountsOnceForTheRegion(String requirement, double value) {
        PolicyCheck check = of(WORLD.checks(rule("subject: district", requirement + ", at_least: 0"), null), "", 2021);

        assertThat(check.value()).isEqualTo(value);
    }

    @Test
    void ofEachGroupItCounts() {
        List<PolicyCheck> checks = WORLD.checks(rule("", "count: enrollment, sum: students, at_least: 0"), null);

        assertThat(of(checks, "C1", 2021).value()).isEqualTo(300);
        assertThat(of(checks, "P1", 2021).value()).isEqualTo(300);
    }

    @Test
    void aPublishedFigureCountsAUnitOnce() {
        Object pupils = PublishedFigures.all().stream()
                .filter(figure -> figure.id().equals("F-LZ1b"))
                .map(figure -> WORLD.computed(figure, null))
                .findFirst()
                .orElseThrow();

        assertThat(pupils).isEqualTo(370.0);
    }

    @ParameterizedTest(name = "{0} with {1}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            QD-R7a | at_most: 0.5    | also group_membership group_code=C1 school_code=S3 role=member joined_on=2021-10-01; also group_membership group_code=C1 school_code=S4 role=member joined_on=2020-09-01 | C1 2021 PASS
            QD-R7a | at_most: 0.3    | also group_membership group_code=C1 school_code=S3 role=member joined_on=2021-10-01; also group_membership group_code=C1 school_code=S4 role=member joined_on=2020-09-01 | C1 2021 FAIL
            PDS-R3 | `at_least: -0.25, at_most: -0.15` | set enrollment intake = 80 where school_code = 'S1' and school_year = 2021 | 370683 2021 PASS
            PDS-R3 | `at_least: -0.19, at_most: -0.15` | set enrollment intake = 80 where school_code = 'S1' and school_year = 2021 | 370683 2021 FAIL
            PDS-R4 | at_least: 0.5   | without enrollment where school_code = 'S3'; set enrollment intake = 300 where school_code = 'S2' and school_year = 2021 | 370683 2021 PASS
            PDS-R4 | at_least: 0.51  | without enrollment where school_code = 'S3'; set enrollment intake = 300 where school_code = 'S2' and school_year = 2021 | 370683 2021 FAIL
            SZ-R7  | at_least: 1500  | set ledger item = '集团化办学专项' | 370683 2021 FAIL
            SZ-R7  | at_least: 100   | set ledger item = '集团化办学专项' | 370683 2021 PASS
            LY-R2  | at_least: 1     | on 2022-08-31 | 370683 2021 FAIL
            LY-R2  | at_least: 0.5   | on 2022-08-31 | 370683 2021 PASS
            """)
    void theLimitThatIsWrittenJudges(String id, String limit, String changes, String expected) {
        String subject = expected.startsWith("C1") ? "" : "subject: district";
        List<PolicyCheck> checks = WORLD.checks(rule(subject, "sql: " + id + ".sql, " + limit), changes);

        String[] words = expected.split(" ");
        String group = words[0].equals("C1") ? "C1" : "";
        assertThat(of(checks, group, Integer.parseInt(words[1])).result()).hasToString(words[2]);
    }

    @Test
    void whatRestsOnAMadeUpRowIsMadeUp() {
        String exit = "set group_membership left_on = '2022-03-01' where group_code = 'C1' and school_code = 'S2'";
        RegionRule rule = rule("", "sql: QD-R5b.sql");

        assertThat(of(WORLD.checks(rule, exit), "C1", 2021).origin()).isEqualTo(Origin.REPORTED);
        assertThat(of(WORLD.checks(rule, exit.replace(" where", ", origin = 'synthetic' where")), "C1", 2021)
                        .origin())
                .isEqualTo(Origin.SYNTHETIC);
    }

    private static PolicyCheck of(List<PolicyCheck> checks, String group, int schoolYear) {
        return checks.stream()
                .filter(check -> check.groupCode().equals(group) && check.schoolYear() == schoolYear)
                .collect(Collectors.collectingAndThen(Collectors.toList(), found -> {
                    assertThat(found).hasSize(1);
                    return found.get(0);
                }));
    }

    private static RegionRule rule(String scope, String requirement) {
        String text = "region: '370683'\nrules:\n  - {id: T, name: {zh: 试, en: Try}, source: 试, hardness: hard, "
                + (scope.isEmpty() ? "" : scope + ", ") + requirement + "}\n";
        return RegionRules.read("test.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .get(0);
    }
}
