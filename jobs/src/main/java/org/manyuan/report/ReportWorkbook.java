package org.manyuan.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.manyuan.domain.Flag;

/** The report's figures as a workbook: first what it is, then the findings and one sheet per family, numbers as numbers. */
record ReportWorkbook(DistrictYear what, ReleaseStamp stamp, ReportRows rows, Words words) {
    private static final List<String> SHEETS = List.of(
            "findings", "gap", "enrollment", "exchange", "places", "assessment", "policy", "published", "remarks");

    /** The file. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Manyuan", "1.0")) {
            about(book.newWorksheet(words.say("sheet.about")));
            findings(book);
            SheetOfRows sheets = new SheetOfRows(book, words, above());
            sheets.write("gap", "mart_gap_change", rows.gapChanges());
            sheets.write("enrollment", "mart_enrollment", rows.enrollment());
            sheets.write("exchange", "mart_exchange", rows.exchange());
            sheets.write("places", "mart_assessment", PlaceRows.of(rows, words));
            sheets.write(
                    "assessment",
                    "mart_assessment",
                    rows.assessment().stream().map(PlaceRows::ofTheIndicator).toList());
            sheets.write("policy", "rel_policy_check", PolicyRows.of(rows.checks(), words));
            sheets.write("published", "rel_published_check", rows.published());
            remarks(sheets);
        } catch (IOException e) {
            throw new ReportException("the workbook cannot be written: " + e.getMessage(), e);
        }
        return ZipDates.fixed(bytes.toByteArray(), stamp.releasedAt());
    }

    /** What stands above every head: which release, and 合成数据 where rows are made up. */
    private List<String> above() {
        String release = words.say("sheet.stamp", stamp.release(), stamp.digest());
        return rows.isSynthetic() ? List.of(release, words.say("about.synthetic")) : List.of(release);
    }

    private void about(Worksheet sheet) {
        int line = 0;
        Map<String, String> facts = new java.util.LinkedHashMap<>();
        facts.put("about.title", new ReportPages(what, stamp, rows, words).title());
        facts.put("about.release", stamp.release());
        facts.put("about.digest", stamp.digest());
        facts.put("about.as_of", stamp.asOf().toString());
        facts.put("about.released_at", stamp.releasedAt().toString());
        facts.put("about.origin", words.say(rows.isSynthetic() ? "about.synthetic" : "about.reported"));
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            SheetOfRows.text(sheet, line, 0, words.say(fact.getKey()));
            SheetOfRows.text(sheet, line, 1, fact.getValue());
            sheet.style(line, 0).bold().set();
            line++;
        }
        line++;
        for (String name : SHEETS) {
            SheetOfRows.text(sheet, line, 0, words.say("sheet." + name));
            SheetOfRows.text(sheet, line++, 1, words.say("about." + name));
        }
        line++;
        SheetOfRows.text(sheet, line++, 1, words.say("about.empty"));
        line++;
        SheetOfRows.text(sheet, line, 0, words.say("about.flags"));
        sheet.style(line++, 0).bold().set();
        for (Flag flag : Flag.values()) {
            SheetOfRows.text(sheet, line, 0, words.code("flag", flag.name()) + " " + flag.name());
            SheetOfRows.text(sheet, line++, 1, flag == Flag.OK ? "" : words.say("flag." + flag.name()));
        }
        sheet.width(0, 34);
        sheet.width(1, 100);
    }

    private void findings(Workbook book) {
        Findings findings = new Findings(rows, words);
        Worksheet sheet = book.newWorksheet(words.say("sheet.findings"));
        int line = SheetOfRows.heads(
                sheet,
                above(),
                List.of(words.say("column.family"), words.say("column.sentence"), words.say("column.verdict")));
        for (Finding finding : Stream.of(findings.gap(), findings.enrollment(), findings.exchange())
                .flatMap(List::stream)
                .toList()) {
            SheetOfRows.text(sheet, line, 0, words.say("family." + finding.family()));
            SheetOfRows.text(sheet, line, 1, finding.sentence());
            SheetOfRows.text(
                    sheet, line, 2, finding.verdict().isEmpty() ? "" : words.code("verdict", finding.verdict()));
            sheet.style(line, 1).wrapText(true).set();
            line++;
        }
        sheet.width(0, 14);
        sheet.width(1, 120);
        sheet.width(2, 18);
    }

    private void remarks(SheetOfRows sheets) {
        sheets.write("remarks", "rel_metric_value", rows.remarks());
    }
}
