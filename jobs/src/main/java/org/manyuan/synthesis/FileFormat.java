package org.manyuan.synthesis;

/** How clerks save their sheets. */
public enum FileFormat {
    CSV_UTF8("csv"),
    /** UTF-8 with a byte order mark, as spreadsheets save it. */
    CSV_UTF8_BOM("csv"),
    /** The older Chinese encoding, written as GB18030, its superset. */
    CSV_GBK("csv"),
    XLSX("xlsx");

    private final String ending;

    FileFormat(String ending) {
        this.ending = ending;
    }

    /** The ending of the file's name, without a dot. */
    public String ending() {
        return ending;
    }
}
