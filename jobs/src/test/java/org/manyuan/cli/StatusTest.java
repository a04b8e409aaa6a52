package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTest {
    @Test
    void tellsWhatIsThereWhatIsNotBuiltAndWhatTheLastCommandsDid() {
        Desk desk = Desk.empty("");
        assertThat(desk.run("status").out())
                .contains(desk.workspace().root().toString(), "全部接收 0，部分接收 0，未接收 0", "尚未计算指标；请运行 manyuan build。");
        assertThat(desk.run("build").exit()).as("nothing to build").isEqualTo(2);

        desk.ingest("zh", SmallCounty.put(desk));
        assertThat(desk.run("status", "--lang", "en").out())
                .contains("Files handed in: 7 accepted, 0 accepted in part, 0 refused", "No figures were built yet")
                .containsPattern("stg_exam_score +120")
                .containsPattern("ingest +done")
                .containsPattern("build +failed");

        assertThat(desk.run("build").exit()).isZero();
        assertThat(desk.run("status", "--lang", "en").out()).contains("The figures are up to date (built 20");
        JsonNode built = desk.run("status", "--json").json();
        assertThat(built.get("stale_tables")).isEmpty();
        assertThat(built.get("built_at").asText()).startsWith("20").endsWith("Z");
        assertThat(built.at("/last_runs/0/command").asText()).isEqualTo("build");
        assertThat(built.at("/last_runs/0/outcome").asText()).isEqualTo("done");

        SmallCounty.scores(desk, "exam_score-J9-2023.csv", 3, "");
        assertThat(desk.ingest("zh", desk.workspace().inbox()).exit()).isZero();
        assertThat(desk.run("status").out()).contains("之后又有新数据：stg_exam_score；请运行 manyuan build。");
        List<String> stale = new ArrayList<>();
        desk.run("status", "--json").json().get("stale_tables").forEach(table -> stale.add(table.asText()));
        assertThat(stale).containsExactly("stg_exam_score");
    }
}
