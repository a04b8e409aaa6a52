package org.manyuan.contract;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The key of a person whose number somebody states, the same that the row checks make of it. */
public final class PersonKey {
    /** The key spaces: a number means another person in each. */
    public static final List<String> SPACES = List.of("student", "teacher");

    /** From a character of ASCII to its full-width form. */
    private static final int FULL_WIDTH = 0xFEE0;

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

    /** How files spell a form that are read alike: in capitals or not, in half-width or full-width characters. */
    public static Set<String> spellings(String form) {
        Set<String> spellings = new LinkedHashSet<>();
        for (String letters : List.of(form, form.toUpperCase(Locale.ROOT), form.toLowerCase(Locale.ROOT))) {
            spellings.add(letters);
            spellings.add(letters.chars()
                    .mapToObj(
                            letter -> Character.toString(letter > ' ' && letter <= '~' ? letter + FULL_WIDTH : letter))
                    .collect(Collectors.joining()));
        }
        return spellings;
    }

    private static Slice normalised(String number) {
        Slice in = new Slice();
        in.rewrite(number);
        in.trim();
        PersonCheck.normalise(in);
        return in;
    }
}
