package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules over several cells of a row, always with a row on the line. */
class RuleCheckTest {
    private static final References KNOWN = References.builder("none")
            .district("D", null)
            .school("S1", "D", null, null, null)
            .school("S2", "D", null, null, null)
            .group("G")
            .exam("E", "D")
            .build();

    @ParameterizedTest(name = "{0} {1}: {2} {4}")
    @CsvSource(delimiter = '|', textBlock = """
            school           | school_code,valid_from,district_code,opened_on,closed_on | S3,2020-01-01,D,2020-01-02,2020-01-01 | ENDS_BEFORE_BEGIN:closed_on | a day before
            school           | school_code,valid_from,district_code,opened_on,closed_on | S3,2020-01-01,D,2020-01-02,2020-01-02 | -  | open for one day
            school           | school_code,valid_from,district_code,opened_on,closed_on | S3,2020-01-01,D,2020-01-02,           | -  | nothing to compare
            school           | school_code,valid_from,district_code,opened_on,closed_on | S3,2020-01-01,D,someday,2019-01-01   | TYPE:opened_on | a bad cell is told once
            school           | school_code,valid_from,district_code,part_of | S3,2020-01-01,D,S3  | SAME_VALUE:part_of | a part of itself
            school           | school_code,valid_from,district_code,part_of | S3,2020-01-01,D,S33 | -  | a longer code that begins alike
            group_membership | group_code,school_code,joined_on,left_on | G,S1,2020-01-02,2020-01-02 | ENDS_BEFORE_BEGIN:left_on | in on no day
            group_membership | group_code,school_code,joined_on,left_on | G,S1,2020-01-02,2020-01-03 | -  | in on one day
            group_membership | group_code,school_code,joined_on,as_of   | G,S1,,2020-01-02           | -  | one of the two days
            group_membership | group_code,school_code,joined_on,as_of   | G,S1,,                     | REQUIRED:joined_on | neither
            exam_summary     | exam_code,subject,school_code,candidates,examinees | E,math,S1,30,31 | PART_ABOVE_WHOLE:examinees | one too many
            exam_summary     | exam_code,subject,school_code,candidates,examinees | E,math,S1,30,30 | -  | everyone came
            exam_summary     | exam_code,subject,school_code,candidates,examinees | E,math,S1,,31   | -  | candidates unknown
            ledger           | entry_id,kind,unit | L1,funding,万元    | -  | money in a known unit
            ledger           | entry_id,kind,unit | L1,funding,美元    | CODE:unit | money in another one
            ledger           | entry_id,kind,unit | L1,funding,       | -  | no unit, no complaint
            ledger           | entry_id,kind,unit | L1,shared_use,美元 | -  | the list is open elsewhere
            school_succession | from_code,to_code,happened_on,kind | S1,S1,2024-09-01,rename | - | a name of its own, the code stays
            school_succession | from_code,to_code,happened_on,kind | S1,S1,2024-09-01,recode | SAME_VALUE:to_code | another code is another one
            enrollment       | school_code,school_year,stage,grade | S1,2024,P,6    | -  | the last grade of 6-3
            enrollment       | school_code,school_year,stage,grade | S1,2024,初中,六年级 | -  | the first grade of 5-4
            enrollment       | school_code,school_year,stage,grade | S1,2024,P,7    | GRADE_NOT_IN_STAGE:grade | of no system
            enrollment       | school_code,school_year,stage,grade | S1,2024,K,1    | GRADE_NOT_IN_STAGE:grade | kindergarten has K1
            """)
    void judges(String dataset, String header, String line, String expected, String reason) {
        Match match = HeaderMatch.bind(
                Contracts.all(), new Header(TextLines.cells(header, ','), 1), new SourceName(dataset + ".csv", null));

        Rows rows = Rows.read(match.binding(), KNOWN, List.of(line));

        assertThat(rows.all).hasSize(1);
        assertThat(rows.rejects())
                .as(reason)
                .containsExactlyElementsOf(expected.equals("-") ? List.of() : List.of("2 " + expected));
    }
}
