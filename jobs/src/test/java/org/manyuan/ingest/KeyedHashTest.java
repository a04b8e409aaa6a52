package org.manyuan.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.manyuan.contract.Pseudonym;

class KeyedHashTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @Test
    void isTheBase32OfTheFirst128BitsOfTheHmac() {
        // computed apart: python3 -c "import hmac,hashlib,base64;
        // print(base64.b32encode(hmac.new(b'0123456789abcdef'*2,
        // b'student|G11010519491231002X',hashlib.sha256).digest()[:16]).decode().rstrip('='))"
        assertThat(key(SECRET, "student", "G11010519491231002X")).isEqualTo("SOTWK7C3NCF3GMNOTTA6IGOEDQ");
    }

    @Test
    void theSameNumberHasAnotherKeyForAnotherPurpose() {
        assertThat(key(SECRET, "student", "37030519800101")).isNotEqualTo(key(SECRET, "teacher", "37030519800101"));
    }

    @Test
    void anotherSecretGivesAnotherKey() {
        byte[] other = SECRET.clone();
        other[0] ^= 1;
        assertThat(key(SECRET, "student", "1")).isNotEqualTo(key(other, "student", "1"));
    }

    @Test
    void aShortSecretIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> KeyedHash.under("hunter2".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the workspace's key has 7 bytes; it must have at least 32");
    }

    private static String key(byte[] secret, String purpose, String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        byte[] key = new byte[Pseudonym.KEY_LENGTH];
        KeyedHash.under(secret).key(purpose, bytes, 0, bytes.length, key);
        return new String(key, StandardCharsets.US_ASCII);
    }
}
