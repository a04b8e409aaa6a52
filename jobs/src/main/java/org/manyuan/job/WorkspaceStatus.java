package org.manyuan.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a workspace holds.
 *
 * @param tables rows that count, by table
 * @param staleTables tables with rows that were accepted or taken back after the last build; all of them where nothing was built
 * @param submissions files handed in: accepted, in part, refused
 * @param lastRuns the last commands that wrote, newest first
 * @param builtAt when figures were last built; empty: never
 * @param releases names, latest first; the latest is what dashboards show
 */
public record WorkspaceStatus(
        String workspace,
        boolean databaseEmbedded,
        List<TableRows> tables,
        List<String> staleTables,
        Submissions submissions,
        List<Run> lastRuns,
        Optional<Instant> builtAt,
        List<String> releases) {
    /** A table and its rows. */
    public record TableRows(String table, long rows) {}

    /** Files handed in, by outcome, and how many of them were taken back. */
    public record Submissions(long accepted, long acceptedWithRejects, long refused, long withdrawn) {}

    /** A command that wrote. No end: it still runs, or it was killed. */
    public record Run(String command, Instant startedAt, Optional<Instant> endedAt, Optional<String> outcome) {}
}
