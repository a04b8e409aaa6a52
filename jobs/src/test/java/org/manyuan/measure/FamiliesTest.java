package org.manyuan.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.Origin;
import org.manyuan.domain.SchoolSuccession;
import org.manyuan.domain.SuccessionKind;

class FamiliesTest {
    private static final SchoolSuccession ACROSS =
            new SchoolSuccession("x", "b", LocalDate.of(2023, 1, 1), SuccessionKind.MERGE, Origin.REPORTED);

    @Test
    void aTerritorySpeaksOfTheSuccessionsThatTouchItsUnits() {
        Families families = families(List.of(SampleTables.SUCCESSIONS.get(0), ACROSS));

        assertThat(families.registers(Family.rest("Q")).successions())
                .containsExactlyInAnyOrder(SampleTables.SUCCESSIONS.get(0), ACROSS);
        assertThat(families.registers(Family.rest("R")).successions())
                .as("d and c lie in Q")
                .containsExactly(ACROSS);
    }

    @Test
    void aSuccessionMoreIsAChangeOfItsTerritory() {
        Families before = families(SampleTables.SUCCESSIONS);
        List<SchoolSuccession> more = new ArrayList<>(SampleTables.SUCCESSIONS);
        more.add(new SchoolSuccession("y", "x", LocalDate.of(2023, 1, 1), SuccessionKind.MERGE, Origin.REPORTED));

        assertThat(families(more).changedSince(before)).containsExactly(Family.rest("R"));
        assertThat(families(SampleTables.SUCCESSIONS).changedSince(before)).isEmpty();
    }

    @Test
    void itsRegistersReachWhereFiguresAreComputed() {
        assertThatCode(() -> new ObjectOutputStream(OutputStream.nullOutputStream())
                        .writeObject(families(SampleTables.SUCCESSIONS)))
                .doesNotThrowAnyException();
    }

    private static Families families(List<SchoolSuccession> successions) {
        Registers all = SampleTables.registers(0);
        return new Families(
                new Registers(
                        all.districts(),
                        all.units(),
                        all.groups(),
                        all.spans(),
                        successions,
                        all.exams(),
                        all.papers(),
                        all.terms()),
                "city",
                Set.of());
    }
}
