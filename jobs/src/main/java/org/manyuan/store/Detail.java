package org.manyuan.store;

import org.manyuan.contract.Wording;

/** What a refusal says besides its code, in both languages: sizes and their limits, places. */
final class Detail {
    private Detail() {}

    /** A name, which is the same in both. */
    static Wording of(String name) {
        return new Wording(name, name);
    }

    /** More than a limit allows. */
    static Wording moreThan(long most, String chineseUnit, String englishUnit) {
        return new Wording("超过 %,d %s".formatted(most, chineseUnit), "more than %,d %s".formatted(most, englishUnit));
    }

    /** What was found and what the limit is. */
    static Wording overLimit(long found, long most, String chineseUnit, String englishUnit) {
        return new Wording(
                "%,d %s，上限 %,d".formatted(found, chineseUnit, most),
                "%,d %s, the limit is %,d".formatted(found, englishUnit, most));
    }

    /**
     * A place in a file.
     *
     * @param offset 0 for the first byte
     */
    static Wording byteAt(long offset) {
        return new Wording("文件第 %,d 个字节".formatted(offset + 1), "byte %,d of the file".formatted(offset + 1));
    }

    /** A part of a workbook or archive, and what is wrong with it. */
    static Wording part(String name, String chinese, String english) {
        String shown = Printable.of(name);
        return new Wording(shown + "（" + chinese + "）", shown + " (" + english + ")");
    }
}
