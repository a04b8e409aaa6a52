package org.manyuan.store;

/**
 * A table at one snapshot, under the name that a reader asks for.
 *
 * @param name as asked
 * @param lakeTable the Iceberg table that holds the rows
 */
public record LakeTable(String name, String lakeTable, long snapshot) {
    private static final String RELEASED = "rel_";
    private static final String MART = "mart_";

    /** The Iceberg table of a public table: its own, so that a release never touches what commands compute with. */
    public static String ofPublic(String name) {
        return isPublic(name) ? name : RELEASED + name;
    }

    /** Whether an Iceberg table belongs to the public set. */
    static boolean isPublic(String lakeTable) {
        return lakeTable.startsWith(RELEASED) || lakeTable.startsWith(MART);
    }
}
