package org.manyuan.config;

/** The settings say something they may not; the message names file, line and cure, for a person at a terminal. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
