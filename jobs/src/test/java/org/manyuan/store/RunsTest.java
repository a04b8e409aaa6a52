package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunsTest {
    static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");

    final StoreFixture fixture = StoreFixture.started();
    final Database database = fixture.database();

    @BeforeEach
    void empty() {
        fixture.empty();
    }

    @Test
    void whatWasAcceptedSinceTheLastBuildIsKnown() {
        database.inTransaction(connection -> {
            Heads.move(connection, Map.of("stg_school", 1L, "stg_exam", 2L, "stg_term", 4L, "dim_school", 3L));
            Runs.built(connection, Map.of("stg_exam", 2L), NOON.minusSeconds(9));
            Runs.built(connection, Map.of("stg_school", 1L, "stg_term", 3L), NOON);
            return null;
        });

        List<String> notBuilt = database.inTransaction(Runs::notBuilt);
        assertThat(notBuilt).containsExactly("stg_exam", "stg_term");
        Optional<Instant> at = database.inTransaction(Runs::builtAt);
        assertThat(at).contains(NOON);
    }

    @Test
    void aRunWithoutAnEndIsOneThatRunsOrWasKilled() {
        long first = database.inTransaction(c -> Runs.begin(c, "ingest", NOON));
        database.inTransaction(connection -> {
            Runs.end(connection, first, "3 files", NOON.plusSeconds(5));
            return null;
        });
        long killed = database.inTransaction(c -> Runs.begin(c, "build", NOON.plusSeconds(9)));

        List<Runs.Run> runs = database.inTransaction(c -> Runs.last(c, 5));
        assertThat(runs)
                .containsExactly(
                        new Runs.Run(killed, "build", NOON.plusSeconds(9), Optional.empty(), Optional.empty()),
                        new Runs.Run(first, "ingest", NOON, Optional.of(NOON.plusSeconds(5)), Optional.of("3 files")));
    }
}
