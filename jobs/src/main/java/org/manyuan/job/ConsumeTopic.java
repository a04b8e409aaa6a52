package org.manyuan.job;

import static org.apache.spark.sql.functions.col;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.MessageBinding;
import org.manyuan.domain.Receipt;
import org.manyuan.store.CountedSubmissions;
import org.manyuan.store.DeadLetters;
import org.manyuan.store.Receipts;
import org.manyuan.store.SecretKey;
import org.manyuan.store.SourcePart;
import org.manyuan.store.TopicAccess;
import org.manyuan.store.TopicFrom;
import org.manyuan.store.TopicOffsets;
import org.manyuan.store.TopicPlan;
import org.manyuan.store.TopicRange;
import org.manyuan.store.TopicRead;
import org.manyuan.store.TopicSpan;
import org.manyuan.store.TopicState;
import org.manyuan.store.TopicTally;
import org.manyuan.store.TopicTrouble;
import org.manyuan.store.Warehouse;
import org.manyuan.store.WarehouseWrite;
import org.manyuan.store.Workspace;
import org.manyuan.store.WriterLock;

/**
 * {@code consume}: the messages of a topic, from where it was left to where it ends now, become checked rows and one receipt. Rows,
 * receipt and offsets count at once: a crash at any step leaves the topic where it was, and the next call takes the same messages
 * again. Rejected messages are sent on as dead letters before that, so that a crash sends some twice and loses none.
 */
public final class ConsumeTopic {
    private final OpenWorkspace open;
    private final TopicAccess access;
    private final String topic;
    private final Progress progress;

    private ConsumeTopic(OpenWorkspace open, String topic, Progress progress) {
        this.open = open;
        this.access = TopicAccess.of(open.settings().kafka(), open.workspace());
        this.topic = topic;
        this.progress = progress;
    }

    /**
     * Takes one batch.
     *
     * @param from where partitions are taken from whose stored offset cannot be used
     * @param progress told before each step
     * @throws TopicTrouble if the broker or the topic does not do what it should; nothing was committed
     */
    public static Consumption of(Workspace workspace, String topic, TopicFrom from, Progress progress) {
        if (DeadLetters.areIn(topic)) {
            throw new UsageException(
                    topic + " 是退信主题；请更正消息后重新发送到原主题。", topic + " holds dead letters; correct them and send them to their topic again.");
        }
        try (WriterLock lock = workspace.lockForWriting("consume")) {
            OpenWorkspace open = OpenWorkspace.at(workspace);
            if (!open.database().inTransaction(SecretKey.of(workspace)::isTheWorkspaces)) {
                throw open.anotherKey();
            }
            ConsumeTopic consume = new ConsumeTopic(open, topic, progress);
            return Noted.run(open.database(), "consume", () -> consume.run(from, lock));
        } catch (RuntimeException wrapped) {
            TopicTrouble trouble = TopicTrouble.in(wrapped);
            throw trouble == null ? wrapped : trouble;
        }
    }

    private Consumption run(TopicFrom from, WriterLock lock) {
        progress.step("查询主题 " + topic, "asking the broker about " + topic);
        TopicState state = TopicState.of(access, topic);
        Map<Integer, TopicOffsets.Stored> stored = stored();
        List<TopicSpan> spans = TopicPlan.of(state, stored, from);
        List<TopicSpan> filled = spans.stream().filter(span -> !span.isEmpty()).toList();
        Batch batch = new Batch(state, stored, spans);
        return filled.isEmpty() ? nothing(batch) : taken(batch, filled, lock);
    }

    /** The topic as it was when the batch began, and what it takes of it. */
    private record Batch(TopicState state, Map<Integer, TopicOffsets.Stored> stored, List<TopicSpan> spans) {
        Consumption done(Optional<Receipt> receipt, long messages, long deadLetters, List<TopicLag> after) {
            String topic = state.topic();
            return new Consumption(
                    topic,
                    receipt,
                    messages,
                    deadLetters,
                    DeadLetters.topicOf(topic),
                    TopicLag.of(state, stored),
                    after);
        }
    }

    /** No message to take; that partitions were looked at is kept, so that what is deleted from now on is missed. */
    private Consumption nothing(Batch batch) {
        return move(batch, batch.state());
    }

    private Consumption move(Batch batch, TopicState after) {
        open.database().inTransaction(connection -> {
            TopicOffsets.move(connection, batch.state().topicId(), batch.stored(), batch.spans(), now());
            return null;
        });
        return batch.done(Optional.empty(), 0, 0, TopicLag.of(after, stored()));
    }

