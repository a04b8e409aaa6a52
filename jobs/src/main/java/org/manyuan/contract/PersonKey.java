package org.manyuan.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The key of a person whose number somebody states, the same that the row checks make of it. */
public final class PersonKey {
    /** The key spaces: a number means another person in each. */
    public static final List<String> SPACES = List.of("student", "teacher");

    private PersonKey() {}

    /**
     * The key.
     *
     * @param space one of {@link #SPACES}
     */
    public static String of(String space, String number, Pseudonym pseudonym) {
        Slice in = normalised(number);
        byte[] key = new byte[Pseudonym.KEY_LENGTH];
        pseudonym.key(space, in.buffer, in.from, in.length, key);
        return new String(key, StandardCharsets.US_ASCII);
    }

    /** Whether there is a number at all. */
    public static boolean isNumber(String number) {
        return !normalised(number).isEmpty();
    }

    /** The one form in which a number is hashed. */
    public static String form(String number) {
        return normalised(number).text();
    }

    private static Slice normalised(String number) {
        Slice in = new Slice();
        in.rewrite(number);
        in.trim();
        PersonCheck.normalise(in);
        return in;
    }
}
