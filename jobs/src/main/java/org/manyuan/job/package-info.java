/** One class is one command: a page that can be read aloud. The only room that knows the order of things. */
package org.manyuan.job;
