package org.manyuan.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The cells of a header as a message may tell them: those that some contract knows, by name; the others only by number, because a
 * file without a header has a person's row there.
 */
final class ToldHeaders {
    /** A number, a day, or the number of somebody or something: G370305201300001. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+([.,/:-][0-9]+)*%?|[a-z]{1,4}[0-9]{4,}x?");

    private ToldHeaders() {}

    static Wording of(Header header) {
        List<String> told = new ArrayList<>();
        int others = 0;
        for (String cell : header.cells()) {
            if (isKnown(cell)) {
                told.add(cell);
            } else if (!cell.isBlank()) {
                others++;
            }
        }
        if (others == 0) {
            return new Wording(String.join("、", told), String.join(", ", told));
        }
        boolean isAlone = told.isEmpty();
        String zh = others + " 个不认识的表头";
        String en = others + (others == 1 ? " header" : " headers") + " that no dataset knows";
        return new Wording(
                isAlone ? zh : String.join("、", told) + "，另有 " + zh,
                isAlone ? en : String.join(", ", told) + ", and " + en);
    }

    /** What a line holds, by its kinds of cells alone. */
    static Wording shape(Header line) {
        long filled = line.cells().stream().filter(cell -> !cell.isBlank()).count();
        long numbers = line.cells().stream().filter(ToldHeaders::isNumber).count();
        return new Wording(
                "%d 格，其中数字或号码 %d 格、文字 %d 格".formatted(filled, numbers, filled - numbers),
                "%d cells, %d of them numbers or codes and %d texts".formatted(filled, numbers, filled - numbers));
    }

    /** Whether a line holds a number and no header that is known: a line of data. */
    static boolean isData(Header line) {
        return line.cells().stream().anyMatch(ToldHeaders::isNumber)
                && line.cells().stream().noneMatch(ToldHeaders::isKnown);
    }

    static boolean isNumber(String cell) {
        return NUMBER.matcher(Words.normal(cell)).matches();
    }

    private static boolean isKnown(String cell) {
        return Known.WORDS.contains(Words.ofHeader(cell));
    }

    /** Made once, when first asked for. */
    private static final class Known {
        static final Set<String> WORDS = words();

        private static Set<String> words() {
            Set<String> known = new HashSet<>();
            for (Contract contract : Contracts.all()) {
                contract.columns().forEach(column -> known.addAll(HeaderWords.of(column)));
            }
            return known;
        }
    }
}
