package org.manyuan.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition of an adjustment: terms that must all hold. The grammar is that of METRICS C2; there is no {@code or} and no
 * arithmetic, two adjustments say it.
 */
public record When(List<Term> terms) implements Serializable {
    /** What a term looks at. */
    public enum Subject {
        /** The result of a policy rule. */
        RULE,
        /** Rows of the ledger of the scored group or unit in the year. */
        LEDGER,
        ROLE,
        FORM,
        KIND
    }

    /**
     * One term.
     *
     * @param name id of the rule or kind of the ledger rows; empty otherwise
     * @param item of the ledger rows; empty: any
     * @param field of the ledger rows: level, grade, value or count; empty otherwise
     * @param literal what it is compared with, without quotes
     */
    public record Term(Subject subject, String name, String item, String field, Operator operator, String literal)
            implements Serializable {}

    private static final String QUOTED = "(?:'([^']*)'|\"([^\"]*)\")";
    private static final Pattern RULE =
            Pattern.compile("rule\\(\\s*" + QUOTED + "\\s*\\)\\s*(==|!=)\\s*(PASS|FAIL|UNKNOWN|NA)\\b");
    private static final Pattern LEDGER = Pattern.compile("ledger\\(\\s*" + QUOTED + "(?:\\s*,\\s*" + QUOTED
            + ")?\\s*\\)\\.(level|grade|value|count)\\s*(==|!=|>=|<=|>|<)\\s*(?:" + QUOTED + "|(-?\\d+(?:\\.\\d+)?))");
    private static final Pattern WORD = Pattern.compile("(role|form|kind)\\s*==\\s*" + QUOTED);
    private static final Pattern AND = Pattern.compile("\\s+and\\s+");
    private static final Set<String> LEVELS = Set.of("school", "county", "city", "province", "national");

    public When {
        terms = List.copyOf(terms);
    }

    /**
     * Reads a condition.
     *
     * @throws IllegalArgumentException saying from where on it cannot be read
     */
    static When read(String text) {
        List<Term> terms = new ArrayList<>();
        String rest = text.strip();
        while (true) {
            Matcher term = RULE.matcher(rest);
            if (term.lookingAt()) {
                terms.add(new Term(Subject.RULE, either(term, 1), "", "", operator(term.group(3)), term.group(4)));
            } else if ((term = LEDGER.matcher(rest)).lookingAt()) {
                terms.add(ledger(term));
            } else if ((term = WORD.matcher(rest)).lookingAt()) {
                Subject subject = Subject.valueOf(term.group(1).toUpperCase(java.util.Locale.ROOT));
                terms.add(new Term(subject, "", "", "", Operator.EQUAL, either(term, 2)));
            } else {
                throw new IllegalArgumentException("cannot read the condition from \"" + rest
                        + "\" on; a term is rule('ID') == FAIL, ledger('kind', 'item').count > 0, or role, form or kind =="
                        + " 'word', and terms are joined by and");
            }
            rest = rest.substring(term.end());
            if (rest.isEmpty()) {
                return new When(terms);
            }
            Matcher and = AND.matcher(rest);
            if (!and.lookingAt()) {
                throw new IllegalArgumentException(
                        "cannot read the condition from \"" + rest.strip() + "\" on; terms are joined by and");
            }
            rest = rest.substring(and.end());
        }
    }

    private static Term ledger(Matcher term) {
        String field = term.group(5);
        String number = term.group(9);
        String literal = number == null ? either(term, 7) : number;
        if (field.equals("level") && !LEVELS.contains(literal)) {
            throw new IllegalArgumentException("a level is school, county, city, province or national, not " + literal);
        }
        if (number == null && Set.of("value", "count").contains(field)) {
            throw new IllegalArgumentException(field + " is compared with a number, not with '" + literal + "'");
        }
        String item = term.group(3) == null && term.group(4) == null ? "" : either(term, 3);
        return new Term(Subject.LEDGER, either(term, 1), item, field, operator(term.group(6)), literal);
    }

    private static Operator operator(String sign) {
        return Operator.of(sign).orElseThrow();
    }

    private static String either(Matcher term, int group) {
        return term.group(group) == null ? term.group(group + 1) : term.group(group);
    }
}
