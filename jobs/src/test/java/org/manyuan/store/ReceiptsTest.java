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
    static final String MEANING = "header exam_code=E1";
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
        assertThat(accepted(DIGEST, "370305", "成绩.xlsx", MEANING)).contains(receipt);
    }

    @Test
    void onlyTheSameBytesOfTheSameSubmitterThatMeanTheSameAndWereTakenAreTheSameFile() {
        store(receipt(Receipt.Outcome.REFUSED, 6));
        assertThat(accepted(DIGEST, "370305", "成绩.xlsx", MEANING)).isEmpty();

        store(receipt(Receipt.Outcome.ACCEPTED, 6));
        assertThat(accepted("cd".repeat(32), "370305", "成绩.xlsx", MEANING)).isEmpty();
        assertThat(accepted(DIGEST, "370306", "成绩.xlsx", MEANING)).isEmpty();
        assertThat(accepted(DIGEST, "370305", "成绩.xlsx", "exam_code=E2")).isEmpty();
        assertThat(accepted(DIGEST, "370305", "成绩.xlsx", MEANING)).isPresent();
        assertThat(accepted(DIGEST, "370305", "成绩 (1).xlsx", MEANING))
                .as("a copy under another name")
                .isPresent();
    }

    @Test
    void aReceiptThatKnowsNoMeaningIsFoundByItsName() {
        Receipt old = receipt(Receipt.Outcome.ACCEPTED, 6);
        database.inTransaction(connection -> {
            Receipts.insert(connection, old, "");
            return null;
        });
        assertThat(accepted(DIGEST, "370305", "成绩.xlsx", MEANING)).contains(old);
        assertThat(accepted(DIGEST, "370305", "成绩 (1).xlsx", MEANING)).isEmpty();
    }

    @Test
    void receiptsAreListedFromTheNewestAndFoundByTheShortFormOfTheirId() {
        Receipt first = receipt(Receipt.Outcome.ACCEPTED, 6);
        Receipt second = receipt(Receipt.Outcome.REFUSED, 6);
        store(first);
        store(second);
        assertThat(database.<List<Receipt>>inTransaction(c -> Receipts.newest(c, 5)))
                .containsExactly(second, first);
        assertThat(database.<List<Receipt>>inTransaction(c -> Receipts.newest(c, 1)))
                .containsExactly(second);
        assertThat(database.<Long>inTransaction(Receipts::count)).isEqualTo(2);
        assertThat(database.<Optional<Receipt>>inTransaction(c -> Receipts.find(c, "R" + first.receivedNo())))
                .contains(first);
        assertThat(database.<Optional<Receipt>>inTransaction(c -> Receipts.find(c, first.submissionId())))
                .contains(first);
        assertThat(database.<Optional<Receipt>>inTransaction(c -> Receipts.find(c, "R")))
                .isEmpty();
        assertThat(database.<Long>inTransaction(Receipts::lastReceivedNo)).isEqualTo(second.receivedNo());
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
            Receipts.insert(connection, receipt, MEANING);
            return null;
        });
    }

    private List<Receipt> all() {
        return database.inTransaction(Receipts::all);
    }

    private Optional<Receipt> accepted(String digest, String submitter, String fileName, String meaning) {
        return database.inTransaction(c -> Receipts.accepted(c, digest, submitter, fileName, meaning));
    }

    /** Nine rows came in: two rejected, one a duplicate, so six were accepted. */
    private Receipt receipt(Receipt.Outcome outcome, long accepted) {
        long no = database.inTransaction(Receipts::nextReceivedNo);
        return new Receipt(
                "R" + no + "-abababab",
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
                List.of(new Receipt.Replaced("exam_score", "R0-cdcdcdcd", "旧成绩.xlsx", 7, 5, 2)),
                false);
    }
}
