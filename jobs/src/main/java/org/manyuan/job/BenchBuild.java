package org.manyuan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.manyuan.store.EmbeddedPostgres;
import org.manyuan.store.FigureYardstick;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.Warehouse;
import org.manyuan.store.Workspace;
import org.manyuan.synthesis.LargeProvince;

/**
 * {@code bench build}: hands a made-up province in, builds it, and times that beside a DuckDB script that computes eleven metrics of the
 * same accepted rows, in turn; then corrects one district and builds what it concerns. Both must come to the same figures before their
 * times are worth comparing.
 */
public final class BenchBuild {
    private static final int THREADS = 2;
    private static final String MEMORY = "4GB";
    private static final String MARK = "handed-in";

    private final Workspace workspace;
    private final LargeProvince province;
    private final Path scratch;
    private final Progress progress;
    private final List<String> differences = new ArrayList<>();
    private long compared;

    private BenchBuild(Workspace workspace, LargeProvince province, Path scratch, Progress progress) {
        this.workspace = workspace;
        this.province = province;
        this.scratch = scratch;
        this.progress = progress;
    }

    /**
     * What to measure.
     *
     * @param rows of exam_score
     * @param rounds how often both run; each round the other one begins
     * @param keep folder for the workspace, used again if it is there; empty: a temporary one
     */
    public record Asked(long rows, int districts, int rounds, Optional<Path> keep) {}

