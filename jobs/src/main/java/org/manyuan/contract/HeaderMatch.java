package org.manyuan.contract;

import java.util.Collection;

/** Recognises native files: the dataset by the file's name or else by its header, the columns by their names and aliases. */
public final class HeaderMatch {
    private HeaderMatch() {}

    /** Says what the header is, or why it is refused. */
    public static Match bind(Collection<Contract> contracts, Header header, SourceName name) {
        throw new UnsupportedOperationException("being written");
    }
}
