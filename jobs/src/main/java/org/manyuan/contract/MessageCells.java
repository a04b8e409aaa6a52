package org.manyuan.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JSON object of a message as cells in the order of the contract's columns, for the same row checks that read files: an absent
 * member and null are an empty cell, numbers and flags become their text. What is no such object is told and has no cells. Not
 * thread-safe: its buffers serve all messages.
 */
public final class MessageCells {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final int MOST_REASONS = 20;
    /** Beyond it an exponent is no figure of a school, and writing the number out would fill memory. */
    private static final int MOST_ZEROS = 40;

    private final List<Column> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final boolean[] seen;
    private final Slice scratch = new Slice();
    private final Set<String> reasons = new LinkedHashSet<>();
    private Fields fields = new Fields();
    private boolean isFilled;
    private int end;

    public MessageCells(Contract contract) {
        columns = contract.columns();
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i).name(), i);
        }
        seen = new boolean[columns.size()];
    }

    /**
     * Fills the cells, those of the columns and then the submitter.
     *
     * @param message the value of the message as it came; empty where it has none
     * @param submitter who hands it in; empty where nobody is named
     * @return null, or why the message is no row, {@code CODE:member} parts joined by {@code ;}
     */
    public String read(byte[] message, String submitter, Fields into) {
        if (message.length == 0) {
            return reason(ProblemCode.EMPTY_MESSAGE, "");
        }
        if (!isUtf8(message)) {
            return reason(ProblemCode.NOT_UTF8, "");
        }
        begin(into, message.length + 4 * submitter.length());
        try (JsonParser parser = JSON.createParser(message)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return reason(ProblemCode.NOT_JSON, "");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                member(parser.currentName(), parser);
            }
            if (parser.nextToken() != null) {
                return reason(ProblemCode.NOT_JSON, "");
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
            // its message quotes the text, so it goes no further
            return reason(ProblemCode.NOT_JSON, "");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        if (!reasons.isEmpty()) {
            return String.join(";", reasons);
        }
        if (!isFilled) {
            return reason(ProblemCode.EMPTY_MESSAGE, "");
        }
        put(columns.size(), submitter.getBytes(StandardCharsets.UTF_8));
        return null;
    }

    private void begin(Fields into, int size) {
        fields = into;
        reasons.clear();
        Arrays.fill(seen, false);
        isFilled = false;
        end = 0;
        if (into.buffer.length < size) {
            into.buffer = new byte[2 * size];
        }
        into.count = 0;
        for (int i = 0; i <= columns.size(); i++) {
            into.add(0, 0);
        }
    }

    private void member(String name, JsonParser parser) throws IOException {
        JsonToken value = parser.nextToken();
        Integer place = places.get(name);
        if (place == null) {
            parser.skipChildren();
            note(ProblemCode.UNKNOWN_MEMBER, name);
        } else if (seen[place]) {
            parser.skipChildren();
            note(ProblemCode.DOUBLED_MEMBER, name);
        } else {
            seen[place] = true;
            value(place, value, parser);
        }
    }

    private void value(int place, JsonToken value, JsonParser parser) throws IOException {
        Column column = columns.get(place);
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        if (!fits(column.type(), value)) {
            parser.skipChildren();
            note(ProblemCode.MEMBER_TYPE, column.name());
            return;
        }
        String text = parser.getText();
        if (value == JsonToken.VALUE_STRING) {
            text = text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
            if (!isPlain(text)) {
                note(ProblemCode.NOT_UTF8, column.name());
                return;
            }
        } else if (value == JsonToken.VALUE_NUMBER_FLOAT && column.type() != Type.NUMBER) {
            text = writtenOut(text);
        }
        put(place, text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean fits(Type type, JsonToken value) {
        return switch (type) {
            case TEXT, DAY -> value == JsonToken.VALUE_STRING;
            case WHOLE, DECIMAL, NUMBER -> value.isNumeric();
            case FLAG -> value.isBoolean();
        };
    }

    /** 1e2 and 100.0 are the whole number 100, as JSON Schema has it. */
    private static String writtenOut(String number) {
        try {
            BigDecimal value = new BigDecimal(number);
            if (Math.abs((long) value.scale()) > MOST_ZEROS) {
                return number;
            }
            return value.stripTrailingZeros().scale() <= 0
                    ? value.toBigInteger().toString()
                    : value.toPlainString();
        } catch (NumberFormatException beyondAnyExponent) {
            return number;
        }
    }

    private void put(int place, byte[] utf8) {
        if (end + utf8.length > fields.buffer.length) {
            fields.buffer = Arrays.copyOf(fields.buffer, 2 * (end + utf8.length));
        }
        System.arraycopy(utf8, 0, fields.buffer, end, utf8.length);
        fields.starts[place] = end;
        fields.lengths[place] = utf8.length;
        end += utf8.length;
        scratch.set(utf8);
        scratch.trim();
        isFilled |= !scratch.isEmpty();
    }

    private void note(ProblemCode code, String member) {
        if (reasons.size() < MOST_REASONS) {
            // any other name may be a person's: it is not told
            reasons.add(reason(code, Tellable.MEMBERS.contains(member) ? member : ""));
        }
    }

    private static String reason(ProblemCode code, String member) {
        return code + ":" + member;
    }

    private static boolean isUtf8(byte[] message) {
        for (byte b : message) {
            if (b < 0) {
                try {
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message));
                    return true;
                } catch (CharacterCodingException undecodable) {
                    return false;
                }
            }
        }
        return true;
    }

    /** No control character, and no half of a surrogate pair, which JSON can write and UTF-8 cannot. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The columns of all contracts, so a member that belongs to another dataset can be named. */
    private static final class Tellable {
        static final Set<String> MEMBERS = Contracts.all().stream()
                .flatMap(contract -> contract.columns().stream())
                .map(Column::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
