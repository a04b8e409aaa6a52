package org.manyuan.report;

/** A released change of a gap in words that name value, interval, population and verdict. Source: METRICS B4, row "words". */
final class GapWords {
    private final Words words;
    private final Digits digits;

    GapWords(Words words) {
        this.words = words;
        this.digits = new Digits(words);
    }

    /** The whole sentence on one row of {@code mart_gap_change}; a gap that is not judged says why. */
    String sentence(Row row) {
        String flag = row.text("flag");
        String verdict = row.text("verdict");
        if (row.number("change") == null || verdict.equals("NOT_JUDGED")) {
            return words.say(
                    "gap.not_judged",
                    row.text("group_name"),
                    words.year(row, "school_year"),
                    exam(row),
                    gap(row),
                    words.say("flag." + flag));
        }
        return words.say(
                        "gap.sentence",
                        row.text("group_name"),
                        words.year(row, "school_year"),
                        exam(row),
                        distance(row),
                        digits.deviations(row.number("change"), flag),
                        digits.interval(row.number("change_lo"), row.number("change_hi"), 2),
                        digits.count(row.number("k"), flag),
                        digits.count(row.number("n"), flag),
                        words.say("verdict." + verdict))
                + leftOut(row)
                + betweenSchools(row)
                + new AdjustedWords(words).sentence(row);
    }

    /** The exam and subject, e.g. 初中九年级毕业考试总分. */
    String exam(Row row) {
        return words.say(
                "exam",
                words.code("stage", row.text("stage")),
                words.say("grade", row.text("grade")),
                words.code("exam_kind", row.text("exam_kind")),
                words.code("subject", row.text("subject")));
    }

    /** What is compared. */
    String gap(Row row) {
        return words.say("gap." + row.text("gap"));
    }

    /** How far apart the sides are now and were, and who is ahead. */
    private String distance(Row row) {
        Double now = row.number("gap_now");
        Double base = row.number("gap_base");
        String flag = row.text("flag");
        String side = now != null && (now >= 0 == row.has("gap", "GAP-08b")) ? ".expected" : ".turned";
        String before = now != null && base != null && base * now < 0 ? "gap.base_turned" : "gap.base";
        return words.say(
                "gap." + row.text("gap") + (now == null ? "" : side) + ".distance",
                digits.size(now, flag),
                words.say(before, words.year(row, "base_year"), digits.size(base, flag)));
    }

    private String leftOut(Row row) {
        Double units = row.number("left_out_units");
        return units == null || units == 0
                ? ""
                : words.say(
                        "gap.left_out",
                        digits.count(units, row.text("flag")),
                        digits.count(row.number("left_out_students"), row.text("flag")));
    }

    private String betweenSchools(Row row) {
        return row.has("schools_verdict", "NOT_JUDGED")
                ? words.say("gap.schools_not_judged")
                : words.say(
                        "gap.schools",
                        digits.interval(row.number("schools_lo"), row.number("schools_hi"), 2),
                        words.say("verdict." + row.text("schools_verdict")));
    }
}
