/** Source rows become accepted rows and rejected rows, and persons' numbers become keys. Spark plans without actions, and the keyed hash. */
package org.manyuan.ingest;
