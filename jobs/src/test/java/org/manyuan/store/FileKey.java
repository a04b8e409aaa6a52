package org.manyuan.store;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.manyuan.contract.Pseudonym;

/** A toy hash whose secret is read where the reader runs, as the real one does. */
record FileKey(String file) implements Supplier<Pseudonym>, Serializable {
    @Override
    public Pseudonym get() {
        try {
            int secret = Files.readString(Path.of(file)).hashCode();
            return (purpose, id, from, length, key) -> {
                int hash = (secret + new String(id, from, length, StandardCharsets.UTF_8)).hashCode();
                Arrays.fill(key, (byte) 'a');
                byte[] digits = Integer.toUnsignedString(hash, 32).getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(digits, 0, key, 0, digits.length);
            };
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
