package org.manyuan.report;

/** Whether joining a group narrowed the gap, in one sentence a supervisor can sign; where it cannot be told yet, why. Source: METRICS B7. */
final class JoiningWords {
    private final Words words;
    private final Digits digits;

    JoiningWords(Words words) {
        this.words = words;
        this.digits = new Digits(words);
    }

    /** The sentence on one judged row of GAP-18. */
    String sentence(Row row) {
        String subject = words.say("joining.subject", words.code("group_kind", row.text("kind")), exam(row));
        String verdict = row.text("verdict");
        if (verdict.equals("NOT_JUDGED")) {
            return words.say("joining.not_yet", subject, words.say("joining.why." + why(row)));
        }
        Double effect = row.number("value");
        return words.say(
                "joining.sentence",
                subject,
                words.say(effect < 0 ? "joining.fell" : "joining.rose", digits.size(effect, row.text("flag"))),
                digits.interval(row.number("ci_lo"), row.number("ci_hi"), 2),
                digits.count(row.number("k"), row.text("flag")),
                words.say("joining.verdict." + verdict));
    }

    private String exam(Row row) {
        return row.text("exam_kind").isEmpty()
                ? words.say(
                        "joining.exam",
                        words.code("stage", row.text("stage")),
                        words.say("grade", row.text("grade")),
                        words.code("subject", row.text("subject")))
                : new GapWords(words).exam(row);
    }

    /** What stands in the way: its flag, one group that is a whole cohort, or the years before. */
    private static String why(Row row) {
        String flag = row.text("flag");
        if (row.number("value") == null || flag.equals("APPROXIMATE") || flag.equals("ZERO_SD")) {
            return flag;
        }
        return row.number("p_before") == null ? "BEFORE_UNKNOWN" : "BEFORE_DIFFERS";
    }
}
