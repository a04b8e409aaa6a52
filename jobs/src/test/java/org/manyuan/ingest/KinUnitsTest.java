package org.manyuan.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyuan.TextTable.lines;
import static org.manyuan.ingest.FewUnits.KIN;

import org.junit.jupiter.api.Test;

/** Which units stand for one school. */
class KinUnitsTest {
    @Test
    void aUnitIsKinToItsSchoolToTheOtherCampusesAndToItsOtherCode() {
        assertThat(lines(KIN.where("unit <> kin"), "unit", "kin")).isEqualTo("""
                s1 s1n
                s1n s1
                s2 s2new
                s2new s2""");
    }
}
