package org.manyuan.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What was let out under a name; never changes.
 *
 * @param digest SHA-256 over one line {@code <sha256 of the sorted CSV>  <table>.csv} per public table, in order of name
 * @param isSynthetic whether a made-up row is in it
 * @param tables the public tables, in order of name
 */
public record Release(
        String name, Instant releasedAt, LocalDate asOf, String digest, boolean isSynthetic, List<PublicTable> tables) {
    public Release {
        tables = List.copyOf(tables);
    }

    /**
     * A table of the public set.
     *
     * @param digest SHA-256 of its CSV, header and all columns, rows sorted
     */
    public record PublicTable(LakeTable at, long rows, String digest) {}
}
