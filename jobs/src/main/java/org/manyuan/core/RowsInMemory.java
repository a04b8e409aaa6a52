package org.manyuan.core;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Predicate;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.FilterExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The rows of a plan as they lie in memory. Where the plan does nothing but read columns and leave some rows out, its batches are gone
 * through as they are: to make rows of them first costs as much as to count them.
 */
final class RowsInMemory {
    private RowsInMemory() {}

    /** The rows, with the columns in their order; a row's memory is used again for the next. */
    static JavaRDD<InternalRow> of(Dataset<Row> rows) {
        var execution = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
        SparkPlan plan = execution.executedPlan();
        return Read.of(plan)
                .map(read -> read.plan()
                        .executeColumnar()
                        .toJavaRDD()
                        .mapPartitions(new BatchRows(
                                places(plan.output(), read.plan().output()),
                                read.plan().output(),
                                read.condition())))
                .orElseGet(() -> execution.toRdd().toJavaRDD());
    }

    private static int[] places(Seq<Attribute> wanted, Seq<Attribute> read) {
        List<Long> ids = CollectionConverters.asJava(read).stream()
                .map(column -> column.exprId().id())
                .toList();
        return CollectionConverters.asJava(wanted).stream()
                .mapToInt(column -> ids.indexOf(column.exprId().id()))
                .toArray();
    }

    /**
     * What a plan reads.
     *
     * @param plan gives batches
     * @param condition which of their rows are meant
     */
    private record Read(SparkPlan plan, Expression condition) {
        /** Empty where the plan does more. */
        static Optional<Read> of(SparkPlan plan) {
            if (plan instanceof WholeStageCodegenExec stage) {
                return of(stage.child());
            }
            if (plan instanceof InputAdapter input) {
                return of(input.child());
            }
            if (plan instanceof ProjectExec project) {
                return CollectionConverters.asJava(project.projectList()).stream()
                                .allMatch(Attribute.class::isInstance)
                        ? of(project.child())
                        : Optional.empty();
            }
            if (plan instanceof FilterExec filter && isPlain(filter.condition())) {
                return of(filter.child()).map(read -> read.where(filter.condition()));
            }
            return plan instanceof ColumnarToRowExec rows
                    ? Optional.of(new Read(batches(rows.child()), Literal.TrueLiteral()))
                    : Optional.empty();
        }

        /** Whether it says the same of a row wherever and whenever it is asked. */
        private static boolean isPlain(Expression condition) {
            return condition.deterministic() && !SubqueryExpression.hasSubquery(condition);
        }

        private static SparkPlan batches(SparkPlan plan) {
            return plan instanceof InputAdapter input ? input.child() : plan;
        }

        private Read where(Expression more) {
            return new Read(plan, new org.apache.spark.sql.catalyst.expressions.And(condition, more));
        }
    }

    /**
     * The rows of batches.
     *
     * @param places of the wanted columns in a batch
     * @param columns of a batch
     * @param condition over these columns
     */
    private record BatchRows(int[] places, Seq<Attribute> columns, Expression condition)
            implements FlatMapFunction<Iterator<ColumnarBatch>, InternalRow> {
        @Override
        public Iterator<InternalRow> call(Iterator<ColumnarBatch> batches) {
            BasePredicate meant = Predicate.create(condition, columns);
            meant.initialize(0);
            boolean isEvery = condition.equals(Literal.TrueLiteral());
            return new Iterator<>() {
                private ColumnarBatch read = new ColumnarBatch(new ColumnVector[0], 0);
                private ColumnarBatch wanted = read;
                private int next;
                private boolean isFound;

                @Override
                public boolean hasNext() {
                    while (!isFound) {
                        while (next < read.numRows() && !isFound) {
                            isFound = isEvery || meant.eval(read.getRow(next));
                            next += isFound ? 0 : 1;
                        }
                        if (!isFound && !batches.hasNext()) {
                            return false;
                        }
                        if (!isFound) {
                            read = batches.next();
                            wanted = chosen(read);
                            next = 0;
                        }
                    }
                    return true;
                }

                @Override
                public InternalRow next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    isFound = false;
                    return wanted.getRow(next++);
                }
            };
        }

        private ColumnarBatch chosen(ColumnarBatch batch) {
            ColumnVector[] chosen = new ColumnVector[places.length];
            for (int i = 0; i < places.length; i++) {
                chosen[i] = batch.column(places[i]);
            }
            return new ColumnarBatch(chosen, batch.numRows());
        }
    }
}
