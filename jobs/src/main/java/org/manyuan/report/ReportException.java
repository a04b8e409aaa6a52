package org.manyuan.report;

/** A report that cannot be written; the message says why and what to do. */
public final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what happened, in words. */
    public ReportException(String message) {
        super(message);
    }

    /** With what happened, in words, and its cause. */
    public ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
