package org.manyuan.store;

/** The PostgreSQL does not answer, or answers with an error that no row of a file explains. */
public final class DatabaseUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnreachable(DatabaseAddress address, String reason, Throwable cause) {
        super("数据库 " + address + " 无法使用 / The database " + address + " cannot be used: " + reason, cause);
    }
}
