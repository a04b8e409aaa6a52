package org.manyuan.contract;

/**
 * Receives the typed cells of one row after the other: first the cells by column, in any order, then {@link #end}. The reader
 * implements it over column vectors, a test over lists. A column that receives nothing is null. Column numbers are positions in the
 * contract's list of columns.
 */
public interface RowSink {
    /** Text, already UTF-8; the bytes are only valid during the call. */
    void text(int column, byte[] utf8, int from, int length);

    /** A whole number. */
    void whole(int column, long value);

    /** A decimal as whole units of the column's scale: 87.5 at scale 3 is 87500. */
    void decimal(int column, long unscaled);

    /** A number with a fraction that is no decimal of fixed scale, e.g. a mean. */
    void number(int column, double value);

    /** A local day as days since 1970-01-01. */
    void day(int column, int epochDay);

    /** Yes or no. */
    void flag(int column, boolean value);

    /**
     * Tells a doubt about a row that stands, or about a line as a whole, e.g. a wrong check digit. Most rows have none. Who keeps
     * only rows need not listen.
     *
     * @param line the line of the source sheet
     * @param warnings {@code CODE:source column} parts joined by {@code ;}
     */
    default void warn(long line, String warnings) {}

    /**
     * Ends the row. A rejected row has handed over no cells: nothing of it is kept but its line and its reasons.
     *
     * @param line the line of the source sheet, 1 for the first line of the file
     * @param rejects null for an accepted row, else {@code CODE:source column} parts joined by {@code ;}, every bad cell listed
     */
    void end(long line, String rejects);

    /** A line that is no row: totals, or a note below the table. May be told several times for one line. */
    default void summary(long line) {}
}