    private Consumption taken(Batch batch, List<TopicSpan> filled, WriterLock lock) {
        TopicRead read = new TopicRead(open.spark(), access, filled);
        progress.step("清点消息", "counting the messages of " + topic);
        List<TopicTally> tallies = read.tallies();
        if (tallies.stream().allMatch(tally -> tally.messages() == 0)) {
            // aborted transactions leave offsets and no message
            return move(batch, askedAgain(batch));
        }
        long receivedNo = open.database().inTransaction(Receipts::nextReceivedNo);
        TopicReceipt draft = new TopicReceipt(topic, batch.state().topicId(), receivedNo, now(), tallies);
        try (Warehouse warehouse = open.warehouse();
                WarehouseWrite write = warehouse.write(lock)) {
            // a message speaks of one row: it replaces that and nothing beside it
            write.patch(draft.submissionId());
            take(draft, tallies, write);
            if (tallies.stream().anyMatch(tally -> !tally.poison().isEmpty())) {
                progress.step("登记无法识别的消息", "noting messages that name no contract");
                write.append(Intake.REJECTED, read.poison(draft.submissionId()));
            }
            progress.step("数据已写入，尚未生效", "rows are written and do not count yet");
            long deadLetters = sendDeadLetters(draft, filled, write);
            TopicState after = askedAgain(batch);
            progress.step("提交", "committing rows and offsets");
            Receipt receipt = draft.receipt();
            write.commit(connection -> {
                // no other batch has this name and these bytes: its offsets are in the digest
                Receipts.insert(connection, receipt, receipt.submissionId());
                // a message speaks of one row: it replaces its key and nothing beside it
                CountedSubmissions.patches(connection, receipt.submissionId());
                TopicOffsets.note(connection, receipt.submissionId(), batch.state().topicId(), tallies);
                TopicOffsets.move(connection, batch.state().topicId(), batch.stored(), batch.spans(), now());
                progress.step("即将生效", "all stands in one transaction");
                return null;
            });
            progress.step("已生效", "committed");
            long messages = tallies.stream().mapToLong(TopicTally::messages).sum();
            return batch.done(Optional.of(receipt), messages, deadLetters, TopicLag.of(after, stored()));
        }
    }

    private void take(TopicReceipt draft, List<TopicTally> tallies, WarehouseWrite write) {
        KnownCodes known = new KnownCodes(write, open.settings().codeSystem());
        List<Intake.Taken> all = new ArrayList<>();
        for (Contract contract : Contracts.all()) {
            List<TopicTally> holding = tallies.stream()
                    .filter(tally -> tally.messagesOf(contract.dataset()) > 0)
                    .toList();
            if (holding.isEmpty()) {
                continue;
            }
            progress.step("检查并写入 " + contract.chineseName(), "checking and writing " + contract.dataset());
            List<SourcePart> parts =
                    holding.stream().map(tally -> part(tally, contract, draft)).toList();
            Intake intake = new Intake(open.spark(), write, known.now(), SecretKey.of(open.workspace()));
            List<Intake.Taken> taken = intake.take(parts);
            for (int i = 0; i < parts.size(); i++) {
                mustBeAll(holding.get(i), contract, taken.get(i));
                draft.count(taken.get(i));
            }
            known.forget(contract.dataset());
            all.addAll(taken);
        }
        progress.step("核对表与表之间", "holding the rows against each other");
        draft.found(HeldTogether.of(write, all, Set.of(draft.submissionId())));
    }

    private SourcePart part(TopicTally tally, Contract contract, TopicReceipt draft) {
        return new SourcePart(
                new TopicRange(access, tally.span(), contract.dataset()),
                0,
                MessageBinding.of(contract),
                draft.submissionId(),
                draft.receivedNo(),
                draft.submitter());
    }

    /** Every message that was counted is a row, accepted or not. */
    private static void mustBeAll(TopicTally tally, Contract contract, Intake.Taken taken) {
        long promised = tally.messagesOf(contract.dataset());
        if (taken.counts().rows() != promised) {
            throw TopicTrouble.fewer(tally.span(), promised, taken.counts().rows());
        }
    }

    private long sendDeadLetters(TopicReceipt draft, List<TopicSpan> spans, WarehouseWrite write) {
        if (draft.rejected() == 0) {
            return 0;
        }
        progress.step("发送退信", "sending dead letters to " + DeadLetters.topicOf(topic));
        long sent = new DeadLetters(
                        access,
                        draft.submissionId(),
                        spans.stream().collect(Collectors.toMap(span -> Integer.toString(span.partition()), s -> s)))
                .send(write.read(Intake.REJECTED).where(col("submission_id").equalTo(draft.submissionId())));
        if (sent != draft.rejected()) {
            throw new IllegalStateException(
                    "%d messages were rejected, but %d dead letters sent".formatted(draft.rejected(), sent));
        }
        progress.step("退信已送达", "dead letters are sent");
        return sent;
    }

    private TopicState askedAgain(Batch batch) {
        progress.step("复核主题", "asking the broker again about " + topic);
        TopicState after = TopicState.of(access, topic);
        TopicPlan.mustStillHold(batch.state(), after, batch.spans());
        return after;
    }

    private Map<Integer, TopicOffsets.Stored> stored() {
        return open.database().inTransaction(connection -> TopicOffsets.of(connection, topic));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
