/**
 * Manyuan, the warehouse for education groups. Rooms, from the ground up; imports run only downwards ({@code house.puml} is the
 * drawing, {@code HouseTest} holds the code to it):
 *
 * <pre>
 * 6  cli                                    the door: command line
 * 5  job                                    one class = one command = a page read aloud; the only place that knows the order
 * 4  store · report                         everything outside: files, workbooks, Iceberg, PostgreSQL, DuckDB; what supervisors sign
 * 3  ingest · core · measure · mart · disclosure · record
 *                                           Spark plans: Dataset in, Dataset out; how a record becomes a row
 * 2  metric · assessment · statistics · synthesis
 *                                           plain Java: facts of a territory in, figures out; schemes; estimators; made-up counties
 * 1  domain · contract · config             plain Java: the field's words; contracts and cards; settings parsed once
 * </pre>
 */
package org.manyuan;
