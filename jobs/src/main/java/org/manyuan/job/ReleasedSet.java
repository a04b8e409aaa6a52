package org.manyuan.job;

import java.util.List;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.Release;
import org.manyuan.store.Releases;

/** A release that somebody names, and its public tables: what reports, downloads and {@code query --release} read, and nothing else. */
record ReleasedSet(OpenWorkspace open, Release release) {
    /**
     * Finds it.
     *
     * @throws UsageException where there is no such release; names those that exist
     */
    static ReleasedSet named(OpenWorkspace open, String name) {
        return open.database().inTransaction(connection -> {
            List<String> names = Releases.names(connection);
            Release release = Releases.find(connection, name)
                    .orElseThrow(() -> new UsageException(
                            "没有名为“" + name + "”的发布；"
                                    + (names.isEmpty()
                                            ? "请先运行 manyuan release 名称。"
                                            : "已有：" + String.join("、", names) + "。"),
                            "There is no release " + name + "; "
                                    + (names.isEmpty()
                                            ? "make one with manyuan release NAME."
                                            : "there are: " + String.join(", ", names) + ".")));
            return new ReleasedSet(open, release);
        });
    }

    /** Opens its tables. */
    LakeQuery lake() {
        return LakeQuery.open(open.workspace(), open.database(), release);
    }
}
