package org.manyuan.ingest;

import static org.manyuan.TextTable.lines;
import static org.manyuan.TextTable.rows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The schools that the tests of checks between files speak of, and how these tests write what was found. */
final class FewUnits {
    static final Dataset<Row> SCHOOLS = rows("""
            school_code | part_of | schooling_system | district_code
            s1          | -       | 6-3              | d1            | one school
            s1n         | s1      | -                | d1            | and its campus
            s2          | -       | 5-4              | d2            | five years of primary
            s3          | -       | -                | d9            | lies where nobody has a calendar
            s2new       | -       | -                | d2            | the later code of s2
            """);

    static final Dataset<Row> KIN = KinUnits.of(SCHOOLS, rows("""
            from_code | to_code
            s2        | s2new
            """));

    private FewUnits() {}

    /** A line of a submission, its dataset, the check and the column, in the order of their text. */
    static String told(Dataset<Row> found) {
        return lines(found, "submission_id", "sheet", "source_line", "dataset", "code", "column_name");
    }
}
