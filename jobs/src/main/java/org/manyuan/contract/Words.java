package org.manyuan.contract;

import java.text.Normalizer;
import java.util.Locale;

/** One form for words that people write in many: full-width letters, blanks, line breaks inside header cells, case. */
final class Words {
    private Words() {}

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
