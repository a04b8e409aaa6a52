package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.Scheme;
import org.manyuan.domain.AssessmentIndicator;
import org.manyuan.domain.CheckResult;

/** What adjustments ask of ledger, rules, role and form: METRICS C2, {@code when}. The assessed year is 2024. */
class ConditionOfTest {
    private static final String LEDGER = """
            award      | group  | G1 | - | 2024-10-01 | -    | -   | county   | - | -
            award      | group  | G1 | - | 2025-03-01 | -    | -   | city     | - | in_force
            award      | group  | G1 | - | 2023-10-01 | -    | -   | national | - | -
            award      | group  | G1 | - | 2024-10-01 | -    | -   | province | - | planned
            award      | school | -  | B | -          | 2024 | -   | 特等      | - | -
            award      | school | -  | Z | -          | 2024 | -   | national | - | -
            award      | school | G2 | B | -          | 2024 | -   | national | - | -
            funding    | -      | G1 | - | 2024-10-01 | -    | 3.5 | -        | - | -
            funding    | -      | -  | B | 2024-10-01 | -    | 4   | -        | - | trial
            funding    | other  | G1 | - | 2024-10-01 | -    | -   | -        | - | -
            evaluation | 集团内部考核 | G1 | - | 2024-12-01 | - | - | -      | A | -
            evaluation | 集团内部考核 | G1 | - | 2025-06-01 | - | - | -      | B | -
            evaluation | 实地考核 | G1 | - | 2025-06-01 | -   | -   | -        | 合格 | -
            """;

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ledger('award', 'group').level >= 'city'       | true  | the highest of the year in force
            ledger('award', 'group').level > 'city'        | false | another year and what is planned are out
            ledger('award').level == 'city'                | true  | a word without an order is passed over
            ledger('award').count == 3                     | true  | the group's own and its units' without a group
            ledger('award', 'school').count == 1           | true  | a unit of another group is not its
            ledger('award', 'school').level >= 'school'    | false | no known level
            ledger('funding').value == 7.5                 | true  | the sum
            ledger('funding', 'other').value >= 0          | false | a row without a value
            ledger('funding', 'none').value >= 0           | false | no row
            ledger('funding', 'none').count == 0           | true  | no row counts 0
            ledger('evaluation', '集团内部考核').grade == 'B' | true  | the latest
            ledger('evaluation', '集团内部考核').grade >= 'C' | true  | a better letter is more
            ledger('evaluation', '集团内部考核').grade >= 'A' | false | not so good
            ledger('evaluation', '实地考核').grade == '合格'  | true  | words are the same or not
            ledger('evaluation', '实地考核').grade >= '合格'  | false | words have no order
            form == '城乡共建型' and ledger('award').count > 2 | true  | both
            role == 'lead'                                 | false | a group has no role
            """)
    void ofTheLedgerOfAGroup(String when, boolean holds, String reason) {
        assertThat(bonus(when, "group", region().ledger(LEDGER)).value()).isEqualTo(holds ? 1.0 : 0.0);
    }

    @ParameterizedTest(name = "{0} to {1}: {2}, {4}")
    @CsvSource(delimiter = '|', textBlock = """
            ledger('award').count == 2               | member | B | true  | of whatever group the row is
            ledger('award').count == 0               | lead   | A | true  | none
            role == 'lead' and kind == 'education_group' | lead | A | true | of its own
            role == 'lead'                           | member | B | false | of its own
            """)
    void ofOneOfItsUnits(String when, String to, String school, boolean holds, String reason) {
        AssessmentIndicator bonus = bonus(when, to, region().ledger(LEDGER));

        assertThat(bonus.schoolCode()).isEqualTo(school);
        assertThat(bonus.value()).isEqualTo(holds ? 1.0 : 0.0);
        assertThat(bonus.contribution()).as("its own points").isEqualTo(holds ? 2.0 : 0.0);
    }

    @ParameterizedTest(name = "{0} {1} {2}, {3} {4} {5}: {6}")
    @CsvSource(delimiter = '|', textBlock = """
            -  | - | PASS    | G1 | - | FAIL    | true  | its own row goes before the district's
            -  | - | FAIL    | -  | B | PASS    | true  | the district's before its units'
            -  | A | PASS    | -  | B | FAIL    | true  | one unit fails
            -  | A | PASS    | -  | B | UNKNOWN | false | unknown is never FAIL
            -  | A | PASS    | -  | Z | FAIL    | false | not of the group
            """)
    void ofRules(
            String group,
            String school,
            CheckResult one,
            String group2,
            String school2,
            CheckResult other,
            boolean fails,
            String why) {
        Region region = region().check("CN-R1", bare(group), bare(school), "", one);
        region.check("CN-R1", bare(group2), bare(school2), "", other);

        assertThat(bonus("rule('CN-R1') == FAIL", "group", region).value()).isEqualTo(fails ? 1.0 : 0.0);
    }

    /** A unit that is in two groups is judged in each; what the other group's check says of it is the other's. */
    @ParameterizedTest(name = "to {0}: unit''s check in {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            group  | G2 | FAIL | 0 | of another group
            group  | G1 | FAIL | 1 | of this one
            group  | -  | FAIL | 1 | of the unit, whatever its groups
            member | G2 | FAIL | 0 | of another group
            member | G1 | FAIL | 1 | of this one
            member | -  | FAIL | 1 | of the unit
            """)
    void ofARuleAboutAUnitOnlyWhatIsOfThisGroup(String to, String group, CheckResult result, double fails, String why) {
        Region region = region().check("CN-R3", bare(group), "B", "", result);

        assertThat(bonus("rule('CN-R3') == FAIL", to, region).value()).as(why).isEqualTo(fails);
    }

    @Test
    void ofARuleByStageTheWorstCountsUnlessThereIsARowOverAll() {
        Region region = region().check("CN-R1", "", "", "P", CheckResult.PASS);
        region.check("CN-R1", "", "", "J", CheckResult.FAIL);

        assertThat(bonus("rule('CN-R1') == FAIL", "group", region).value()).isEqualTo(1);
        region.check("CN-R1", "", "", "", CheckResult.PASS);
        assertThat(bonus("rule('CN-R1') == FAIL", "group", region).value()).isZero();
    }

    private static Region region() {
        return new Region().group("G1", "A lead, B member");
    }

    private static AssessmentIndicator bonus(String when, String to, Region region) {
        Scheme scheme = DemoScheme.with(
                "to: group, when: \"ledger('award', 'group').level >= 'city'\"",
                "to: " + to + ", when: \"" + when + "\"");
        return BundledAssessment.of(scheme, region.facts()).indicators().stream()
                .filter(row -> row.nodeId().equals("B1"))
                .findFirst()
                .orElseThrow();
    }

    private static String bare(String cell) {
        return cell.equals("-") ? "" : cell;
    }
}
