package org.manyuan.report;

/** The name of a report's files: what a clerk reads, in characters that every file system takes. */
final class ReportName {
    private static final int LONGEST = 24;

    private ReportName() {}

    /** Without its ending; the district's code keeps two districts of one name apart. */
    static String of(DistrictYear what, ReleaseStamp stamp, Words words) {
        return words.say(
                "file",
                safe(what.districtName()),
                safe(what.districtCode()),
                what.schoolYearLabel(),
                safe(stamp.release()));
    }

    private static String safe(String text) {
        String safe =
                text.replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}._-]", "_").replaceAll("^\\.+", "_");
        return safe.substring(0, safe.offsetByCodePoints(0, Math.min(LONGEST, safe.codePointCount(0, safe.length()))));
    }
}
