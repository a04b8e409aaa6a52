package org.manyuan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.manyuan.job.BenchBuild;
import org.manyuan.job.BenchIngest;
import org.manyuan.job.BuildMeasurement;
import org.manyuan.job.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan bench ingest} and {@code bench build}. Both end with 4 where Manyuan and DuckDB do not come to the same figures. */
@Command(
        name = "bench",
        description = "measure a job beside DuckDB on made-up rows 性能测试",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "JOB")
final class BenchCommand {
    @ParentCommand
    private Manyuan door;

    @Command(
            name = "ingest",
            description = "check, key, deduplicate and commit one long exam sheet 校验、加密标识、查重并写入一份大成绩表",
            mixinStandardHelpOptions = true)
    int ingest(
            @Option(
                            names = "--rows",
                            defaultValue = "20000000",
                            description = "rows of the sheet (default: 20000000, about 1.2 GB) 行数")
                    long rows,
            @Option(names = "--shuffled", description = "a pupil's rows lie far apart 学生乱序") boolean shuffled,
            @Option(names = "--rounds", defaultValue = "2", description = "times that both run (default: 2) 轮数")
                    int rounds,
            @Option(
                            names = "--keep",
                            paramLabel = "DIR",
                            description = "keep the sheet here for the next time 保留测试文件的目录")
                    Path keep) {
        requireRounds(rounds);
        Terminal terminal = door.terminal();
        BenchIngest.Result result = BenchIngest.of(
                new BenchIngest.Asked(rows, shuffled, rounds, Optional.ofNullable(keep)), terminal.progress());
        if (terminal.json()) {
            terminal.answer(result);
        } else {
            print(result, terminal);
        }
        return (result.differences().isEmpty() ? ExitCode.DONE : ExitCode.CHECK_FAILED).number();
    }

    @Command(
            name = "build",
            description = "build a made-up province, and again after one district's correction 计算合成省份的全部指标，并在更正一个区县后重算",
            mixinStandardHelpOptions = true)
    int build(
            @Option(
                            names = "--rows",
                            defaultValue = "20000000",
                            description = "rows of exam scores (default: 20000000) 成绩行数")
                    long rows,
            @Option(names = "--districts", defaultValue = "100", description = "counties (default: 100) 区县数")
                    int districts,
            @Option(names = "--rounds", defaultValue = "3", description = "times that both run (default: 3) 轮数")
                    int rounds,
            @Option(
                            names = "--keep",
                            paramLabel = "DIR",
                            description = "keep the workspace here for the next time 保留测试工作区的目录")
                    Path keep) {
        requireRounds(rounds);
        Terminal terminal = door.terminal();
        BuildMeasurement result = BenchBuild.of(
                new BenchBuild.Asked(rows, districts, rounds, Optional.ofNullable(keep)), terminal.progress());
        if (terminal.json()) {
            terminal.answer(result);
        } else {
            print(result, terminal);
        }
        return (result.differences().isEmpty() ? ExitCode.DONE : ExitCode.CHECK_FAILED).number();
    }

    private static void requireRounds(int rounds) {
        if (rounds < 1) {
            throw new UsageException("--rounds 至少为 1。", "--rounds is at least 1.");
        }
    }

    private static void print(BuildMeasurement result, Terminal terminal) {
        terminal.say(
                "bench.province",
                result.rows(),
                result.students(),
                result.districts(),
                result.startSeconds(),
                result.compared());
        if (!result.differences().isEmpty()) {
            terminal.say("bench.different");
            result.differences().forEach(terminal.out()::println);
            return;
        }
        for (BuildMeasurement.Round round : result.rounds()) {
            terminal.say(
                    "bench.build",
                    round.seconds(),
                    round.cpuSeconds(),
                    round.sharedSeconds(),
                    round.sharedCpuSeconds(),
                    round.duckdbSeconds(),
                    round.duckdbCpuSeconds(),
                    round.ratio(),
                    round.cpuRatio(),
                    round.peakMebibytes().orElse(0));
            print(round.steps(), terminal);
        }
        for (BuildMeasurement.Cost cost : result.apart()) {
            terminal.say(
                    "bench.cost." + cost.part(),
                    cost.seconds(),
                    cost.cpuSeconds(),
                    cost.microseconds(),
                    cost.students());
        }
        result.oneDistrict().ifPresent(one -> {
            terminal.say(
                    "bench.district",
                    one.seconds(),
                    one.cpuSeconds(),
                    100 * one.share(),
                    100 * one.cpuShare(),
                    one.computed(),
                    one.families());
            print(one.steps(), terminal);
        });
        terminal.say("bench.build-ratio", result.ratio());
    }

    private static void print(List<BuildMeasurement.Step> steps, Terminal terminal) {
        steps.forEach(step -> terminal.say(
                "bench.step",
                terminal.words().chinese() ? step.chinese() : step.english(),
                step.seconds(),
                step.cpuSeconds()));
    }

    private static void print(BenchIngest.Result result, Terminal terminal) {
        terminal.say("bench.sheet", result.rows(), result.bytes() >> 20, result.startSeconds());
        for (BenchIngest.Round round : result.rounds()) {
            terminal.say(
                    "bench.round",
                    round.seconds(),
                    round.cpuSeconds(),
                    round.duckdbSeconds(),
                    round.duckdbCpuSeconds(),
                    round.ratio(),
                    round.cpuRatio(),
                    result.rows() / round.seconds(),
                    round.peakMebibytes().orElse(0));
        }
        if (result.differences().isEmpty()) {
            terminal.say("bench.ratio", result.ratio());
        } else {
            terminal.say("bench.different");
            result.differences().forEach(terminal.out()::println);
        }
    }
}
