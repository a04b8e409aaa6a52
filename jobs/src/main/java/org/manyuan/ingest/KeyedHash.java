package org.manyuan.ingest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;
import org.manyuan.contract.Pseudonym;

/**
 * HMAC-SHA-256 of {@code purpose|number} under the workspace's secret, its first 128 bits as 26 letters and digits (RFC 4648 base32, no
 * padding). The same number gives another key for another purpose, and nothing at all without the secret. Not thread-safe.
 */
public final class KeyedHash implements Pseudonym {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".getBytes(StandardCharsets.US_ASCII);
    private static final int KEPT_BYTES = 16;
    private static final int SHORTEST_SECRET = 32;

    private final Mac mac;
    private final byte[] digest;
    private final Map<String, byte[]> prefixes = new HashMap<>();

    private KeyedHash(Mac mac) {
        this.mac = mac;
        this.digest = new byte[mac.getMacLength()];
    }

    /**
     * A hash under a secret.
     *
     * @param secret at least 32 bytes
     * @throws IllegalArgumentException if it is shorter; the message does not show it
     */
    public static KeyedHash under(byte[] secret) {
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException("the workspace's key has %d bytes; it must have at least %d"
                    .formatted(secret.length, SHORTEST_SECRET));
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return new KeyedHash(mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot do " + ALGORITHM, e);
        }
    }

    @Override
    public void key(String purpose, byte[] id, int from, int length, byte[] key) {
        mac.update(prefixes.computeIfAbsent(purpose, word -> (word + "|").getBytes(StandardCharsets.UTF_8)));
        mac.update(id, from, length);
        try {
            mac.doFinal(digest, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException(e);
        }
        base32(digest, key);
    }

    private static void base32(byte[] bytes, byte[] text) {
        int held = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < KEPT_BYTES; i++) {
            held = (held << 8) | (bytes[i] & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text[at++] = BASE32[(held >> bits) & 31];
            }
        }
        text[at] = BASE32[(held << (5 - bits)) & 31];
    }
}
