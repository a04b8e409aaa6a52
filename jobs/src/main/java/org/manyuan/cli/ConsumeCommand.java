package org.manyuan.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.manyuan.config.Settings;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.MessageSchema;
import org.manyuan.domain.Receipt;
import org.manyuan.job.ConsumeTopic;
import org.manyuan.job.Consumption;
import org.manyuan.job.ShowTopicLag;
import org.manyuan.job.TopicLag;
import org.manyuan.job.UsageException;
import org.manyuan.store.TopicFrom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * {@code manyuan consume --topic T}, {@code … --lag}, {@code consume --schema DATASET}. Ends with 3 where a message was rejected, with 75
 * where the broker does not answer and the same call may succeed later.
 */
@Command(
        name = "consume",
        description = "take a Kafka topic up to its end, once 读取 Kafka 主题，一次取到末尾",
        mixinStandardHelpOptions = true)
final class ConsumeCommand implements Callable<Integer> {
    /** The two ways to go on where messages are gone; {@link TopicFrom#STORED} is what happens without the option. */
    enum Decision {
        EARLIEST,
        LATEST
    }

    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Option(names = "--topic", paramLabel = "T", description = "the topic 主题")
    private Optional<String> topic;

    @Option(names = "--lag", description = "only show how far it is behind 只查看滞后，不读取")
    private boolean lag;

    @Option(
            names = "--from",
            paramLabel = "earliest|latest",
            description = "where to go on if the stored offset cannot be used (messages deleted, topic made again)"
                    + " 已存位点失效时从何处继续：最早或最新")
    private Optional<Decision> from;

    @Option(
            names = "--schema",
            paramLabel = "DATASET",
            description = "print the JSON Schema of a dataset's messages 输出某数据集消息的 JSON Schema")
    private Optional<String> schema;

    @Override
    public Integer call() {
        if (schema.isPresent() == topic.isPresent() || (lag && (from.isPresent() || schema.isPresent()))) {
            throw new UsageException(
                    "请写 consume --topic 主题 [--lag | --from earliest|latest]，或 consume --schema 数据集。",
                    "Write consume --topic T [--lag | --from earliest|latest], or consume --schema DATASET.");
        }
        if (schema.isPresent()) {
            door.terminal().out().println(MessageSchema.of(contract(schema.get()), codeSystem()));
            return ExitCode.DONE.number();
        }
        return lag ? showLag(topic.get()) : consume(topic.get());
    }

    /** Of the workspace; where this is none, the default. */
    private String codeSystem() {
        return (where.exists() ? Settings.read(where.workspace().settings()) : Settings.defaults()).codeSystem();
    }

    private static Contract contract(String dataset) {
        return Contracts.all().stream()
                .filter(each -> each.dataset().equals(dataset))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "没有数据集 " + dataset + "；现有：" + datasets("、"),
                        "There is no dataset " + dataset + ". Known: " + datasets(", ")));
    }

    private static String datasets(String between) {
        return String.join(
                between, Contracts.all().stream().map(Contract::dataset).toList());
    }

    private int showLag(String name) {
        Terminal terminal = door.terminal();
        List<TopicLag> lags = ShowTopicLag.of(where.workspace(), name);
        if (terminal.json()) {
            terminal.answer(lags);
        } else {
            terminal.say("consume.lag", name, total(lags));
            new TopicLagText(terminal.words()).table(terminal, lags);
        }
        return ExitCode.DONE.number();
    }

    private int consume(String name) {
        Terminal terminal = door.terminal();
        TopicFrom decided =
                from.map(decision -> TopicFrom.valueOf(decision.name())).orElse(TopicFrom.STORED);
        Consumption done = ConsumeTopic.of(where.workspace(), name, decided, terminal.progress());
        if (terminal.json()) {
            terminal.answer(done);
        } else {
            terminal.say("consume.done", name, done.messages(), total(done.before()), total(done.after()));
            done.receipt().ifPresent(receipt -> terminal.out()
                    .println(ReceiptText.ofTopic(terminal.words()).of(receipt)));
            if (done.deadLetters() > 0) {
                terminal.say("consume.dead", done.deadLetters(), done.deadLetterTopic());
            }
            new TopicLagText(terminal.words()).table(terminal, done.before(), done.after());
        }
        boolean rejects = done.receipt().stream().anyMatch(Receipt::hasRejects);
        return (rejects ? ExitCode.DATA_REJECTED : ExitCode.DONE).number();
    }

    private static long total(List<TopicLag> lags) {
        return lags.stream().mapToLong(TopicLag::lag).sum();
    }
}
