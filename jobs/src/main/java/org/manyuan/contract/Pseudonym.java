package org.manyuan.contract;

/** Turns a person's number into a key that only the workspace's secret can reproduce. Not thread-safe: one a reader. */
public interface Pseudonym {
    /** Length in bytes of every key. */
    int KEY_LENGTH = 26;

    /**
     * Writes the key of a number.
     *
     * @param purpose key space: {@code student} or {@code teacher}
     * @param id the normalised number, UTF-8, valid only during the call
     * @param key receives {@link #KEY_LENGTH} ASCII bytes from its start
     */
    void key(String purpose, byte[] id, int from, int length, byte[] key);
}
