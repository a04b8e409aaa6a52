package org.manyuan.job;

import java.nio.file.Path;
import java.util.Optional;
import org.manyuan.store.Serving;
import org.manyuan.store.ServingLogins;
import org.manyuan.store.Workspace;

/** {@code dashboards}: gets the workspace's PostgreSQL ready for a dashboard server. */
public final class PrepareDashboards {
    private PrepareDashboards() {}

    /**
     * What is ready.
     *
     * @param release that is shown
     * @param connection the owner-only file with addresses and passwords
     */
    public record Prepared(String release, Path connection) {}

    /**
     * Starts the database if it does not run and makes the logins.
     *
     * @throws UsageException where nothing was released yet
     */
    public static Prepared in(Workspace workspace) {
        OpenWorkspace open = OpenWorkspace.at(workspace);
        Optional<String> release = Serving.shown(open.database());
        if (release.isEmpty()) {
            throw new UsageException(
                    "还没有发布任何数据，看板无内容可展示；请先运行 manyuan release 名称。",
                    "Nothing was released yet, so dashboards have nothing to show; run manyuan release NAME first.");
        }
        return new Prepared(
                release.get(), ServingLogins.prepare(workspace, open.database()).write(workspace, release.get()));
    }
}
