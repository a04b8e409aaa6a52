package org.manyuan.report;

import java.util.Map;
import org.manyuan.contract.CheckNames;
import org.manyuan.contract.Wording;

/** What a policy rule asks and what was found, in words. */
final class PolicyWords {
    private static final String PLANNED = "planned";

    /** Whose metrics are shares of teachers. */
    private static final String OF_THE_EXCHANGE = "TCH-";

    private final Words words;
    private final Digits digits;
    private final Map<String, Wording> names = CheckNames.all();

    PolicyWords(Words words) {
        this.words = words;
        this.digits = new Digits(words);
    }

    /** Whether the check is of a policy rule; others are of a county standard. */
    static boolean isOfARule(Row row) {
        return CheckNames.isOfARule(row.text("rule_id"));
    }

    /** Whether the check holds a share of exchanged teachers against a rule in force. */
    static boolean isOfTheExchange(Row row) {
        return row.text("metric_id").startsWith(OF_THE_EXCHANGE) && !row.has("hardness", PLANNED);
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
                value(row, "value", row.text("flag")),
                value(row, "threshold", ""),
                result(row));
    }

    /** What the rule asks, with its id; a planned one says so. */
    String rule(Row row) {
        String id = row.text("rule_id");
        String said = names.containsKey(id) && isOfARule(row) ? id + " " + name(row) : name(row);
        return row.has("hardness", PLANNED) ? words.say("policy.planned", said) : said;
    }

    /** What the rule asks; its id where it has no words. */
    String name(Row row) {
        String id = row.text("rule_id");
        Wording name = names.get(id);
        return name == null ? id : words.pick(name.zh(), name.en());
    }

    /** Hard, soft, or a rule that is not in force yet. */
    String hardness(Row row) {
        return words.code("hardness", row.text("hardness"));
    }

    /** The result in words. */
    String result(Row row) {
        return words.code("result", row.text("result"));
    }

    /** The value found or asked for: a share in per cent, else a number. */
    String value(Row row, String column, String flag) {
        Double value = row.number(column);
        return row.text("metric_id").startsWith(OF_THE_EXCHANGE)
                ? digits.percent(value, flag)
                : digits.coefficient(value, flag);
    }
}
