package org.manyuan.contract;

import java.util.List;

/** How one kind of foreign file becomes one or several datasets; read from {@code schemas/mappings/*.yaml} or beside the files. */
public interface Mapping {
    /** Its name. */
    String name();

    /** Whether the file's name fits its pattern. */
    boolean matches(String fileName);

    /** The sheet of a workbook; null: the first. */
    String sheet();

    /** The encoding of a text file; null: recognised by content. */
    String encoding();

    /** What separates cells; comma unless the mapping says otherwise. */
    char delimiter();

    /** The line of the header, from 1. */
    int headerRow();

    /**
     * Compiles it for one file: a binding a dataset, in order of dependency.
     *
     * @throws MappingException where the header lacks a column that the mapping names
     */
    List<Binding> bind(Header header, SourceName name);
}
