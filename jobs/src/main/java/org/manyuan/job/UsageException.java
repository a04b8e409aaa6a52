package org.manyuan.job;

/** What was asked cannot be done as asked; nothing was changed. Says in both languages what happened and what to do. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String chinese;

    public UsageException(String chinese, String english) {
        super(english);
        this.chinese = chinese;
    }

    /** The Chinese words; the message holds the English ones. */
    public String chinese() {
        return chinese;
    }
}
