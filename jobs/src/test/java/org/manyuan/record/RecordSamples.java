package org.manyuan.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.manyuan.domain.Flag;
import org.manyuan.domain.Role;
import org.manyuan.domain.SchoolingSystem;
import org.manyuan.domain.Stage;

/** Records for the tests of the encoder; public because Spark's generated code makes them. */
public final class RecordSamples {
    private RecordSamples() {}

    public record Inner(String code, int rank) {}

    public record Everything(
            String text,
            int small,
            Integer smallOrNull,
            long large,
            Long largeOrNull,
            double number,
            Double numberOrNull,
            boolean flag,
            Boolean flagOrNull,
            BigDecimal fullMark,
            LocalDate heldOn,
            Instant knownFrom,
            int[] bins,
            long[] counts,
            Role role,
            Flag flagged,
            SchoolingSystem system,
            Set<Stage> stages,
            Inner inner) {}

    public record Cell(Role role) {}

    public record Odd(Object thing) {}
}
