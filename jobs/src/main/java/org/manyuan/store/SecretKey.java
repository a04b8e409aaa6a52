package org.manyuan.store;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        try {
            return KeyedHash.under(secret());
        } catch (IllegalArgumentException damaged) {
            throw new IllegalStateException(
                    "The key " + (System.getenv(VARIABLE) == null ? file : VARIABLE)
                            + " is damaged; restore it from your copy.",
                    damaged);
        }
    }

    /**
     * The secret itself.
     *
     * @throws IllegalArgumentException if its text is no base64url
     */
    byte[] secret() {
        String variable = System.getenv(VARIABLE);
        try {
            String text = variable == null ? Files.readString(Path.of(file)) : variable;
            return Base64.getUrlDecoder().decode(text.strip());
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The key " + file + " cannot be read: " + cause.getMessage()
                            + ". Without it pupils cannot be recognised; restore it from your copy, or set " + VARIABLE
                            + ".",
                    cause);
        }
    }

    /**
     * Whether this is the secret that the workspace's keys were made with; the first one that asks is it.
     *
     * @param connection inside somebody's transaction
     */
    public boolean isTheWorkspaces(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into control.key_fingerprint"
                + " select ? where not exists (select 1 from control.key_fingerprint)")) {
            insert.setString(1, fingerprint());
            insert.executeUpdate();
        }
        return fits(connection);
    }

    /** The same without a trace: true also where no secret was ever used. */
    public boolean fits(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select fingerprint from control.key_fingerprint");
                ResultSet row = select.executeQuery()) {
            return !row.next() || row.getString(1).equals(fingerprint());
        }
    }

    private String fingerprint() {
        byte[] word = "manyuan".getBytes(StandardCharsets.UTF_8);
        byte[] mark = new byte[Pseudonym.KEY_LENGTH];
        get().key("fingerprint", word, 0, word.length, mark);
        return new String(mark, StandardCharsets.US_ASCII);
    }
}
