/** What dashboards and reports show, a table per theme: each mart is one {@code .sql} over released tables beside the list that names it. */
package org.manyuan.mart;
