package org.manyuan.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.manyuan.SharedSpark;
import org.manyuan.domain.Flag;
import org.manyuan.domain.Role;
import org.manyuan.domain.SchoolingSystem;
import org.manyuan.domain.Stage;
import org.manyuan.record.RecordSamples.Everything;
import org.manyuan.record.RecordSamples.Inner;

class RecordEncoderTest {
    record Hidden(int number) {}

    private static final Everything FULL = new Everything(
            "临淄",
            1,
            2,
            3L,
            4L,
            0.5,
            -0.0,
            true,
            false,
            new BigDecimal("87.500"),
            LocalDate.of(2024, 6, 15),
            Instant.parse("2018-05-01T00:00:00.123456Z"),
            new int[] {0, 7},
            new long[] {1, Long.MAX_VALUE},
            Role.LEAD,
            Flag.OK,
            SchoolingSystem.FIVE_FOUR,
            Set.of(Stage.J, Stage.P),
            new Inner("x", 9));

    private static final Everything EMPTY = new Everything(
            null, 0, null, 0, null, 0, null, false, null, null, null, null, null, null, null, null, null, Set.of(),
            null);

    @Test
    void givesBackEveryTypeAndEveryNull() {
        List<Everything> back = dataset(FULL, EMPTY).collectAsList();
        assertThat(back).usingRecursiveFieldByFieldElementComparator().containsExactlyInAnyOrder(FULL, EMPTY);
    }

    @Test
    void goesThroughAFunctionOnTheExecutors() {
        Dataset<Everything> twice = dataset(FULL, EMPTY)
                .repartition(3)
                .flatMap(
                        (org.apache.spark.api.java.function.FlatMapFunction<Everything, Everything>)
                                row -> List.of(row, row).iterator(),
                        RecordEncoder.of(Everything.class));
        assertThat(twice.collectAsList())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyInAnyOrder(FULL, FULL, EMPTY, EMPTY);
    }

    @Test
    void writesColumnsInSnakeCaseAndEnumsByTheirCodes() {
        Row row = RecordRows.table(dataset(FULL), Everything.class).first();
        assertThat(row.schema().fieldNames()).contains("small_or_null", "held_on", "known_from");
        assertThat(row.<String>getAs("role")).isEqualTo("lead");
        assertThat(row.<String>getAs("flagged")).isEqualTo("OK");
        assertThat(row.<String>getAs("system")).isEqualTo("5-4");
        assertThat(row.<String>getAs("stages")).isEqualTo("P,J");
    }

    @Test
    void readsATableWhateverTheOrderOfItsColumns() {
        Dataset<Row> table = RecordRows.table(dataset(FULL), Everything.class);
        String[] names = table.columns();
        java.util.Collections.reverse(java.util.Arrays.asList(names));
        Dataset<Row> turned = table.selectExpr(names).selectExpr("*", "1 AS more");
        assertThat(RecordRows.records(turned, Everything.class).collectAsList())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(FULL);
    }

    @Test
    void refusesANullWhereTheRecordHasAPrimitive() {
        Dataset<Row> table = SharedSpark.session().sql("SELECT 'a' AS code, CAST(null AS int) AS rank");
        assertThatThrownBy(() -> RecordRows.records(table, Inner.class).collectAsList())
                .hasStackTraceContaining("NOT_NULL_ASSERT_VIOLATION");
    }

    @Test
    void namesTheColumnThatATableLacks() {
        Dataset<Row> table = SharedSpark.session().sql("SELECT 'a' AS code");
        assertThatThrownBy(() -> RecordRows.records(table, Inner.class)).hasMessageContaining("rank");
    }

    @Test
    void namesTheCodeThatAnEnumLacks() {
        Dataset<Row> table = SharedSpark.session().sql("SELECT 'boss' AS role");
        assertThatThrownBy(() ->
                        RecordRows.records(table, RecordSamples.Cell.class).collectAsList())
                .hasStackTraceContaining("unknown Role 'boss'");
    }

    @Test
    void namesTheComponentThatNoColumnCanHold() {
        assertThatThrownBy(() -> RecordEncoder.of(RecordSamples.Odd.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no column can hold Odd.thing of type java.lang.Object");
    }

    @Test
    void namesTheRecordThatGeneratedCodeCannotSee() {
        assertThatThrownBy(() -> RecordEncoder.of(Hidden.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("RecordEncoderTest$Hidden: make Hidden public");
    }

    private static Dataset<Everything> dataset(Everything... rows) {
        return SharedSpark.session().createDataset(List.of(rows), RecordEncoder.of(Everything.class));
    }
}
