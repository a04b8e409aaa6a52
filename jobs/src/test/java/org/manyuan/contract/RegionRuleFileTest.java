package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of a region are read strictly: what is not known is refused, naming file, line and cure. */
class RegionRuleFileTest {
    private static final String RULES = """
            region: "370305"
            valid_from: "2022-08-12"
            settings: {seat: [辛店街道]}
            rules:
              - id: T-R1
                name: {zh: 每学期一次, en: Once a term}
                source: 示例文件
                hardness: hard
                kinds: [education_group]
                count: group_activity
                where: kind = '联席会议'
                every: term
                at_least: 1
              - id: T-R2
                name: {zh: 两者之一, en: One of the two}
                source: 示例文件
                hardness: soft
                status: planned
                persons: teacher
                valid_from: "2024-09-01"
                any:
                  - {count: ledger, each: {item: [章程, 规划]}, every: day, day: "09-01", exactly: [1, 2]}
                  - {span: teacher_exchange, in: years, at_most: 2}
            """;

    @Test
    void readsWhatIsWritten() {
        List<RegionRule> rules = read(RULES);

        assertThat(rules).extracting(RegionRule::id).containsExactly("T-R1", "T-R2");
        RegionRule first = rules.get(0);
        assertThat(first.region()).isEqualTo("370305");
        assertThat(first.subject()).isEqualTo(RegionRule.Subject.GROUP);
        assertThat(first.holdsIn(2021)).isFalse();
        assertThat(first.holdsIn(2022)).isTrue();
        assertThat(first.settings()).containsEntry("seat", List.of("辛店街道"));
        assertThat(first.requirements().get(0).limit().threshold()).isEqualTo(1.0);
        RegionRule second = rules.get(1);
        assertThat(second.isPlanned()).isTrue();
        assertThat(second.isAny()).isTrue();
        assertThat(second.holdsIn(2023)).isFalse();
        Requirement documents = second.requirements().get(0);
        assertThat(documents.matching()).isEqualTo(Requirement.Matching.IN_FORCE);
        assertThat(documents.each().words()).containsExactly("章程", "规划");
        assertThat(documents.limit().exactly()).containsExactly(1.0, 2.0);
        assertThat(documents.limit().threshold()).isNull();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id: T-R2                      | id: T-R1                       | rule T-R1 stands here twice          | one id for two rules
            count: group_activity         | count: activities              | there is no relation activities      | a relation that is not there
            hardness: hard                | hardness: firm                 | hardness is one of hard, soft        | another word
            kinds: [education_group]      | kinds: [school_group]          | there is no kind school_group        | no kind of group
            every: term                   | every: week                    | every is one of                      | no such period
            every: term                   | every: day                     | day: "09-01" goes with every: day    | a day is not said
            day: "09-01"                  | day: "13-01"                   | day is a month and a day             | no day of the year
            at_least: 1                   | least: 1                       | unknown key least                    | misspelt
            at_least: 1                   | note: keine                    | a requirement needs a limit          | nothing to hold it against
            where: kind = '联席会议'          | share: ledger                  | a requirement is one of              | two shapes
            count: group_activity         | sql: T-R1.sql                  | there is no schemas/rules/T-R1.sql   | SQL that is not there
            persons: teacher              | persons: none                  | the rows of teacher_exchange name persons | nobody stands behind them
            count: group_activity         | sql: QD-R2b.sql                | its SQL does not read the relation limits | a limit for show
            source: 示例文件                  | note: 示例文件                     | key source is missing                | nobody said it
            {item: [章程, 规划]}              | {item: [章程], kind: [plan]}     | each is member, unit, lead, or one column | words of two columns
            """)
    void refusesWhatItDoesNotKnow(String written, String instead, String message, String why) {
        assertThat(RULES).contains(written);

        assertThatThrownBy(() -> read(RULES.replaceFirst(java.util.regex.Pattern.quote(written), instead)))
                .as(why)
                .isInstanceOf(MalformedYaml.class)
                .hasMessageContaining("rules/test.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void everyRuleOfEveryRegionIsRead() {
        Set<String> ids = RegionRules.all().stream().map(RegionRule::id).collect(Collectors.toSet());

        assertThat(ids).contains("LZI-R1", "LZI-R18").hasSameSizeAs(RegionRules.all());
        assertThat(PolicyRules.ids()).containsAll(ids).contains("CN-R1", "CN-R2");
        assertThat(RegionRules.relations()).containsKeys("group_unit", "ledger", "group_year");
    }

    private static List<RegionRule> read(String text) {
        return RegionRules.read("rules/test.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
