package org.manyuan.cli;

import java.util.Locale;

/** The two languages of the terminal; Chinese where nobody says. */
enum Language {
    zh(Locale.SIMPLIFIED_CHINESE),
    en(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }
}
