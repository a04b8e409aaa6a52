package org.manyuan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a release says of a public table, worked out again: rows and SHA-256 of the sorted CSV, the bytes that a release loads. */
public final class PublicDigest implements Appendable {
    private static final int CHUNK = 1 << 16;
    private final StringBuilder chunk = new StringBuilder();
    private final MessageDigest digest;

    private PublicDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /**
     * Reads a table whole.
     *
     * @param rows where the table can be asked under its name
     * @throws QueryRefused if its files cannot be read
     */
    public static Release.PublicTable of(LakeTable table, LakeQuery rows) {
        PublicDigest text = new PublicDigest();
        try {
            long count = rows.run(
                    "select * from " + LakeView.quoted(table.name(), '"') + " order by all", ResultFormat.CSV, text);
            text.pass();
            return new Release.PublicTable(table, count, HexFormat.of().formatHex(text.digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Appendable append(CharSequence text) {
        chunk.append(text);
        return passed();
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) {
        chunk.append(text, start, end);
        return passed();
    }

    @Override
    public Appendable append(char c) {
        chunk.append(c);
        return passed();
    }

    private Appendable passed() {
        // never between the halves of one character outside the BMP
        if (chunk.length() >= CHUNK && !Character.isHighSurrogate(chunk.charAt(chunk.length() - 1))) {
            pass();
        }
        return this;
    }

    private void pass() {
        digest.update(chunk.toString().getBytes(StandardCharsets.UTF_8));
        chunk.setLength(0);
    }
}
