package org.manyuan.store;

import org.manyuan.contract.Wording;

/** A file that cannot be read as what it claims to be. Says where and what to do; never holds a cell's value. */
public final class RefusedFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal code;
    private final String file;
    private final String sheet;
    private final long line;
    private final Wording detail;

    /**
     * @param sheet empty for a text or a whole workbook
     * @param line 0 where it is about the whole file
     * @param detail sizes, places, names of formats; empty where the code says it all
     */
    RefusedFile(Refusal code, String file, String sheet, long line, Wording detail, Throwable cause) {
        super(cause);
        this.code = code;
        this.file = Printable.of(file);
        this.sheet = sheet;
        this.line = line;
        this.detail = detail;
    }

    /** With a detail that reads the same in both languages. */
    RefusedFile(Refusal code, String file, String sheet, long line, String detail, Throwable cause) {
        this(code, file, sheet, line, Detail.of(detail), cause);
    }

    /** About the whole file. */
    public static RefusedFile whole(Refusal code, String file, String detail) {
        return whole(code, file, Detail.of(detail));
    }

    static RefusedFile whole(Refusal code, String file, Wording detail) {
        return new RefusedFile(code, file, "", 0, detail, null);
    }

    public Refusal code() {
        return code;
    }

    public String file() {
        return file;
    }

    public String sheet() {
        return sheet;
    }

    public long line() {
        return line;
    }

    /** What happened, where, and what to do, in English; the code is told beside it. */
    public String english() {
        return file + (sheet.isEmpty() ? "" : ", sheet " + sheet) + (line > 0 ? ", line " + line : "") + ": "
                + code.english(detail.en()) + "; " + code.englishRemedy();
    }

    /** The same in Chinese. */
    public String chinese() {
        return file + (sheet.isEmpty() ? "" : "，工作表 " + sheet) + (line > 0 ? "，第 " + line + " 行" : "") + "："
                + code.chinese(detail.zh()) + "；" + code.chineseRemedy();
    }

    @Override
    public String getMessage() {
        return english() + ". (" + code + ")";
    }
}
