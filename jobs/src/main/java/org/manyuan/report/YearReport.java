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
    private final Locale locale;

    private YearReport(ReleasedRows rows, ReleaseStamp stamp, Locale locale) {
        this.rows = rows;
        this.stamp = stamp;
        this.locale = locale;
    }

    /** The reports of a release, in Chinese or English. */
    public static YearReport of(ReleasedRows rows, ReleaseStamp stamp, Locale locale) {
        return new YearReport(rows, stamp, locale);
    }

    /** The districts and school years that the release has figures for, by code and year. */
    public List<DistrictYear> available() {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes both files into the folder, which is made where it is missing. Each appears whole or not at all.
     *
     * @throws ReportException where the font is missing or the folder cannot be written
     */
    public ReportFiles write(DistrictYear what, Path folder) {
        throw new UnsupportedOperationException(stamp + " " + rows + " " + locale);
    }
}
