package org.manyuan.cli;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.manyuan.job.QueryTables;
import org.manyuan.job.UsageException;
import org.manyuan.store.KnownOn;
import org.manyuan.store.ResultFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan query "select …"}. */
@Command(
        name = "query",
        description = {
            "ask the tables, read only 查询（只读）",
            "stg_<dataset>: every row handed in and not taken back 报送的全部行（不含已撤回的）",
            "current_<dataset>: of these the rows that count 其中现行有效的行"
        },
        mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Mixin
    private WorkspaceOption where;

    @Parameters(paramLabel = "SQL", description = "one SELECT, e.g. \"show tables\" 一条 SELECT")
    private String sql;

    @Option(names = "--format", description = "table (default), csv or json 输出格式")
    private ResultFormat format;

    @Option(names = "--release", paramLabel = "R", description = "ask the public set of a release 查询某次发布的公开数据")
    private String release;

    @Option(
            names = "--known-on",
            paramLabel = "WHEN",
            description = {
                "ask what was known then: a day (its end) or an instant, e.g. 2024-10-01 or 2024-10-01T12:00 查询截至该时已知的内容",
                "stg_ and current_ hold what had been handed in by then and was not taken back by then, brg_membership the spans"
                        + " known then; other tables are as last built and cannot be asked so."
                        + " 其余各表按现有数据计算，不能这样查"
            })
    private String knownOn;

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        ResultFormat asked = format != null ? format : terminal.json() ? ResultFormat.JSON : ResultFormat.TABLE;
        PrintWriter out = terminal.out();
        if (knownOn == null) {
            QueryTables.of(where.workspace(), Optional.ofNullable(release), sql, asked, out);
        } else {
            QueryTables.of(where.workspace(), known(), sql, asked, out);
        }
        out.flush();
        return ExitCode.DONE.number();
    }

    private KnownOn known() {
        if (release != null) {
            throw new UsageException(
                    "--known-on 与 --release 不能同时使用：发布的内容不会改变。",
                    "--known-on and --release do not go together: what was released never changes.");
        }
        return KnownOn.of(knownOn, ZoneId.systemDefault())
                .orElseThrow(() -> new UsageException(
                        "看不懂时间“" + knownOn + "”；请写成 2024-10-01 或 2024-10-01T12:00。",
                        "\"" + knownOn + "\" is no day and no instant; write 2024-10-01 or 2024-10-01T12:00."));
    }
}
