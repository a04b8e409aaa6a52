package org.manyuan.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.w3c.dom.Element;

/** The whole report as a page tree: head and foot of every page, then the sections in their order, findings first. */
record ReportPages(DistrictYear what, ReleaseStamp stamp, ReportRows rows, Words words) {
    /** Of the digest, on every page; the whole of it stands once, at the end. */
    private static final int SHORT_DIGEST = 12;

    Markup pages(ReportFont font) {
        Markup page = new Markup(words.tag(), title(), words.say("description", title()), style(), font::printable);
        edges(page);
        for (Section section : List.of(
                new FindingsSection(what, stamp, new Findings(rows, words), words),
                new GapSection(rows, words),
                new EnrollmentSection(rows, words),
                new ExchangeSection(rows, words),
                new AssessmentSection(rows, words),
                new PolicySection(rows, words),
                new UntoldSection(rows, words),
                new MethodSection(rows, stamp, words))) {
            section.write(page, page.body());
        }
        return page;
    }

    String title() {
        return words.say("title", what.districtName(), words.year(what.schoolYear()));
    }

    private void edges(Markup page) {
        Element top = page.child(page.body(), "div", "top");
        page.child(top, "div", "running", words.say("running", title()));
        if (rows.isSynthetic()) {
            page.child(top, "div", "synthetic", words.say("synthetic"));
        }
        Element bottom = page.child(page.body(), "div", "bottom");
        Element row = page.child(page.child(bottom, "table", "edge"), "tr");
        page.child(
                row,
                "td",
                "left",
                words.say(
                        "foot",
                        stamp.release(),
                        stamp.digest()
                                .substring(
                                        0, Math.min(SHORT_DIGEST, stamp.digest().length()))));
        Element number = page.child(row, "td", "right");
        page.text(number, words.say("foot.page"));
        page.child(number, "span", "page");
        page.text(number, words.say("foot.of"));
        page.child(number, "span", "pages");
        page.text(number, words.say("foot.end"));
    }

    private static String style() {
        try (InputStream style = ReportPages.class.getResourceAsStream("report.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
