package org.manyuan.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.manyuan.job.SynthesizeCounty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manyuan synth DIR}. */
@Command(
        name = "synth",
        description = "write the files of a made-up county, every row origin=synthetic 生成合成样例县的报送文件",
        mixinStandardHelpOptions = true)
final class SynthCommand implements Callable<Integer> {
    @ParentCommand
    private Manyuan door;

    @Parameters(paramLabel = "DIR", description = "where the files go, e.g. a workspace's inbox 输出目录")
    private Path folder;

    @Option(names = "--region", defaultValue = "linzi", description = "a region of schemas/regions (default: linzi) 区域")
    private String region;

    @Option(names = "--seed", description = "another seed makes another county (default: the region's) 随机种子")
    private Long seed;

    @Override
    public Integer call() {
        SynthesizeCounty.Written written =
                SynthesizeCounty.in(folder, region, seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
        Terminal terminal = door.terminal();
        if (terminal.json()) {
            terminal.answer(Map.of(
                    "files", written.files().stream().map(Path::toString).toList(), "planted", written.planted()));
        } else {
            written.files().forEach(file -> terminal.out().println(file));
            String done = written.hasFaults() ? "synth.done" : "synth.rebuilt";
            terminal.say(done, written.files().size(), region, String.valueOf(written.seed()));
        }
        return ExitCode.DONE.number();
    }
}
