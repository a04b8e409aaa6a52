package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar of METRICS C2. */
class WhenTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rule('CN-R1') == FAIL                      | RULE CN-R1 '' '' == FAIL
            rule( "CN-R2" )!=UNKNOWN                   | RULE CN-R2 '' '' != UNKNOWN
            ledger('award').count > 0                  | LEDGER award '' count > 0
            ledger('award', 'group').level >= 'city'   | LEDGER award group level >= city
            ledger("funding",'').value < -1.5          | LEDGER funding '' value < -1.5
            ledger('evaluation').grade == 'A'          | LEDGER evaluation '' grade == A
            kind == 'education_group'                  | KIND '' '' '' == education_group
            form=='融合型'                               | FORM '' '' '' == 融合型
            role == 'lead'                             | ROLE '' '' '' == lead
            """)
    void readsATerm(String text, String expected) {
        When.Term term = When.read(text).terms().get(0);

        assertThat(String.join(
                        " ",
                        term.subject().name(),
                        shown(term.name()),
                        shown(term.item()),
                        shown(term.field()),
                        term.operator().sign(),
                        term.literal()))
                .isEqualTo(expected);
    }

    @Test
    void joinsTermsByAnd() {
        assertThat(When.read("  rule('A') == FAIL  and role == 'lead' and kind == 'pair' ")
                        .terms())
                .hasSize(3);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rule('A') == FAIL or rule('B') == FAIL | terms are joined by and                       | there is no or
            rule('A') == fail                      | cannot read the condition from "rule('A')     | a result is in capitals
            rule('A') > FAIL                       | cannot read the condition                     | results have no order
            rule(A) == FAIL                        | cannot read the condition                     | an id is quoted
            ledger('award').points > 1             | cannot read the condition                     | no such field
            ledger('award').level >= 'town'        | a level is school, county, city               | no such level
            ledger('award').level >= 2             | a level is school, county, city               | a level is no number
            ledger('award').count > 'two'          | count is compared with a number               | a word for a number
            kind != 'pair'                         | cannot read the condition                     | only == for a word
            rule('A') == FAIL and                  | terms are joined by and                       | nothing follows
            rule('A') == FAILURE                   | cannot read the condition                     | more than a result
            ledger('a').count + 1 > 2              | cannot read the condition                     | no arithmetic
            ``                                     | cannot read the condition                     | empty
            """)
    void saysFromWhereOnItCannotBeRead(String text, String complaint, String reason) {
        assertThatThrownBy(() -> When.read(text))
                .as(reason)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    private static String shown(String text) {
        return text.isEmpty() ? "''" : text;
    }
}
