package org.manyuan.report;

import java.util.List;
import org.w3c.dom.Element;

/** Tables of a page: a head row, then rows whose cells are texts, figures or verdicts. */
final class Tables {
    private final Markup page;
    private final Words words;

    Tables(Markup page, Words words) {
        this.page = page;
        this.words = words;
    }

    /** A table; {@code columns} names the templates of its head. Returns its body. */
    Element table(Element parent, String style, String... columns) {
        return page.table(
                parent, style, List.of(columns).stream().map(words::say).toList());
    }

    /** A row; {@code kinds} has one letter a cell: t text, c text that is not broken, m more text, n figure, v verdict by its code. */
    Element row(Element body, String kinds, String... cells) {
        if (!body.hasChildNodes()) {
            align((Element) body.getPreviousSibling().getFirstChild(), kinds);
        }
        Element row = page.child(body, "tr");
        for (int i = 0; i < cells.length; i++) {
            if (kinds.charAt(i) == 'v') {
                verdict(page.child(row, "td", "v"), cells[i]);
            } else {
                // a figure stands on one line, the words for a hidden one may break
                boolean isHidden = kinds.charAt(i) == 'n' && cells[i].startsWith(words.say("hidden"));
                page.child(row, "td", kinds.charAt(i) + (isHidden ? " hidden" : ""), cells[i]);
            }
        }
        return row;
    }

    /** The heads of figures stand over them, at the right. */
    private static void align(Element head, String kinds) {
        for (int i = 0; i < kinds.length(); i++) {
            if (kinds.charAt(i) == 'n') {
                ((Element) head.getChildNodes().item(i)).setAttribute("class", "n");
            }
        }
    }

    /** A verdict: sign, colour and word. */
    void verdict(Element parent, String verdict) {
        Element said = page.child(parent, "span");
        said.setAttribute("style", "color:" + Palette.verdict(verdict));
        page.text(said, Palette.mark(verdict) + " " + words.code("verdict", verdict));
    }
}
