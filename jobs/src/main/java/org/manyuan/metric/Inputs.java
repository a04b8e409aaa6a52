package org.manyuan.metric;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.manyuan.domain.Origin;

/**
 * What entered a figure: whether any of it is synthetic, and a digest of its canonical text, the same for the same rows in any
 * order. The one place where the digest of inputs is made.
 *
 * @param hash the first 16 hex digits of a SHA-256
 */
record Inputs(Origin origin, String hash) {
    private static final Function<Object, String> WHOLE = Object::toString;
    private static final HexFormat HEX = HexFormat.of();
    private static final ThreadLocal<MessageDigest> SHA = ThreadLocal.withInitial(Inputs::sha);
    private static final Inputs NONE = new Inputs(Origin.REPORTED, digest(""));

    /** The digest of one row. */
    static Inputs of(Origin origin, Object row) {
        return of(origin, row, WHOLE);
    }

    /**
     * The digest of one row of which a figure uses what a text says.
     *
     * @param text a constant
     */
    static <T> Inputs of(Origin origin, T row, Function<? super T, String> text) {
        Inputs inputs = new Inputs(origin, RowDigests.of(row, text));
        InputTrace.row(inputs.hash, row);
        return inputs;
    }

    /** The digest of one row of which a figure uses what this text, made for it, says. */
    static Inputs of(Origin origin, String text, Object row) {
        Inputs inputs = new Inputs(origin, digest(text));
        InputTrace.row(inputs.hash, row);
        return inputs;
    }

    /** The digest of rows together, in any order. */
    static Inputs all(Collection<Inputs> parts) {
        Origin origin = Origin.REPORTED;
        String[] hashes = new String[parts.size()];
        int at = 0;
        for (Inputs part : parts) {
            origin = origin.and(part.origin);
            hashes[at++] = part.hash;
        }
        Arrays.sort(hashes);
        Inputs inputs = new Inputs(origin, digest(String.join(",", hashes)));
        InputTrace.parts(inputs.hash, parts);
        return inputs;
    }

    /** The same, told apart by what it is used for, also from inputs of the same rows. */
    Inputs as(InputTrace.Use use) {
        Inputs apart = new Inputs(origin, digest(use + "," + hash));
        InputTrace.parts(apart.hash, List.of(this));
        InputTrace.use(apart.hash, use);
        return apart;
    }

    /** These together with others. */
    Inputs and(Inputs... others) {
        List<Inputs> parts = new ArrayList<>(others.length + 1);
        parts.add(this);
        parts.addAll(Arrays.asList(others));
        return all(parts);
    }

    /** The same, of a unit that is itself reported or made up. */
    Inputs from(Origin unit) {
        return new Inputs(origin.and(unit), hash);
    }

    /** Nothing. */
    static Inputs none() {
        InputTrace.parts(NONE.hash, List.of());
        return NONE;
    }

    static String digest(String text) {
        return HEX.formatHex(SHA.get().digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK has no SHA-256; every Java platform must have it", missing);
        }
    }
}
