package org.manyuan.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The yearly report of a district: one PDF and one workbook, out of the rows of one release. It computes no figure; the same release
 * gives the same bytes.
 */
public final class YearReport {
    private final ReleasedRows rows;
    private final ReleaseStamp stamp;
    private final Words words;
    private final ReportFont font;

    private YearReport(ReleasedRows rows, ReleaseStamp stamp, Words words, ReportFont font) {
        this.rows = rows;
        this.stamp = stamp;
        this.words = words;
        this.font = font;
    }

    /**
     * The reports of a release, in Chinese or English.
     *
     * @throws ReportException where the font is missing
     */
    public static YearReport of(ReleasedRows rows, ReleaseStamp stamp, Locale locale) {
        return new YearReport(rows, stamp, Words.in(locale), ReportFont.standard());
    }

    /** The districts and school years that the release has figures for, by code and year. */
    public List<DistrictYear> available() {
        return ReportRows.available(rows);
    }

    /**
     * Writes both files into the folder, which is made where it is missing. Each appears whole or not at all.
     *
     * @throws ReportException where a file cannot be made or written
     */
    public ReportFiles write(DistrictYear what, Path folder) {
        ReportRows content = ReportRows.of(rows, what);
        ReportPages pages = new ReportPages(what, stamp, content, words);
        String name = ReportName.of(what, stamp, words);
        ReportFiles files = new ReportFiles(folder.resolve(name + ".pdf"), folder.resolve(name + ".xlsx"));
        byte[] pdf = new PdfPrint(font, stamp).print(pages.pages(font), pages.title(), "Manyuan");
        byte[] workbook = new ReportWorkbook(what, stamp, content, words).bytes();
        WholeFile.write(files.pdf(), pdf);
        WholeFile.write(files.workbook(), workbook);
        return files;
    }
}
