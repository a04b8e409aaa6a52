package org.manyuan.report;

import java.util.List;
import org.w3c.dom.Element;

/** Page one: whose report it is, and the main findings as sentences. */
record FindingsSection(DistrictYear what, ReleaseStamp stamp, Findings findings, Words words) implements Section {
    @Override
    public void write(Markup page, Element body) {
        Element title = page.child(body, "div", "title");
        page.child(title, "div", "over", words.say("title.over"));
        page.heading(title, "h1", "top", words.say("title", what.districtName(), words.year(what.schoolYear())));
        page.child(
                title,
                "p",
                "stamp",
                words.say(
                        "title.stamp",
                        stamp.release(),
                        stamp.asOf().toString(),
                        stamp.releasedAt().toString().substring(0, 10),
                        what.districtCode()));
        page.heading(body, "h2", "findings", words.say("findings"));
        family(page, body, "family.gap", findings.gap());
        family(page, body, "family.enrollment", findings.enrollment());
        family(page, body, "family.exchange", findings.exchange());
        page.child(body, "p", "note", words.say("findings.note"));
    }

    private void family(Markup page, Element body, String heading, List<Finding> said) {
        Element part = page.child(body, "div", "findings");
        page.child(part, "h3", "family", words.say(heading));
        Element list = page.child(part, "ul");
        for (Finding finding : said) {
            Element item = page.child(list, "li");
            if (!finding.verdict().isEmpty()) {
                Element mark = page.child(item, "span", "mark");
                mark.setAttribute("style", "color:" + Palette.verdict(finding.verdict()));
                page.text(mark, Palette.mark(finding.verdict()) + " ");
            }
            page.text(item, finding.sentence());
        }
    }
}
