/**
 * Made-up counties whose answers are known, and regions rebuilt from what they have published: a plan and a seed in, files as clerks
 * write them out. Plain Java; a file is rows of text here, {@code store} puts it on a disk. Everything it makes carries
 * {@code origin=synthetic}.
 */
package org.manyuan.synthesis;
