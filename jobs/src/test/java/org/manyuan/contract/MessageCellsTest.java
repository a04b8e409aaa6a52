package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON objects as cells: what becomes of each kind of value, and what is told of what is no row. */
class MessageCellsTest {
    private static final Contract ENROLLMENT = Contracts.of("enrollment");

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"grade":"9","students":12}                 | grade=9 students=12             | text and number
                    {"students":12,"grade":"9"}                 | grade=9 students=12             | the order of members is free
                    {"students":1.20e2,"grade":"9"}             | grade=9 students=120            | a whole number written with an exponent
                    {"school_year":2031.0,"students":-0.0}      | school_year=2031 students=0     | a whole number written with a point
                    {"students":12.5}                           | students=12.5                   | the row checks say what is wrong with it
                    {"students":1e99999999,"grade":"9"}         | grade=9 students=1e99999999     | not written out
                    {"students":null,"grade":" 九 \\t年级"}       | grade=` 九  年级`               | no value, and blanks
                    {"grade":"\\ud83c\\udfeb"}                    | grade=🏫                        | a pair of surrogates
                    """)
    void memberBecomesCell(String json, String cells, String why) {
        assertThat(read(json)).as(why).isEqualTo(cells.replace("`", ""));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
                    ``                                        | EMPTY_MESSAGE:                                  | no bytes
                    {}                                        | EMPTY_MESSAGE:                                  | no member
                    {"grade":null,"stage":" \\u3000 "}         | EMPTY_MESSAGE:                                  | blanks say nothing
                    [{"grade":"9"}]                           | NOT_JSON:                                       | a list
                    {"grade":"9"}{"grade":"9"}                | NOT_JSON:                                       | two objects
                    {"grade":"9"                              | NOT_JSON:                                       | cut off
                    {"grade":NaN}                             | NOT_JSON:                                       | no JSON number
                    {'grade':'9'}                             | NOT_JSON:                                       | single quotes
                    {"grade":9}                               | MEMBER_TYPE:grade                               | a number where text is due
                    {"students":"12"}                         | MEMBER_TYPE:students                            | text where a number is due
                    {"students":true}                         | MEMBER_TYPE:students                            | a flag where a number is due
                    {"students":[1]}                          | MEMBER_TYPE:students                            | nested
                    {"grade":{"a":{"b":1}},"students":"x"}    | MEMBER_TYPE:grade;MEMBER_TYPE:students          | every bad member is told
                    {"grade":"9","grade":"9"}                 | DOUBLED_MEMBER:grade                            | even where it says the same
                    {"score":1}                               | UNKNOWN_MEMBER:score                            | a column of another dataset may be named
                    {"zhangsan":1}                            | UNKNOWN_MEMBER:                                 | what may be a name is not
                    {"grade":"\\ud83c"}                        | NOT_UTF8:grade                                  | half of a pair
                    {"grade":"9\\u0000"}                       | NOT_UTF8:grade                                  | a NUL
                    """)
    void whatIsNoRowIsTold(String json, String problem, String why) {
        assertThat(read(json)).as(why).isEqualTo("! " + problem);
    }

    @Test
    void bytesThatAreNoUtf8AreTold() {
        byte[][] all = {
            {'{', (byte) 0xC0, (byte) 0x80, '}'},
            {(byte) 0xFF, (byte) 0xFE, '{', 0, '}', 0},
            "{\"grade\":\"九年级\"}".getBytes(java.nio.charset.Charset.forName("GB18030"))
        };
        for (byte[] bytes : all) {
            assertThat(new MessageCells(ENROLLMENT).read(bytes, "", new Fields()))
                    .isEqualTo("NOT_UTF8:");
        }
        // UTF-16 is valid UTF-8 where all of it is ASCII, and no JSON
        assertThat(new MessageCells(ENROLLMENT)
                        .read("{\"grade\":\"9\"}".getBytes(StandardCharsets.UTF_16LE), "", new Fields()))
                .isEqualTo("NOT_JSON:");
    }

    @Test
    void deepNestingAndManyStrangeMembersCostNothing() {
        assertThat(read("{\"grade\":" + "[".repeat(100_000))).isEqualTo("! NOT_JSON:");
        StringBuilder many = new StringBuilder("{\"grade\":\"9\"");
        for (int i = 0; i < 100_000; i++) {
            many.append(",\"m").append(i).append("\":").append(i);
        }
        assertThat(read(many.append('}').toString())).isEqualTo("! UNKNOWN_MEMBER:");
    }

    @Test
    void anyBytesAreARowOrToldAndTheNextMessageIsReadAsIfAlone() {
        Random random = new Random(5);
        byte[] good =
                "{\"school_code\":\"3137000001\",\"grade\":\"9\",\"students\":12}".getBytes(StandardCharsets.UTF_8);
        MessageCells cells = new MessageCells(ENROLLMENT);
        Fields fields = new Fields();
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int j = 0; j <= random.nextInt(3); j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            String problem = cells.read(bytes, "", fields);
            if (problem != null) {
                assertThat(problem)
                        .matches("(EMPTY_MESSAGE|NOT_JSON|NOT_UTF8|UNKNOWN_MEMBER|DOUBLED_MEMBER|MEMBER_TYPE):.*");
            }
            assertThat(cells.read(good, "370305", fields)).isNull();
            assertThat(shown(fields)).isEqualTo("school_code=3137000001 grade=9 students=12 submitter=370305");
        }
    }

    @Test
    void theSubmitterFillsTheDistrictThatAMessageLeavesOut() {
        Contract school = Contracts.of("school");
        MessageCells cells = new MessageCells(school);
        References known = References.builder("none")
                .district("370305", "370300")
                .district("370300", null)
                .build();
        RowReader reader = MessageBinding.of(school).open(known, Rows.FAKE_KEY);
        Rows rows = new Rows(school);
        for (String more : new String[] {"", ",\"authority_code\":\"370300\""}) {
            Fields fields = new Fields();
            String json = "{\"school_code\":\"S1\",\"valid_from\":\"2020-01-01\"" + more + "}";
            assertThat(cells.read(json.getBytes(StandardCharsets.UTF_8), "370305", fields))
                    .isNull();
            reader.read(fields, rows);
        }
        Column authority = school.column("authority_code");
        assertThat(authority.fromFolder()).isTrue();
        assertThat(rows.accepted()).extracting(row -> row.of("authority_code")).containsExactly("370305", "370300");
    }

    private static String read(String json) {
        Fields fields = new Fields();
        String problem = new MessageCells(ENROLLMENT).read(json.getBytes(StandardCharsets.UTF_8), "", fields);
        return problem == null ? shown(fields) : "! " + problem;
    }

    private static String shown(Fields fields) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < fields.count; i++) {
            if (fields.lengths[i] > 0) {
                String name = i == ENROLLMENT.columns().size()
                        ? "submitter"
                        : ENROLLMENT.columns().get(i).name();
                shown.append(shown.isEmpty() ? "" : " ")
                        .append(name)
                        .append('=')
                        .append(new String(fields.buffer, fields.starts[i], fields.lengths[i], StandardCharsets.UTF_8));
            }
        }
        return shown.toString();
    }
}
