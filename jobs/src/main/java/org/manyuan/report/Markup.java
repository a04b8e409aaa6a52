package org.manyuan.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The report's page as a tree of elements. Every text is a text node, so that a name is printed as it is whatever characters it holds.
 */
final class Markup {
    private final Document document;
    private final Element body;
    private final UnaryOperator<String> printable;

    /** An empty page; {@code printable} turns a text into one that the font can print. */
    Markup(String language, String title, String description, String style, UnaryOperator<String> printable) {
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        this.printable = printable;
        Element root = document.createElement("html");
        root.setAttribute("lang", language);
        document.appendChild(root);
        Element head = child(root, "head");
        text(child(head, "title"), title);
        for (String name : List.of("description", "subject")) {
            Element meta = child(head, "meta");
            meta.setAttribute("name", name);
            meta.setAttribute("content", printable.apply(description));
        }
        child(head, "style").appendChild(document.createTextNode(style));
        body = child(root, "body");
    }

    Document document() {
        return document;
    }

    /** The element that holds everything. */
    Element body() {
        return body;
    }

    /** A new element below another. */
    Element child(Element parent, String name) {
        Element element = document.createElement(name);
        parent.appendChild(element);
        return element;
    }

    /** A new element with a class of the style sheet. */
    Element child(Element parent, String name, String style) {
        Element element = child(parent, name);
        element.setAttribute("class", style);
        return element;
    }

    /** A new element with a class and a text. */
    Element child(Element parent, String name, String style, String text) {
        Element element = child(parent, name, style);
        text(element, text);
        return element;
    }

    /** Adds a text. */
    void text(Element element, String text) {
        element.appendChild(document.createTextNode(printable.apply(text)));
    }

    /** A heading; {@code id} is what the table of contents points at. */
    Element heading(Element parent, String level, String id, String text) {
        Element heading = child(parent, level);
        heading.setAttribute("id", id);
        text(heading, text);
        return heading;
    }

    /** A table with a head row that is repeated on every page it runs over; returns its body. */
    Element table(Element parent, String style, List<String> columns) {
        Element table = child(parent, "table", style);
        Element row = child(child(table, "thead"), "tr");
        for (String column : columns) {
            Element cell = child(row, "th");
            cell.setAttribute("scope", "col");
            text(cell, column);
        }
        return child(table, "tbody");
    }

    /** A vector figure with the words that tell it to one who cannot see it. */
    void figure(Element parent, Svg figure, String alternative) {
        Element image = child(parent, "img", "figure");
        image.setAttribute("alt", printable.apply(alternative));
        image.setAttribute(
                "src",
                "data:image/svg+xml;base64,"
                        + Base64.getEncoder().encodeToString(figure.source().getBytes(StandardCharsets.UTF_8)));
        image.setAttribute("style", "width:" + figure.width() + "pt;height:" + figure.height() + "pt");
    }
}
