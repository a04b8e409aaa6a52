package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonKeyTest {
    /** Shows what would be hashed instead of hashing it. */
    private static final Pseudonym SHOWN = (purpose, id, from, length, key) -> {
        byte[] said =
                (purpose + "|" + new String(id, from, length, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        java.util.Arrays.fill(key, (byte) '.');
        System.arraycopy(said, 0, key, 0, Math.min(said.length, key.length));
    };

    @ParameterizedTest
    @ValueSource(strings = {"G370305", " g370305 ", "Ｇ３７０３０５", "G370305\u3000"})
    void aNumberHasOneFormHoweverItIsWritten(String written) {
        assertThat(PersonKey.of("student", written, SHOWN)).isEqualTo("student|G370305...........");
        assertThat(PersonKey.form(written)).isEqualTo("G370305");
    }

    @Test
    void theSameNumberIsAnotherPersonInAnotherKeySpace() {
        assertThat(PersonKey.of("teacher", "1", SHOWN)).isNotEqualTo(PersonKey.of("student", "1", SHOWN));
        assertThat(PersonKey.SPACES).containsExactly("student", "teacher");
    }

    @Test
    void blanksAreNoNumber() {
        assertThat(PersonKey.isNumber(" \u3000")).isFalse();
        assertThat(PersonKey.isNumber("1")).isTrue();
    }
}
