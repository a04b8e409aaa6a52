package org.manyuan.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.manyuan.domain.Receipt;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.Receipts;
import org.manyuan.store.Releases;
import org.manyuan.store.Runs;
import org.manyuan.store.Withdrawals;
import org.manyuan.store.Workspace;

/** {@code status}: what is in a workspace, what is accepted but not built, what the last runs did. Starts no Spark. */
public final class ShowStatus {
    private static final int LAST_RUNS = 5;

    private ShowStatus() {}

    /** Looks. */
    public static WorkspaceStatus of(Workspace workspace) {
        OpenWorkspace open = OpenWorkspace.at(workspace);
        List<WorkspaceStatus.TableRows> tables = rows(open);
        return open.database().inTransaction(connection -> status(open, tables, connection));
    }

    private static WorkspaceStatus status(
            OpenWorkspace open, List<WorkspaceStatus.TableRows> tables, Connection connection) throws SQLException {
        var outcomes = Receipts.all(connection).stream()
                .collect(Collectors.groupingBy(Receipt::outcome, Collectors.counting()));
        return new WorkspaceStatus(
                open.workspace().root().toString(),
                open.settings().database().embedded(),
                tables,
                Runs.notBuilt(connection),
                new WorkspaceStatus.Submissions(
                        outcomes.getOrDefault(Receipt.Outcome.ACCEPTED, 0L),
                        outcomes.getOrDefault(Receipt.Outcome.ACCEPTED_WITH_REJECTS, 0L),
                        outcomes.getOrDefault(Receipt.Outcome.REFUSED, 0L),
                        Withdrawals.count(connection)),
                Runs.last(connection, LAST_RUNS).stream()
                        .map(run ->
                                new WorkspaceStatus.Run(run.command(), run.startedAt(), run.endedAt(), run.outcome()))
                        .toList(),
                Runs.builtAt(connection),
                Releases.names(connection));
    }

    private static List<WorkspaceStatus.TableRows> rows(OpenWorkspace open) {
        try (LakeQuery lake = LakeQuery.open(open.workspace(), open.database())) {
            if (lake.tables().isEmpty()) {
                return List.of();
            }
            String counts = lake.tables().stream()
                    .map(table -> "select '" + table + "', count(*) from \"" + table + "\"")
                    .collect(Collectors.joining(" union all "));
            return lake.rows(counts + " order by 1").stream()
                    .map(row -> new WorkspaceStatus.TableRows((String) row.get(0), ((Number) row.get(1)).longValue()))
                    .toList();
        }
    }
}
