package org.manyuan.cli;

/** What the process says when it ends. */
enum ExitCode {
    DONE(0),
    MACHINERY(1),
    USAGE(2),
    DATA_REJECTED(3),
    CHECK_FAILED(4),
    WORKSPACE_BUSY(5),
    /** The same call may succeed later without anybody doing anything. */
    TRY_LATER(75);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
