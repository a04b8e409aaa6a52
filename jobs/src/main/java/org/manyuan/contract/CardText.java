package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a metric's card says below its head: question, formula, inputs, uncertainty, edge cases, source. Paragraphs with Chinese
 * characters are the Chinese text, the others the English; a line of both is both.
 */
public final class CardText {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final String HEADING = "## ";

    private CardText() {}

    /** A part of a card. */
    public record Part(Wording heading, Wording text) {}

    /**
     * The parts of a card, in order.
     *
     * @param metricId of a card that comes with Manyuan
     */
    public static List<Part> of(String metricId) {
        String file = "schemas/metrics/" + metricId + ".md";
        try (InputStream bytes = CardText.class.getClassLoader().getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalArgumentException("there is no " + file);
            }
            return read(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static List<Part> read(String page) {
        List<Part> parts = new ArrayList<>();
        for (String section : page.split("(?m)^(?=" + HEADING + ")")) {
            if (section.startsWith(HEADING)) {
                int end = section.indexOf('\n');
                String heading = section.substring(HEADING.length(), end).strip();
                int blank = heading.indexOf(' ');
                parts.add(new Part(
                        new Wording(heading.substring(0, blank), heading.substring(blank + 1)),
                        text(section.substring(end))));
            }
        }
        return parts;
    }

    private static Wording text(String body) {
        List<String> chinese = new ArrayList<>();
        List<String> english = new ArrayList<>();
        for (String paragraph : body.strip().split("\n\\s*\n")) {
            boolean isChinese = CHINESE.matcher(paragraph).find();
            boolean isList = paragraph.startsWith("- ");
            if (isChinese) {
                chinese.add(paragraph.strip());
            }
            if (!isChinese || isList) {
                english.add(paragraph.strip());
            }
        }
        return new Wording(
                String.join("\n", chinese.isEmpty() ? english : chinese),
                String.join("\n", english.isEmpty() ? chinese : english));
    }
}
