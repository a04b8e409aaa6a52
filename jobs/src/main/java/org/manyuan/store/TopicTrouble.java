package org.manyuan.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A topic cannot be read as it should be; nothing was committed. Says in both languages what happened and what to do. Carries no cause:
 * what the client says of a wrong property quotes its value, which may be a secret.
 */
public final class TopicTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Pattern PROPERTY = Pattern.compile("configuration ([a-z][a-z0-9.]*)");
    private static final int DEEPEST = 30;

    private final String chinese;
    private final boolean isForLater;

    private TopicTrouble(String chinese, String english, boolean isForLater) {
        super(english);
        this.chinese = chinese;
        this.isForLater = isForLater;
    }

    /** The Chinese words; the message holds the English ones. */
    public String chinese() {
        return chinese;
    }

    /** Whether the same call may succeed later without anybody doing anything. */
    public boolean isForLater() {
        return isForLater;
    }

    /** Somebody must decide or mend something first. */
    static TopicTrouble toDecide(String chinese, String english) {
        return new TopicTrouble(chinese, english, false);
    }

    /** The broker gave other messages when a span was read again. */
    public static TopicTrouble fewer(TopicSpan span, long promised, long given) {
        return toDecide(
                "主题 %s/%d 再次读取时消息数不同（先 %d，后 %d）；没有改动任何数据。请向 Kafka 管理员核实后重试。"
                        .formatted(span.topic(), span.partition(), promised, given),
                "The broker gave %s/%d with %d messages first and with %d when they were read again; nothing was changed. Ask who runs it, then try again."
                        .formatted(span.topic(), span.partition(), promised, given));
    }

    /** The broker does not answer, or answers too slowly. */
    static TopicTrouble noAnswer(TopicAccess access, String doing) {
        return new TopicTrouble(
                "Kafka 服务器 " + access.bootstrapServers() + " 在 " + access.timeoutSeconds() + " 秒内没有应答（" + doing
                        + "）；没有改动任何数据，位点未移动。请稍后重试，或检查 manyuan.yaml 中的 kafka 设置。",
                "The broker " + access.bootstrapServers() + " did not answer within " + access.timeoutSeconds() + " s ("
                        + doing
                        + "); nothing was changed and no offset moved. Try again later, or check the kafka settings in manyuan.yaml.",
                true);
    }

    /** What the client threw, in our words. */
    static TopicTrouble of(TopicAccess access, String topic, Throwable thrown) {
        if (in(thrown) != null) {
            return in(thrown);
        }
        if (has(thrown, AuthenticationException.class)) {
            return toDecide(
                    "Kafka 服务器拒绝登录；请检查 " + access.propertiesFile() + " 中的账号、密码与证书。",
                    "The broker refused the login; check user, password and certificates in " + access.propertiesFile()
                            + ".");
        }
        if (has(thrown, AuthorizationException.class)) {
            return toDecide(
                    "该账号无权使用主题 " + topic + "；读取主题需要 READ、DESCRIBE 权限，退信主题需要 WRITE、DESCRIBE 权限。",
                    "This login may not use the topic " + topic
                            + "; it needs READ and DESCRIBE on the topic, WRITE and DESCRIBE on its dead letters.");
        }
        if (has(thrown, UnknownTopicOrPartitionException.class) || has(thrown, UnknownTopicIdException.class)) {
            return toDecide("没有主题 " + topic + "；请检查名称。", "There is no topic " + topic + "; check its name.");
        }
        if (has(thrown, OffsetOutOfRangeException.class)) {
            return toDecide(
                    "读取期间主题 " + topic + " 的消息被删除或截断；没有改动任何数据，请先用 consume --lag 查看。",
                    "Messages of the topic " + topic
                            + " were deleted or cut off while they were read; nothing was changed. Look with consume --lag first.");
        }
        if (has(thrown, RecordTooLargeException.class)) {
            return toDecide(
                    "退信主题 " + deadLetters(topic) + " 不接收这样大的消息；请调高它的 max.message.bytes 后重试。没有改动任何数据。",
                    "The topic " + deadLetters(topic)
                            + " takes no message as large as one of these; raise its max.message.bytes and try again. Nothing was changed.");
        }
        if (thrown instanceof RetriableException) {
            return noAnswer(access, thrown.getClass().getSimpleName());
        }
        Matcher property = PROPERTY.matcher(String.valueOf(thrown.getMessage()));
        String which = thrown.getClass().getSimpleName() + (property.find() ? ", " + property.group(1) : "");
        return toDecide(
                "Kafka 客户端无法工作（" + which + "）；请检查 manyuan.yaml 中的 kafka 设置与 " + access.propertiesFile() + "。没有改动任何数据。",
                "The Kafka client cannot work (" + which + "); check the kafka settings in manyuan.yaml and "
                        + access.propertiesFile() + ". Nothing was changed.");
    }

    /** The trouble inside of what an engine wrapped around it; null where there is none. */
    public static TopicTrouble in(Throwable thrown) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof TopicTrouble trouble) {
                return trouble;
            }
            at = at.getCause();
        }
        return null;
    }

    /** Whether it is Kafka's and not ours. */
    static boolean isKafkas(Throwable thrown) {
        return has(thrown, KafkaException.class);
    }

    /** Where poison messages of a topic go. */
    static String deadLetters(String topic) {
        return topic + DeadLetters.ENDING;
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> kind) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (kind.isInstance(at)) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }
}
