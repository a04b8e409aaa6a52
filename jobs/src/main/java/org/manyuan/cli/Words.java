package org.manyuan.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the terminal says, in Chinese or English. Templates lie in {@code words_zh.properties} and {@code words_en.properties}. */
final class Words {
    private final ResourceBundle templates;
    private final Locale locale;

    private Words(Locale locale) {
        this.locale = locale;
        this.templates = ResourceBundle.getBundle(
                "org.manyuan.cli.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words of a language. */
    static Words in(Language language) {
        return new Words(language.locale());
    }

    /** The template of that name, its {0}, {1} … filled. A missing name is a defect and throws. */
    String say(String name, Object... values) {
        return new MessageFormat(templates.getString(name), locale).format(values);
    }

    /** The language. */
    Locale locale() {
        return locale;
    }

    /** Whether Chinese is spoken. */
    boolean chinese() {
        return locale.getLanguage().equals("zh");
    }
}
