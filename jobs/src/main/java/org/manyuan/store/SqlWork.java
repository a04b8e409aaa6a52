package org.manyuan.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Work on a connection, inside a transaction that someone else opens and ends. */
@FunctionalInterface
public interface SqlWork<T> {
    T on(Connection connection) throws SQLException;
}