    /**
     * Measures.
     *
     * @throws UsageException where there are too few rows or too many districts
     */
    public static BuildMeasurement of(Asked asked, Progress progress) {
        LargeProvince province = province(asked);
        try {
            Path folder = asked.keep().isPresent()
                    ? Files.createDirectories(asked.keep().get())
                    : Files.createTempDirectory("manyuan-bench");
            Path scratch = Files.createTempDirectory(folder, "run");
            try {
                Path home = folder.resolve("province-%d-%d".formatted(province.rows(), province.districts()));
                Workspace workspace = filled(home, province, scratch, progress);
                try {
                    return in(workspace, province, scratch, asked.rounds(), progress);
                } finally {
                    OpenWorkspace.at(workspace).spark().stop();
                    new EmbeddedPostgres(workspace).stop();
                }
            } finally {
                LargeProvinceWorkspace.remove(asked.keep().isPresent() ? scratch : folder);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static LargeProvince province(Asked asked) {
        try {
            return new LargeProvince(asked.rows(), asked.districts());
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(
                    "--rows 每个区县至少 1000 行，--districts 为 1 至 900。", "--rows, --districts: " + wrong.getMessage() + ".");
        }
    }

    private static Workspace filled(Path home, LargeProvince province, Path scratch, Progress progress)
            throws IOException {
        Path mark = home.resolve(MARK);
        if (Files.exists(mark)) {
            return new Workspace(home);
        }
        LargeProvinceWorkspace.remove(home);
        Workspace workspace = InitWorkspace.in(home);
        Files.writeString(workspace.settings(), "spark:\n  master: \"local[%d]\"\n".formatted(THREADS));
        new LargeProvinceWorkspace(province, scratch.resolve("files"), progress).fill(workspace);
        OpenWorkspace.at(workspace).spark().stop();
        Files.createFile(mark);
        return workspace;
    }

    /**
     * Measures in a workspace in which the province was handed in. Leaves it as it was, but built.
     *
     * @param scratch an empty folder
     */
    public static BuildMeasurement in(
            Workspace workspace, LargeProvince province, Path scratch, int rounds, Progress progress) {
        try {
            return new BenchBuild(workspace, province, scratch, progress).run(rounds);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private BuildMeasurement run(int roundCount) throws IOException {
        StepTimes.Taken start =
                StepTimes.of(() -> OpenWorkspace.at(workspace).spark().range(1).count());
        List<BuildMeasurement.Round> rounds = new ArrayList<>();
        for (int round = 0; round < roundCount && differences.isEmpty(); round++) {
            rounds.add(round(round));
        }
        List<BuildMeasurement.Cost> apart = differences.isEmpty() ? apart() : List.of();
        Optional<BuildMeasurement.OneDistrict> one =
                differences.isEmpty() ? Optional.of(oneDistrict(rounds)) : Optional.empty();
        return new BuildMeasurement(
                province.rows(),
                province.pupils(),
                province.districts(),
                start.seconds(),
                compared,
                rounds,
                apart,
                one,
                List.copyOf(differences));
    }

    private BuildMeasurement.Round round(int round) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("round-" + round));
        boolean isFirst = round % 2 == 1;
        Script script = isFirst ? script(folder) : null;
        PeakMemory.reset();
        System.gc();
        StepTimes times = new StepTimes(progress);
        BuildFigures.Built built = BuildFigures.in(workspace, new BuildFigures.Asked(Optional.empty(), true), times);
        StepTimes.Taken whole = times.all();
        OptionalLong peak = PeakMemory.mebibytes();
        script = isFirst ? script : script(folder);
        compare(script.figures());
        progress.step("单独计算可比指标", "the script's metrics alone");
        StepTimes.Taken figures = costs(built, costs -> costs.ofTheScript(folder.resolve("shared")));
        StepTimes.Taken shared = whole.minus(
                        times.of(List.of(ConformedTables.LINKING, BuildFigures.COMPUTING, BuildFigures.ASSESSING)))
                .plus(figures);
        LargeProvinceWorkspace.remove(folder);
        return new BuildMeasurement.Round(
                whole.seconds(),
                whole.cpuSeconds(),
                shared.seconds(),
                shared.cpuSeconds(),
                script.seconds(),
                script.cpuSeconds(),
                peak,
                steps(times));
    }

    private record Script(Path figures, double seconds, double cpuSeconds) {}

    private Script script(Path folder) {
        progress.step("DuckDB", "DuckDB");
        Path figures = folder.resolve("figures.parquet");
        double[] seconds = new double[1];
        StepTimes.Taken all = StepTimes.of(() -> seconds[0] = yardstick().run(figures, THREADS, MEMORY));
        return new Script(figures, seconds[0], all.cpuSeconds());
    }

    private void compare(Path figures) {
        FigureYardstick.Compared result = yardstick().compare(figures);
        compared = result.figures();
        differences.addAll(result.differences());
    }

    private FigureYardstick yardstick() {
        OpenWorkspace open = OpenWorkspace.at(workspace);
        return new FigureYardstick(workspace, open.database(), open.settings().territoryLevel());
    }

    private List<BuildMeasurement.Cost> apart() {
        progress.step("单独计时", "the parts that are told apart");
        BuildFigures.Built nothingNew = BuildFigures.in(workspace, BuildFigures.Asked.byNeed(), Progress.silent());
        return costs(nothingNew, BuildCosts::apart);
    }

    private <T> T costs(BuildFigures.Built built, java.util.function.Function<BuildCosts, T> measured) {
        OpenWorkspace open = OpenWorkspace.at(workspace);
        try (Warehouse warehouse = open.warehouse();
                LakeQuery lake = LakeQuery.open(workspace, open.database())) {
            return measured.apply(new BuildCosts(new BuiltFigures(open, warehouse, lake, built.asOf()), province));
        }
    }

    private BuildMeasurement.OneDistrict oneDistrict(List<BuildMeasurement.Round> rounds) throws IOException {
        String receipt =
                new LargeProvinceWorkspace(province, scratch.resolve("corrected"), progress).correct(workspace);
        System.gc();
        StepTimes times = new StepTimes(progress);
        BuildFigures.Built built = BuildFigures.in(workspace, BuildFigures.Asked.byNeed(), times);
        StepTimes.Taken taken = times.all();
        Path folder = Files.createDirectories(scratch.resolve("one-district"));
        compare(script(folder).figures());
        // whoever measures again finds what was handed in at first
        WithdrawSubmission.of(workspace, receipt, Optional.empty(), true);
        BuildMeasurement.Round full = rounds.stream()
                .min(Comparator.comparing(BuildMeasurement.Round::seconds))
                .orElseThrow();
        return new BuildMeasurement.OneDistrict(
                taken.seconds(),
                taken.cpuSeconds(),
                taken.seconds() / full.seconds(),
                taken.cpuSeconds() / full.cpuSeconds(),
                built.computed(),
                built.families(),
                steps(times));
    }

    private static List<BuildMeasurement.Step> steps(StepTimes times) {
        return times.steps().stream()
                .map(one -> new BuildMeasurement.Step(
                        one.step().chinese(), one.step().english(), one.seconds(), one.cpuSeconds()))
                .toList();
    }
}
