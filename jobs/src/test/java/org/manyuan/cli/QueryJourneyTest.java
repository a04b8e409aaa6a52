package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One question to the tables from the command line: three formats, read only, and what is refused. */
class QueryJourneyTest {
    private static final String SCHOOLS = "select school_code, name, valid_from from stg_school order by 1 limit 2";

    private static Desk desk;

    @TempDir
    private Path temporary;

    @BeforeAll
    static void handIn() {
        desk = Desk.empty("");
        assertThat(desk.ingest("zh", SmallCounty.put(desk)).exit()).isZero();
    }

    @Test
    void answersInThreeFormats() {
        assertThat(query(SCHOOLS, "csv").out()).isEqualToIgnoringNewLines("""
                school_code,name,valid_from
                3137000001,第一中学,2000-01-01
                3137000002,第二中学,2000-01-01
                """);
        JsonNode json = query(SCHOOLS, "json").json();
        assertThat(json).hasSize(2);
        assertThat(json.at("/1/name").asText()).isEqualTo("第二中学");
        assertThat(query(SCHOOLS, "table").out()).contains("school_code", "第一中学", "2000-01-01");
        assertThat(desk.run("query", SCHOOLS).out())
                .isEqualTo(query(SCHOOLS, "table").out());
        assertThat(desk.run("query", SCHOOLS, "--json").json()).isEqualTo(json);
    }

    @Test
    void anEmptyAnswerIsAnAnswer() {
        String none = "select school_code from stg_school where false";
        assertThat(query(none, "csv").out().strip()).isEqualTo("school_code");
        assertThat(query(none, "json").json()).isEmpty();
        assertThat(query(none, "table").exit()).isZero();
    }

    @Test
    void whatIsNoSingleSelectIsRefusedAndChangesNothing() throws IOException {
        Map<String, String> before = desk.standing();
        Path secret = Files.writeString(temporary.resolve("secret.csv"), "a\n1\n");
        Path out = temporary.resolve("out.csv");
        for (String sql : new String[] {
            "delete from stg_school",
            "drop view stg_school",
            "insert into stg_school values (1)",
            "select 1; select 2",
            "copy (select 1) to '" + out + "'",
            "attach '" + temporary.resolve("x.db") + "'",
            "set enable_external_access = true",
            "select * from read_csv('" + secret + "')",
            "select * from '" + secret + "'",
            "select * from read_text('" + desk.workspace().secretKey() + "')",
            "selec 1",
            ""
        }) {
            Answer answer = query(sql, "csv");
            assertThat(answer.exit()).as(sql).isEqualTo(2);
            assertThat(answer.out()).as(sql).isEmpty();
            assertThat(answer.err()).as(sql).startsWith("manyuan: ").doesNotContain("\tat ", "SQLException");
        }
        assertThat(out).doesNotExist();
        assertThat(desk.standing()).isEqualTo(before);
    }

    @Test
    void aTableThatIsNotThereIsToldWithThoseThatAre() {
        assertThat(query("select * from stg_scholl", "csv").err())
                .contains("stg_scholl", "现有表 / Tables: ", "stg_school", "stg_exam_score");
    }

    private static Answer query(String sql, String format) {
        return desk.run("query", sql, "--format", format);
    }
}
