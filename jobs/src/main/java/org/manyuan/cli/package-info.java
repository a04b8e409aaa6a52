/** The command line: words in, one job run, words and an exit code out. */
package org.manyuan.cli;
