package org.manyuan.record;

import static org.assertj.core.api.Assertions.assertThat;

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
}
