package org.manyuan.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyuan.SharedSpark;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Origin;
import org.manyuan.domain.Term;

public class RecordBytesTest {
    /** A row that carries a record of any class. */
    public record Parcel(String to, Record content) {}

    @Test
    void carriesRecordsOfAnyClassAndNone() {
        List<Parcel> sent = List.of(
                new Parcel(
                        "a",
                        new EducationGroup(
                                "G1",
                                "一中集团",
                                "370305",
                                "education_group",
                                null,
                                LocalDate.of(2022, 8, 1),
                                null,
                                Origin.REPORTED)),
                new Parcel("b", new Term("370305", 2023, 1, LocalDate.of(2023, 9, 1), LocalDate.of(2024, 1, 20))),
                new Parcel("c", null));
        assertThat(SharedSpark.session()
                        .createDataset(sent, RecordEncoder.of(Parcel.class))
                        .repartition(2)
                        .collectAsList())
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    /** Every type that a fact has. */
    public record Cells(
            int whole,
            long large,
            Integer wholeOrNone,
            Long largeOrNone,
            Double number,
            Boolean yes,
            BigDecimal decimal,
            String text,
            LocalDate day,
            Origin code,
            int[] bins,
            long[] counts) {}

    @Test
    void everyTypeComesBackAsItWas() {
        Cells full = new Cells(
                Integer.MIN_VALUE,
                Long.MIN_VALUE,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                -0.0,
                true,
                new BigDecimal("-12345678901234567890.500"),
                "满园 " + "x".repeat(2000),
                LocalDate.of(-1, 3, 1),
                Origin.SYNTHETIC,
                new int[] {0, -1, 63, 64, Integer.MAX_VALUE},
                new long[] {Long.MAX_VALUE, 0, 127, 128});
        Cells empty = new Cells(0, -1, null, null, Double.NaN, null, null, "", null, null, null, new long[0]);
        RecordBytes bytes = new RecordBytes();
        for (Cells cells : List.of(full, empty)) {
            assertThat(RecordCells.cells(bytes.decode(bytes.encode(cells)))).isEqualTo(RecordCells.cells(cells));
        }
        assertThat(bytes.decode(bytes.encode(null))).isNull();
    }

    /** A type that no fact has. */
    public record Listed(List<String> words) {}

    @Test
    void aTypeThatNoFactHasIsRefusedByName() {
        assertThatThrownBy(() -> new RecordBytes().encode(new Listed(List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.util.List");
    }
}
