package org.manyuan.job;

import org.apache.spark.sql.SparkSession;
import org.manyuan.config.Settings;
import org.manyuan.store.Database;
import org.manyuan.store.DatabaseAddress;
import org.manyuan.store.EmbeddedPostgres;
import org.manyuan.store.SecretKey;
import org.manyuan.store.SparkEngine;
import org.manyuan.store.Warehouse;
import org.manyuan.store.Workspace;

/**
 * A workspace whose settings are read and whose database answers.
 *
 * @param workspace its folders
 * @param settings as its file says, over the defaults
 * @param database migrated to what this version needs
 */
record OpenWorkspace(Workspace workspace, Settings settings, Database database) {
    /** The password of an outside database; settings files hold no secrets. */
    static final String PASSWORD_VARIABLE = "MANYUAN_DATABASE_PASSWORD";

    /** Opens it; starts the embedded PostgreSQL if it is needed and does not run. */
    static OpenWorkspace at(Workspace workspace) {
        Settings settings = Settings.read(workspace.settings());
        return new OpenWorkspace(workspace, settings, Database.open(address(workspace, settings)));
    }

    /** What is said where the workspace's key is not the one that its persons were keyed with. */
    UsageException anotherKey() {
        return new UsageException(
                "密钥与本工作区以前使用的不同，同一学生会得到不同的编号；请恢复原来的 " + workspace.secretKey() + "。",
                "This is not the key that the workspace's pupils were keyed with; restore the former "
                        + workspace.secretKey() + " (or " + SecretKey.VARIABLE + ").");
    }

    /** The engine, started at the first call. */
    SparkSession spark() {
        return SparkEngine.start(workspace, database, settings.spark().master());
    }

    /** The tables that count. */
    Warehouse warehouse() {
        return Warehouse.open(workspace, database, spark());
    }

    private static DatabaseAddress address(Workspace workspace, Settings settings) {
        if (settings.database().embedded()) {
            return new EmbeddedPostgres(workspace).start();
        }
        String password = System.getenv(PASSWORD_VARIABLE);
        if (password == null) {
            throw new UsageException(
                    "manyuan.yaml 指定了外部数据库，但没有设置环境变量 " + PASSWORD_VARIABLE + "。",
                    "manyuan.yaml names an outside database, but " + PASSWORD_VARIABLE + " is not set.");
        }
        return new DatabaseAddress(
                settings.database().url(), settings.database().user(), password);
    }
}
