package org.manyuan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.manyuan.store.KnownOn;
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
        return answer(
                release.map(name -> ReleasedSet.named(open, name).lake())
                        .orElseGet(() -> LakeQuery.open(workspace, open.database())),
                sql,
                format,
                out);
    }

    /**
     * Writes the answer out of what had been handed in at a moment.
     *
     * @return rows of the answer
     * @throws org.manyuan.store.QueryRefused if it is no single SELECT, or names what does not exist or is built
     */
    public static long of(Workspace workspace, KnownOn known, String sql, ResultFormat format, Appendable out) {
        return answer(LakeQuery.open(workspace, OpenWorkspace.at(workspace).database(), known), sql, format, out);
    }

    private static long answer(LakeQuery opened, String sql, ResultFormat format, Appendable out) {
        try (LakeQuery lake = opened) {
            return lake.run(sql, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
