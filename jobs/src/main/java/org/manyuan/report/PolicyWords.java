package org.manyuan.report;

import org.manyuan.contract.PolicyRules;

/** What a policy rule found, in words. */
final class PolicyWords {
    private final Words words;
    private final Digits digits;

    PolicyWords(Words words) {
        this.words = words;
        this.digits = new Digits(words);
    }

    /** Whether the check is of a policy rule, all of which are about the exchange of teachers; others are of a county standard. */
    static boolean isOfARule(Row row) {
        return PolicyRules.all().stream().anyMatch(rule -> rule.id().equals(row.text("rule_id")));
    }

    /** The stage that was looked at; the row of no stage is over all that the rule asks of. */
    String stage(Row row) {
        String stage = row.text("stage");
        return stage.isEmpty() ? words.say("policy.all_stages") : words.code("stage", stage);
    }

    /** The rule, the value, what is asked for and the result. */
    String sentence(Row row) {
        return words.say(
                "policy.sentence",
                rule(row),
                stage(row),
                digits.percent(row.number("value"), row.text("flag")),
                digits.percent(row.number("threshold"), ""),
                result(row));
    }

    /** What the rule asks, with its id. */
    String rule(Row row) {
        String id = row.text("rule_id");
        return PolicyRules.all().stream()
                .filter(rule -> rule.id().equals(id))
                .map(rule -> id + " " + words.pick(rule.name().zh(), rule.name().en()))
                .findFirst()
                .orElse(id);
    }

    /** The result in words. */
    String result(Row row) {
        return words.say("policy.result." + row.text("result"));
    }
}
