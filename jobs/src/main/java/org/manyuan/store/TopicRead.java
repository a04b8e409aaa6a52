package org.manyuan.store;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.TaskCompletionListener;

/**
 * A batch of a topic as it is read on executors, one task a partition.
 *
 * @param spans not empty, a partition at most once
 */
public record TopicRead(SparkSession spark, TopicAccess access, List<TopicSpan> spans) {
    private static final StructType REJECTED = new StructType()
            .add("submission_id", DataTypes.StringType)
            .add("file_name", DataTypes.StringType)
            .add("dataset", DataTypes.StringType)
            .add("sheet", DataTypes.StringType)
            .add("source_line", DataTypes.LongType)
            .add("source_column", DataTypes.StringType)
            .add("code", DataTypes.StringType);

    /** Reads every message once and counts, in the order of the spans. */
    public List<TopicTally> tallies() {
        TopicAccess with = access;
        return inTasks().map(span -> TopicTally.of(with, span)).collect();
    }

    /** One row per message that no contract can be held against, columns of {@code rejected_row}. A plan; nothing is read yet. */
    public Dataset<Row> poison(String submissionId) {
        TopicAccess with = access;
        return spark.createDataFrame(inTasks().flatMap(span -> poison(with, span, submissionId)), REJECTED);
    }

    private JavaRDD<TopicSpan> inTasks() {
        return new JavaSparkContext(spark.sparkContext()).parallelize(spans, spans.size());
    }

    private static Iterator<Row> poison(TopicAccess access, TopicSpan span, String submissionId) {
        TopicMessages messages = new TopicMessages(access, span);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) done -> messages.close());
        return new Iterator<>() {
            private Row next = following();

            private Row following() {
                for (ConsumerRecord<byte[], byte[]> message = messages.next();
                        message != null;
                        message = messages.next()) {
                    Envelope envelope = Envelope.of(message.headers());
                    if (envelope.isPoison()) {
                        String[] reason = envelope.problem().split(":", 2);
                        return RowFactory.create(
                                submissionId,
                                span.topic(),
                                "",
                                Integer.toString(span.partition()),
                                message.offset(),
                                reason[1],
                                reason[0]);
                    }
                }
                return null;
            }

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public Row next() {
                if (next == null) {
                    throw new NoSuchElementException();
                }
                Row now = next;
                next = following();
                return now;
            }
        };
    }
}
