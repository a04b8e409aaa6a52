package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.domain.AssessmentIndicator;

/** A leaf of some kinds of members, METRICS C2. */
class LeafFiguresTest {
    @ParameterizedTest(name = "{0}, {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            lead_vs_member | B member:new, C member:new  | .15 | OK            | the group's row is of these
            lead_vs_member | B member:new, C member:weak | .15 | APPROXIMATE   | others are pooled in
            lead_vs_member | B member:new, C member      | .15 | APPROXIMATE   | of one nobody says the kind
            lead_vs_member | B member:weak, C member     |     | MISSING_INPUT | none of them
            group          | B member:new, C member:new  | .15 | OK            | -
            group          | B member:new, C member:weak | .15 | APPROXIMATE   | -
            group          | B member, C member:weak     |     | MISSING_INPUT | -
            """)
    void membersOfAKindHaveAFigureWhereThereAreAny(
            String unit, String members, Double value, String flag, String because) {
        Region region = new Region()
                .group("G1", "A lead, " + members)
                .figures("GAP-16 | rate | education_group/GAP-08b/base_founding | G1 | 2024 | J | J9 | .15 | 400 | OK");
        AssessmentIndicator leaf = BundledAssessment.of(
                        DemoScheme.with(
                                "unit: lead_vs_member", "unit: " + unit, "member_kind: []", "member_kind: [new]"),
                        region.facts())
                .indicators()
                .stream()
                .filter(row -> row.nodeId().equals("N1"))
                .findFirst()
                .orElseThrow();

        assertThat(leaf.value()).isEqualTo(value);
        assertThat(leaf.flag().name()).isEqualTo(flag);
    }
}
