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

    /** A row; {@code kinds} has one letter a cell: t text, n figure, v verdict by its code. */
    Element row(Element body, String kinds, String... cells) {
        Element row = page.child(body, "tr");
        for (int i = 0; i < cells.length; i++) {
            if (kinds.charAt(i) == 'v') {
                verdict(page.child(row, "td", "v"), cells[i]);
            } else {
                page.child(row, "td", kinds.charAt(i) == 'n' ? "n" : "t", cells[i]);
            }
        }
        return row;
    }

    /** A verdict: sign, colour and word. */
    void verdict(Element parent, String verdict) {
        Element said = page.child(parent, "span");
        said.setAttribute("style", "color:" + Palette.verdict(verdict));
        page.text(said, Palette.mark(verdict) + " " + words.code("verdict", verdict));
    }
}
