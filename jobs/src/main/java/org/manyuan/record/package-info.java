/**
 * Between plain Java and the Spark plans: how a Java record is a row of a table. Used by the rooms of floor 3; knows Spark, but no
 * word of the field.
 */
package org.manyuan.record;
