package org.manyuan.report;

import java.nio.file.Path;

/** The two files of a report. */
public record ReportFiles(Path pdf, Path workbook) {}
