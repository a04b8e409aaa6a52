package org.manyuan.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.copy.CopyIn;

/** CSV text on its way into a COPY, digested as it passes. */
final class CopiedText implements Appendable {
    private static final int CHUNK = 1 << 16;
    private final CopyIn copy;
    private final StringBuilder chunk = new StringBuilder();
    private final MessageDigest digest;

    CopiedText(CopyIn copy) {
        this.copy = copy;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    @Override
    public Appendable append(CharSequence text) throws IOException {
        chunk.append(text);
        return flushed();
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) throws IOException {
        chunk.append(text, start, end);
        return flushed();
    }

    @Override
    public Appendable append(char c) throws IOException {
        chunk.append(c);
        return flushed();
    }

    void end() throws IOException, SQLException {
        pass();
        copy.endCopy();
    }

    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private Appendable flushed() throws IOException {
        // never between the halves of one character outside the BMP
        if (chunk.length() >= CHUNK && !Character.isHighSurrogate(chunk.charAt(chunk.length() - 1))) {
            pass();
        }
        return this;
    }

    private void pass() throws IOException {
        byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
        chunk.setLength(0);
        digest.update(bytes);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException cause) {
            throw new IOException("PostgreSQL refuses the rows: " + cause.getMessage(), cause);
        }
    }
}
