package org.manyuan.core;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The rows of a plan as they lie in memory. Where the plan does nothing but read columns, its batches are gone through as they are: to
 * make rows of them first costs as much as to count them.
 */
final class RowsInMemory {
    private RowsInMemory() {}

    /** The rows, in the order of their columns; a row's memory is used again for the next. */
    static JavaRDD<InternalRow> of(Dataset<Row> rows) {
        var execution = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
        SparkPlan plan = execution.executedPlan();
        return batches(plan)
                .map(read -> read.executeColumnar()
                        .toJavaRDD()
                        .mapPartitions(new BatchRows(places(plan.output(), read.output()))))
                .orElseGet(() -> execution.toRdd().toJavaRDD());
    }

    /** The plan that reads the columns, where there is nothing above it but the choice of some. */
    private static Optional<SparkPlan> batches(SparkPlan plan) {
        if (plan instanceof WholeStageCodegenExec stage) {
            return batches(stage.child());
        }
        if (plan instanceof InputAdapter input) {
            return batches(input.child());
        }
        if (plan instanceof ProjectExec project) {
            return listed(project.projectList()).stream().allMatch(Attribute.class::isInstance)
                    ? batches(project.child())
                    : Optional.empty();
        }
        return plan instanceof ColumnarToRowExec rows ? Optional.of(read(rows.child())) : Optional.empty();
    }

    private static SparkPlan read(SparkPlan plan) {
        return plan instanceof InputAdapter input ? input.child() : plan;
    }

    private static int[] places(scala.collection.Seq<Attribute> wanted, scala.collection.Seq<Attribute> read) {
        List<Long> ids = CollectionConverters.asJava(read).stream()
                .map(column -> column.exprId().id())
                .toList();
        return CollectionConverters.asJava(wanted).stream()
                .mapToInt(column -> ids.indexOf(column.exprId().id()))
                .toArray();
    }

    private static List<NamedExpression> listed(scala.collection.Seq<NamedExpression> of) {
        return new ArrayList<>(CollectionConverters.asJava(of));
    }

    /** The rows of batches: these columns of them. */
    private static final class BatchRows implements FlatMapFunction<Iterator<ColumnarBatch>, InternalRow> {
        private static final long serialVersionUID = 1;

        private final int[] places;

        BatchRows(int[] places) {
            this.places = places;
        }

        @Override
        public Iterator<InternalRow> call(Iterator<ColumnarBatch> batches) {
            return new Iterator<>() {
                private Iterator<InternalRow> rows = java.util.Collections.emptyIterator();

                @Override
                public boolean hasNext() {
                    while (!rows.hasNext() && batches.hasNext()) {
                        rows = chosen(batches.next()).rowIterator();
                    }
                    return rows.hasNext();
                }

                @Override
                public InternalRow next() {
                    return rows.next();
                }
            };
        }

        private ColumnarBatch chosen(ColumnarBatch batch) {
            ColumnVector[] columns = new ColumnVector[places.length];
            for (int i = 0; i < places.length; i++) {
                columns[i] = batch.column(places[i]);
            }
            return new ColumnarBatch(columns, batch.numRows());
        }
    }
}
