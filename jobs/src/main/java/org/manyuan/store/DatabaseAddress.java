package org.manyuan.store;

/**
 * Where the PostgreSQL is and how to get in.
 *
 * @param url JDBC URL without user and password
 * @param password never printed: {@link #toString} leaves it out
 */
public record DatabaseAddress(String url, String user, String password) {
    public DatabaseAddress {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("database.url must begin with jdbc:postgresql: , but is " + url);
        }
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
