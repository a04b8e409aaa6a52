package org.manyuan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.ResultFormat;
import org.manyuan.store.Workspace;

/** {@code query}: one SELECT over the tables as they count now, read only, without starting Spark. */
public final class QueryTables {
    private QueryTables() {}

    /**
     * Writes the answer.
     *
     * @return rows of the answer
     * @throws org.manyuan.store.QueryRefused if it is no single SELECT or names what does not exist
     */
    public static long of(Workspace workspace, String sql, ResultFormat format, Appendable out) {
        OpenWorkspace open = OpenWorkspace.at(workspace);
        try (LakeQuery lake = LakeQuery.open(workspace, open.database())) {
            return lake.run(sql, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
