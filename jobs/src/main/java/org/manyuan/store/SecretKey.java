package org.manyuan.store;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Supplier;
import org.manyuan.contract.Pseudonym;
import org.manyuan.ingest.KeyedHash;

/**
 * Opens the keyed hash where rows are read: the secret comes from the variable {@value #VARIABLE} of that machine, else from the
 * workspace's file. What travels with a plan is the name of the file, never what stands in it.
 *
 * @param file path of {@code secret.key}, base64url
 */
public record SecretKey(String file) implements Supplier<Pseudonym>, Serializable {
    /** Holds the secret (base64url) where a reader cannot see the workspace's file. */
    public static final String VARIABLE = "MANYUAN_KEY";

    /** The key of a workspace. */
    public static SecretKey of(Workspace workspace) {
        return new SecretKey(workspace.secretKey().toString());
    }

    @Override
    public Pseudonym get() {
        String variable = System.getenv(VARIABLE);
        try {
            String text = variable == null ? Files.readString(Path.of(file)) : variable;
            return KeyedHash.under(Base64.getUrlDecoder().decode(text.strip()));
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The key " + file + " cannot be read: " + cause.getMessage()
                            + ". Without it pupils cannot be recognised; restore it from your copy, or set " + VARIABLE
                            + ".",
                    cause);
        }
    }
}
