package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.Receipt;

class ReceiptsTest {
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
        Receipt receipt = receipt(Receipt.Outcome.ACCEPTED_WITH_REJECTS, 6);
        store(receipt);

        assertThat(all()).containsExactly(receipt);
        assertThat(accepted(DIGEST, "成绩.xlsx", "370305")).contains(receipt);
    }

    @Test
    void onlyTheSameBytesUnderTheSameNameOfTheSameSubmitterThatWereTakenAreTheSameFile() {
        store(receipt(Receipt.Outcome.REFUSED, 6));
        assertThat(accepted(DIGEST, "成绩.xlsx", "370305")).isEmpty();

        store(receipt(Receipt.Outcome.ACCEPTED, 6));
        assertThat(accepted("cd".repeat(32), "成绩.xlsx", "370305")).isEmpty();
        assertThat(accepted(DIGEST, "exam_score-E2.xlsx", "370305")).isEmpty();
        assertThat(accepted(DIGEST, "成绩.xlsx", "370306")).isEmpty();
        assertThat(accepted(DIGEST, "成绩.xlsx", "370305")).isPresent();
    }

    @Test
    void aReceiptThatDoesNotAddUpCannotBeStored() {
        assertThatThrownBy(() -> store(receipt(Receipt.Outcome.ACCEPTED, 7)))
                .isInstanceOf(DatabaseUnreachable.class)
                .hasMessageContaining("submission_count");
        assertThat(all()).isEmpty();
    }

    private void store(Receipt receipt) {
        database.inTransaction(connection -> {
            Receipts.insert(connection, receipt);
            return null;
        });
    }

    private List<Receipt> all() {
        return database.inTransaction(Receipts::all);
    }

    private Optional<Receipt> accepted(String digest, String fileName, String submitter) {
        return database.inTransaction(c -> Receipts.accepted(c, digest, fileName, submitter));
    }

    /** Nine rows came in: two rejected, one a duplicate, so six were accepted. */
    private Receipt receipt(Receipt.Outcome outcome, long accepted) {
        long no = database.inTransaction(Receipts::nextReceivedNo);
        return new Receipt(
                "R" + no,
                no,
                DIGEST,
                "成绩.xlsx",
                "370305",
                outcome,
                NOON,
                "clerk",
                1234,
                List.of(new Receipt.Count("exam_score", "初三", 10, 1, 9, accepted, 2, 1)),
                List.of(new Receipt.Problem(
                        "exam_score", "初三", "TYPE", "数学", 2, List.of(3L, 8L), "格式不对", "not a number")),
                false);
    }
}
