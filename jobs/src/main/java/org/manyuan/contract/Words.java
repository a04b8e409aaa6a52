package org.manyuan.contract;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** One form for words that people write in many: full-width letters, blanks, line breaks inside header cells, case. */
final class Words {
    /** What templates put beside a header that must be filled: *学籍号, 学籍号（必填）. */
    private static final Pattern FILL_MARK = Pattern.compile("^\\*+|(\\*+|[(\\[【](必填|必填项|选填|选填项)[)\\]】])+$");

    private Words() {}

    /** The normal form of a header, without the mark that it must be filled. */
    static String ofHeader(String text) {
        return FILL_MARK.matcher(normal(text)).replaceAll("");
    }

    /** NFKC, without blanks and invisible characters, brackets and underscores as they are, lower case. */
    static String normal(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder kept = new StringBuilder(compatible.length());
        compatible
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .filter(c -> Character.getType(c) != Character.FORMAT && !Character.isISOControl(c))
                .forEach(kept::appendCodePoint);
        return kept.toString().toLowerCase(Locale.ROOT);
    }
}
