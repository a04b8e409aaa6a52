package org.manyuan.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.manyuan.job.QueryTables;
import org.manyuan.store.ResultFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan query "select …"}. */
@Command(name = "query", description = "ask the tables, read only 查询（只读）", mixinStandardHelpOptions = true)
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

    @Override
    public Integer call() {
        Terminal terminal = door.terminal();
        ResultFormat asked = format != null ? format : terminal.json() ? ResultFormat.JSON : ResultFormat.TABLE;
        PrintWriter out = terminal.out();
        QueryTables.of(where.workspace(), Optional.ofNullable(release), sql, asked, out);
        out.flush();
        return ExitCode.DONE.number();
    }
}
