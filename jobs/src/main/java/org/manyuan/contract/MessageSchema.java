package org.manyuan.contract;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * The JSON Schema (draft 2020-12) of a dataset's messages, derived from its contract: what a program that sends them holds itself to.
 * It says the canonical form; the row checks also take the other ways that files write a code. What needs more than one row or another
 * dataset (a school that exists, a day after another) no schema can say.
 */
public final class MessageSchema {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final String DAY = "^(?:1[89][0-9]{2}|2[01][0-9]{2}|2200)-[0-9]{2}-[0-9]{2}$";
    /** Not a long number as a spreadsheet rounds it (3.2E+17). */
    private static final String NOT_ROUNDED = "^(?!\\s*[0-9][0-9.]*[Ee]\\+?[0-9]{2}\\s*$)";

    private static final String NOT_BLANK = "\\S";

    private MessageSchema() {}

    /**
     * The schema as text.
     *
     * @param codeSystem setting {@code code_system}: patterns and code lists of a code system hold under it only
     */
    public static String of(Contract contract, String codeSystem) {
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode schema = json.createObjectNode();
        schema.put("$schema", DRAFT);
        schema.put("$id", "urn:manyuan:contract:" + contract.dataset() + ":" + contract.version());
        schema.put("title", contract.chineseName());
        schema.put("description", contract.description());
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (Column column : contract.columns()) {
            boolean isRequired = column.required() && column.defaultValue() == null && !column.fromFolder();
            describe(column, isRequired, codeSystem, properties.putObject(column.name()));
            if (isRequired) {
                required.add(column.name());
            }
        }
        schema.put("additionalProperties", false);
        return schema.toPrettyString();
    }

    private static void describe(Column column, boolean isRequired, String codeSystem, ObjectNode member) {
        member.put("title", column.chineseName());
        member.put("description", column.description());
        if (isRequired) {
            member.put("type", type(column.type()));
        } else {
            member.putArray("type").add(type(column.type())).add("null");
        }
        if (column.defaultValue() != null) {
            member.put("default", column.defaultValue());
        }
        boolean isRuled = column.codeSystem() == null || column.codeSystem().equals(codeSystem);
        switch (column.type()) {
            case TEXT -> text(column, isRequired, isRuled, member);
            case WHOLE -> whole(column, isRequired, member);
            case DECIMAL -> decimal(column, member);
            case NUMBER -> range(column.minimum(), column.maximum(), member);
            case DAY -> member.put("format", "date").put("pattern", DAY);
            case FLAG -> {}
        }
    }

    private static String type(Type type) {
        return switch (type) {
            case TEXT, DAY -> "string";
            case WHOLE -> "integer";
            case DECIMAL, NUMBER -> "number";
            case FLAG -> "boolean";
        };
    }

    private static void text(Column column, boolean isRequired, boolean isRuled, ObjectNode member) {
        if (column.person() != null) {
            member.put("maxLength", column.maxLength());
            member.put("pattern", isRequired ? NOT_ROUNDED + "[\\s\\S]*" + NOT_BLANK : NOT_ROUNDED);
            return;
        }
        if (column.codes() != null && isRuled && !column.codes().open()) {
            ArrayNode codes = member.putArray("enum");
            column.codes().aliases().keySet().forEach(codes::add);
            if (!isRequired) {
                codes.addNull();
            }
            return;
        }
        member.put("maxLength", column.maxLength());
        boolean takesNames = column.reference() != null && column.reference().shortNames();
        if (column.pattern() != null && isRuled && !takesNames) {
            member.put("pattern", "^(?:" + column.pattern() + ")$");
        } else if (isRequired) {
            member.put("pattern", NOT_BLANK);
        }
    }

    private static void whole(Column column, boolean isRequired, ObjectNode member) {
        if (column.codes() != null && !column.codes().open()) {
            ArrayNode codes = member.putArray("enum");
            column.codes().aliases().keySet().forEach(code -> codes.add(Integer.parseInt(code)));
            if (!isRequired) {
                codes.addNull();
            }
            return;
        }
        boolean isInt = column.sqlType().equals("int");
        range(
                column.minimum() == null && isInt ? BigDecimal.valueOf(Integer.MIN_VALUE) : column.minimum(),
                column.maximum() == null && isInt ? BigDecimal.valueOf(Integer.MAX_VALUE) : column.maximum(),
                member);
    }

    private static void decimal(Column column, ObjectNode member) {
        range(column.minimum(), column.maximum(), member);
        member.put("multipleOf", BigDecimal.ONE.movePointLeft(column.scale()));
    }

    private static void range(BigDecimal minimum, BigDecimal maximum, ObjectNode member) {
        if (minimum != null) {
            member.put("minimum", minimum);
        }
        if (maximum != null) {
            member.put("maximum", maximum);
        }
    }
}
