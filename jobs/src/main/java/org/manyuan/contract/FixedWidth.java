package org.manyuan.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the columns of a text without separators begin.
 *
 * @param starts characters of the line, from 0, growing, the first one 0; empty: the header says it
 * @param unlessSeparated a file of this kind may also come with separators, which its header shows; then they count
 */
public record FixedWidth(List<Integer> starts, boolean unlessSeparated) {
    /** A column begins where a word of the header begins; headers of several words need the starts said. */
    static final FixedWidth BY_HEADER = new FixedWidth(List.of(), false);

    /** The same where the header shows no separator. */
    static final FixedWidth UNLESS_SEPARATED = new FixedWidth(List.of(), true);

    static final String FORMS =
            "fixed_width is true, unless_separated, or the characters at which columns begin: [0, 11, 26]";

    private static final Pattern WORD = Pattern.compile("(?<=\\s)\\S");

    /** @throws IllegalArgumentException where the starts do not grow from 0 */
    public FixedWidth {
        starts = List.copyOf(starts);
        for (int i = 0; i < starts.size(); i++) {
            if (i == 0 ? starts.get(0) != 0 : starts.get(i) <= starts.get(i - 1)) {
                throw new IllegalArgumentException(FORMS);
            }
        }
    }

    /** The same with the starts that this header shows, where none are said. */
    public FixedWidth by(String header) {
        if (!starts.isEmpty()) {
            return this;
        }
        List<Integer> found = new ArrayList<>(List.of(0));
        Matcher word = WORD.matcher(header);
        while (word.find()) {
            found.add(header.codePointCount(0, word.start()));
        }
        return new FixedWidth(found, unlessSeparated);
    }

    /** Cuts a line; blanks around a cell are dropped, what the line does not reach is empty. */
    public List<String> cells(String line) {
        int length = line.codePointCount(0, line.length());
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int from = Math.min(length, starts.get(i));
            int to = i + 1 < starts.size() ? Math.min(length, starts.get(i + 1)) : length;
            cells.add(line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, to))
                    .strip());
        }
        return cells;
    }
}
