package org.manyuan.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The place of a subject of an assessment, in words: never without its 90 % interval and whom it cannot be told from. A row of a release
 * from before the places says nothing. Source: METRICS C1, step 8; card BND-02.
 */
final class PlaceWords {
    private static final String PREVIEW = "planned";

    private final Words words;
    private final Digits digits;

    PlaceWords(Words words) {
        this.words = words;
        this.digits = new Digits(words);
    }

    /** Whether the release knows places at all. */
    static boolean isKnown(Row row) {
        return row.cells().get("rank_flag") != null;
    }

    /** Place, interval, chance of being among the first, and whom it cannot be told from; or why there is no place. */
    String sentence(Row row) {
        if (!isKnown(row)) {
            return "";
        }
        String flag = row.text("rank_flag");
        if (row.number("rank") == null) {
            return words.say("place.none", words.code("flag", flag));
        }
        if (row.number("ranked_groups") == 1) {
            return words.say("place.alone");
        }
        return words.say(
                        "place.sentence",
                        place(row),
                        interval(row),
                        digits.place(row.number("rank_median"), flag),
                        digits.count(row.number("ranked_groups"), flag))
                + onTop(row)
                + alike(row);
    }

    /** The place alone; empty to the eye where there is none. To be shown beside {@link #interval}. */
    String place(Row row) {
        return digits.place(row.number("rank"), row.text("rank_flag"));
    }

    /** The 90 % interval of the place. */
    String interval(Row row) {
        Double better = row.number("rank_p05");
        Double worse = row.number("rank_p95");
        return better == null || worse == null
                ? words.say("none")
                : digits.place(better, "") + "–" + digits.place(worse, "");
    }

    /** Whether the scheme is not in force yet, so that its scores are a preview. */
    static boolean isPreview(Row row) {
        return List.of(row.text("score_marks").split(",")).contains(PREVIEW);
    }

    /** What the scheme is and assumes in the score. */
    String marks(Row row) {
        return said(row.text("score_marks"));
    }

    /** Marks in words: their codes by commas. */
    String said(String marks) {
        return Arrays.stream(marks.split(","))
                .map(String::strip)
                .filter(mark -> !mark.isEmpty())
                .map(mark -> words.code("mark", mark))
                .collect(Collectors.joining(words.pick("、", ", ")));
    }

    /** Among the first so many; of no use where all are. */
    private String onTop(Row row) {
        Double top = row.number("top_places");
        if (row.number("p_top") == null || top == null || top >= row.number("ranked_groups")) {
            return "";
        }
        String chance = digits.percent(row.number("p_top"), "");
        return top == 1 ? words.say("place.first", chance) : words.say("place.top", digits.count(top, ""), chance);
    }

    private String alike(Row row) {
        long all = row.number("indistinct_groups").longValue();
        String names = row.text("indistinct_names").replace("、", words.pick("、", ", "));
        long unnamed = all - (names.isEmpty() ? 0 : row.text("indistinct_names").split("、").length);
        if (all == 0) {
            return words.say("place.apart");
        }
        if (all == row.number("ranked_groups") - 1) {
            return words.say("place.alike_all", all);
        }
        if (names.isEmpty()) {
            return words.say("place.alike_unnamed", all);
        }
        return unnamed > 0 ? words.say("place.alike_more", names, unnamed) : words.say("place.alike", names);
    }
}
