package org.manyuan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.ResultFormat;
import org.manyuan.store.Workspace;

/** {@code query}: one SELECT over the tables as they count now, or over the public set of a release; read only, without starting Spark. */
public final class QueryTables {
    private QueryTables() {}

    /**
     * Writes the answer.
     *
     * @param release whose public set is asked; empty: the tables as they count now
     * @return rows of the answer
     * @throws UsageException where there is no such release
     * @throws org.manyuan.store.QueryRefused if it is no single SELECT or names what does not exist
     */
    public static long of(
            Workspace workspace, Optional<String> release, String sql, ResultFormat format, Appendable out) {
        OpenWorkspace open = OpenWorkspace.at(workspace);
        try (LakeQuery lake = release.map(name -> ReleasedSet.named(open, name).lake())
                .orElseGet(() -> LakeQuery.open(workspace, open.database()))) {
            return lake.run(sql, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
