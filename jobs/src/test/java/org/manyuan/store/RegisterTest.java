package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterTest {
    static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
    static final String DIGEST = "ab".repeat(32);

    final StoreFixture fixture = StoreFixture.started();
    final Database database = fixture.database();

    @BeforeEach
    void empty() {
        fixture.empty();
    }

    @Test
    void aReceiptComesBackAsItWasStored() {
        Submission receipt = receipt(
                "R1",
                new Submission.Count(
                        "exam_score",
                        "初三",
                        10,
                        1,
                        9,
                        6,
                        2,
                        1,
                        List.of(new Submission.Occurrence("TYPE", "数学", 2, List.of(3L, 8L)))));
        database.inTransaction(connection -> {
            SubmissionRegister.add(connection, receipt);
            return null;
        });

        assertThat(receipts(c -> SubmissionRegister.withDigest(c, DIGEST))).containsExactly(receipt);
        assertThat(receipts(c -> SubmissionRegister.latest(c, 5))).containsExactly(receipt);
        assertThat(receipts(c -> SubmissionRegister.withDigest(c, "cd".repeat(32))))
                .isEmpty();
    }

    @Test
    void aReceiptThatDoesNotAddUpCannotBeStored() {
        Submission receipt = receipt("R1", new Submission.Count("school", "", 10, 0, 10, 6, 2, 1, List.of()));

        assertThatThrownBy(() -> database.inTransaction(connection -> {
                    SubmissionRegister.add(connection, receipt);
                    return null;
                }))
                .isInstanceOf(DatabaseUnreachable.class)
                .hasMessageContaining("submission_count");
        assertThat(receipts(c -> SubmissionRegister.latest(c, 5))).isEmpty();
    }

    @Test
    void whatWasAcceptedSinceTheLastBuildIsKnown() {
        database.inTransaction(connection -> {
            Heads.move(connection, Map.of("stg_school", 1L, "stg_exam", 2L, "dim_school", 3L));
            RunRegister.built(connection, Map.of("stg_school", 1L), NOON);
            return null;
        });

        assertThat(database.inTransaction(RunRegister::notBuilt)).containsExactly(Map.entry("stg_exam", 2L));
    }

    @Test
    void aRunWithoutAnEndIsOneThatRunsOrWasKilled() {
        assertThat(database.inTransaction(RunRegister::last)).isEmpty();
        long run = database.inTransaction(c -> RunRegister.begin(c, "ingest", NOON));
        assertThat(database.inTransaction(RunRegister::last))
                .contains(new RunRegister.Run(run, "ingest", NOON, null, null));

        database.inTransaction(connection -> {
            RunRegister.end(connection, run, NOON.plusSeconds(5), "3 files");
            return null;
        });

        assertThat(database.inTransaction(RunRegister::last))
                .contains(new RunRegister.Run(run, "ingest", NOON, NOON.plusSeconds(5), "3 files"));
    }

    @Test
    void temporaryFoldersOfDeadCommandsAreSwept() throws IOException {
        Path dead = Files.createDirectory(fixture.workspace().temporary().resolve("command-999999999-x"));
        Files.writeString(dead.resolve("text"), "a pupil's number");
        Path own;
        try (TemporaryFolder folder = TemporaryFolder.in(fixture.workspace());
                TemporaryFolder another = TemporaryFolder.in(fixture.workspace())) {
            own = Files.writeString(folder.path().resolve("text"), "x");
            assertThat(dead).doesNotExist();
            assertThat(own).exists();
            assertThat(another.path()).exists();
        }
        assertThat(own.getParent()).doesNotExist();
    }

    private List<Submission> receipts(SqlWork<List<Submission>> select) {
        return database.inTransaction(select);
    }

    private Submission receipt(String id, Submission.Count count) {
        long no = database.inTransaction(SubmissionRegister::nextReceivedNo);
        return new Submission(
                id,
                no,
                DIGEST,
                "成绩.xlsx",
                "370305",
                List.of(count.dataset()),
                Submission.Outcome.ACCEPTED_WITH_REJECTS,
                NOON,
                "clerk",
                1234,
                List.of(count));
    }
}
