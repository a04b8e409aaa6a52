package org.manyuan.measure;

/**
 * One fact, addressed to a family. So all facts of a family meet in one place of the cluster through one shuffle. Public because Spark's
 * generated code makes it.
 *
 * @param fact a row of one of the tables of facts; null in the row that only says that the family is asked for
 */
public record TerritoryRow(String territory, String series, String subject, Record fact) {
    /**
     * The row of a fact.
     *
     * @param fact null: the row that says that the family is asked for
     */
    static TerritoryRow of(Family family, Record fact) {
        return new TerritoryRow(family.territory(), family.series(), family.subject(), fact);
    }
}
