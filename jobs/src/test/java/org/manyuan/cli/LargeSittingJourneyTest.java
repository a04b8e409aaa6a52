package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.store.ScoreYardstick;
import org.manyuan.store.SecretKey;
import org.manyuan.synthesis.LargeSitting;

/** The sheet of the measurement, short: Manyuan, DuckDB and what was planted agree on every figure. */
class LargeSittingJourneyTest {
    static final String FOLDER = "370305/";

    @TempDir
    Path results;

    @Test
    void aShuffledSheetWithEveryFaultComesOutAsPlantedAndAsDuckdbHasIt() throws IOException {
        LargeSitting sheet = new LargeSitting(12_000, true);
        Desk desk = Desk.empty("");
        List<Path> registers = sheet.registers().entrySet().stream()
                .map(register -> desk.bytes(
                        FOLDER + register.getKey(), register.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        sheet.write(bytes);
        Path scores = desk.bytes(FOLDER + "exam_score.csv", bytes.toByteArray());

        desk.ingest("en", Stream.concat(registers.stream(), Stream.of(scores)).toArray(Path[]::new));

        LargeSitting.Expected expected = sheet.expected();
        ScoreYardstick.Measured duck =
                new ScoreYardstick(scores.getParent(), results, SecretKey.of(desk.workspace())).run(scores, 2, "1GB");
        assertThat(duck.accepted()).isEqualTo(expected.accepted());
        assertThat(duck.duplicates()).isEqualTo(expected.duplicates());
        assertThat(duck.conflicts()).isEqualTo(expected.conflicts());
        assertThat(duck.rejected()).isEqualTo(expected.rejected());

        Map<String, Long> rejected = new TreeMap<>();
        desk.rows("select code || ':' || case code when 'CONFLICTING_ROWS' then '' else source_column end, count(*)"
                        + " from rejected_row where dataset = 'exam_score' group by 1")
                .forEach(row -> rejected.put((String) row.get(0), ((Number) row.get(1)).longValue()));
        assertThat(rejected.remove("CONFLICTING_ROWS:")).isEqualTo(expected.conflicts());
        assertThat(rejected).isEqualTo(expected.rejected());
        assertThat(desk.rows(
                        "select count(*), count(distinct student_key), sum(score)::varchar, count(distinct (exam_code, subject, student_key))"
                                + " from stg_exam_score"))
                .containsExactly(List.of(expected.accepted(), duck.pupils(), duck.scoreSum(), expected.accepted()));
    }
}
