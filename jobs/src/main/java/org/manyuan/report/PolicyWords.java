package org.manyuan.report;

/** What a policy rule found, in words. */
final class PolicyWords {
    private final Words words;
    private final Digits digits;

    PolicyWords(Words words) {
        this.words = words;
        this.digits = new Digits(words);
    }

    /** The rule, the value, what is asked for and the result. */
    String sentence(Row row) {
        return words.say(
                "policy.sentence",
                rule(row),
                words.code("stage", row.text("stage")),
                digits.percent(row.number("value"), row.text("flag")),
                digits.percent(row.number("threshold"), ""),
                result(row));
    }

    /** What the rule asks, with its id. */
    String rule(Row row) {
        String id = row.text("rule_id");
        return words.has("policy." + id) ? words.say("policy." + id) : id;
    }

    /** The result in words. */
    String result(Row row) {
        return words.say("policy.result." + row.text("result"));
    }
}
