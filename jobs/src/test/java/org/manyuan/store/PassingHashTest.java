package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.manyuan.contract.Pseudonym;

class PassingHashTest {
    @Test
    void equalNumbersOfOnePurposeHaveEqualKeysWhereverTheyStand() {
        assertThat(key(7, "student", "G370305201001011234", 0))
                .isEqualTo(key(7, "student", "xxG370305201001011234", 2))
                .isNotEqualTo(key(7, "student", "G370305201001011235", 0))
                .isNotEqualTo(key(7, "teacher", "G370305201001011234", 0))
                .isNotEqualTo(key(8, "student", "G370305201001011234", 0));
    }

    @Test
    void theKeyIsWrittenWhole() {
        byte[] key = new byte[Pseudonym.KEY_LENGTH];
        java.util.Arrays.fill(key, (byte) 'x');
        new PassingHash(7).key("student", new byte[] {'1'}, 0, 1, key);

        assertThat(java.util.Arrays.copyOfRange(key, 16, Pseudonym.KEY_LENGTH)).containsOnly(0);
    }

    private static byte[] key(long seed, String purpose, String text, int from) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] key = new byte[Pseudonym.KEY_LENGTH];
        new PassingHash(seed).key(purpose, bytes, from, bytes.length - from, key);
        return key;
    }
}
