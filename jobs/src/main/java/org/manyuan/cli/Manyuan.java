package org.manyuan.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The door: {@code manyuan COMMAND …}. Reads the words, runs one job, ends with its exit code. */
@Command(
        name = "manyuan",
        description = {
            "满园: does running schools in groups narrow the gap? From district files to figures that can be checked.",
            "满园：集团化办学有没有缩小校际差距？从区县文件到可以核对的数字。"
        },
        version = "manyuan 0.1.0",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        subcommands = {
            DemoCommand.class,
            InitCommand.class,
            TemplateCommand.class,
            IngestCommand.class,
            ConsumeCommand.class,
            MapCommand.class,
            ReceiptCommand.class,
            WithdrawCommand.class,
            ForgetCommand.class,
            BuildCommand.class,
            ReleaseCommand.class,
            AssessCommand.class,
            PersonnelCommand.class,
            VerifyCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            ExplainCommand.class,
            DiffCommand.class,
            QueryCommand.class,
            StatusCommand.class,
            SynthCommand.class,
            BenchCommand.class,
            DashboardsCommand.class,
            StopCommand.class
        })
public final class Manyuan implements Runnable {
    @Option(
            names = "--lang",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:MANYUAN_LANG:-zh}",
            description = "zh (default) or en 输出语言")
    private Language language;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "answer for machines 以 JSON 输出")
    private boolean json;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "show the stack trace of a failure 出错时显示堆栈")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] words) {
        // the JVM must not outlive its answer because of a library's idle threads
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                words));
    }

    static int run(PrintWriter out, PrintWriter err, String... words) {
        return new CommandLine(new Manyuan())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .execute(words);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    Terminal terminal() {
        return new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), Words.in(language), json, debug);
    }

    boolean debug() {
        return debug;
    }
}
