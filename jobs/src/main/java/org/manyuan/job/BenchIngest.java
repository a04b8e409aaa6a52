package org.manyuan.job;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.manyuan.domain.Receipt;
import org.manyuan.store.EmbeddedPostgres;
import org.manyuan.store.ScoreYardstick;
import org.manyuan.store.SecretKey;
import org.manyuan.store.Workspace;
import org.manyuan.synthesis.LargeSitting;

/**
 * {@code bench ingest}: hands in one long made-up exam sheet and times it beside a DuckDB script that does the same, in turn. Both must
 * come to the same figures, and to those that the sheet was made with, before their times are worth comparing.
 */
public final class BenchIngest {
    private static final int THREADS = 2;
    private static final String MEMORY = "4GB";
    private static final int DISTRICT = 370_305;
    private static final List<String> REGISTERS = List.of("district.csv", "school.csv", "exam.csv", "exam_paper.csv");

    private final Path folder;
    private final LargeSitting sheet;
    private final int roundCount;
    private final Progress progress;

    private BenchIngest(Path folder, LargeSitting sheet, int roundCount, Progress progress) {
        this.folder = folder;
        this.sheet = sheet;
        this.roundCount = roundCount;
        this.progress = progress;
    }

    /**
     * What to measure.
     *
     * @param isShuffled whether a pupil's rows lie far apart
     * @param rounds how often both run; each round the other one begins
     * @param keep folder for the sheet, used again if it is there; empty: a temporary one
     */
    public record Asked(long rows, boolean isShuffled, int rounds, Optional<Path> keep) {}

    /**
     * One time each.
     *
     * @param seconds Manyuan, from the file to the commit; neither the start of the session nor that of the database is in it
     * @param duckdbSeconds the script, from the file to its Parquet files
     * @param cpuSeconds of all threads of the process meanwhile; on a busy machine they tell more than the clock
     * @param peakMebibytes most memory of this process while Manyuan ran; empty where the system does not tell
     */
    public record Round(
            double seconds,
            double cpuSeconds,
            double duckdbSeconds,
            double duckdbCpuSeconds,
            OptionalLong peakMebibytes) {
        /** Manyuan's time by DuckDB's. */
        public double ratio() {
            return seconds / duckdbSeconds;
        }

        /** Its processor time by DuckDB's. */
        public double cpuRatio() {
            return cpuSeconds / duckdbCpuSeconds;
        }
    }

    /**
     * The measurement.
     *
     * @param startSeconds of the first hand-in, that of the registers: session and database start in it
     * @param differences what did not agree; empty: all of it did
     */
    public record Result(long rows, long bytes, double startSeconds, List<Round> rounds, List<String> differences) {
        /** The middle ratio, the upper one of two. */
        public double ratio() {
            return rounds.stream().map(Round::ratio).sorted().toList().get(rounds.size() / 2);
        }
    }

    /**
     * Measures.
     *
     * @throws UsageException where the rows are too few to hold every fault
     */
    public static Result of(Asked asked, Progress progress) {
        LargeSitting sheet = sheet(asked);
        try {
            Path folder = asked.keep().isPresent()
                    ? Files.createDirectories(asked.keep().get())
                    : Files.createTempDirectory("manyuan-bench");
            Path scratch = Files.createTempDirectory(folder, "run");
            try {
                return new BenchIngest(folder, sheet, asked.rounds(), progress).run(scratch);
            } finally {
                remove(asked.keep().isPresent() ? scratch : folder);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static LargeSitting sheet(Asked asked) {
        try {
            return new LargeSitting(asked.rows(), asked.isShuffled());
        } catch (IllegalArgumentException tooFew) {
            throw new UsageException("--rows 过小，至少 4000 行。", "--rows: " + tooFew.getMessage() + ".");
        }
    }

    private Result run(Path scratch) throws IOException {
        Path file = file();
        Path registers = Files.createDirectories(scratch.resolve(String.valueOf(DISTRICT)));
        List<Path> files = new ArrayList<>();
        for (String name : REGISTERS) {
            files.add(
                    Files.writeString(registers.resolve(name), sheet.registers().get(name)));
        }
        Workspace workspace = InitWorkspace.in(scratch.resolve("workspace"));
        Files.writeString(workspace.settings(), "spark:\n  master: \"local[%d]\"\n".formatted(THREADS));
        try {
            progress.step("启动并报送登记表", "starting, handing in the registers");
            long began = System.nanoTime();
            IngestSubmissions.of(workspace, files, progress);
            double start = seconds(began);
            SameFigures figures = new SameFigures(workspace, sheet);
            List<String> differences = new ArrayList<>(figures.keys(registers, scratch));
            List<Round> rounds = new ArrayList<>();
            for (int round = 0; round < roundCount && differences.isEmpty(); round++) {
                rounds.add(round(workspace, figures, registers, file, round, differences));
            }
            return new Result(sheet.rows(), Files.size(file), start, rounds, List.copyOf(differences));
        } finally {
            OpenWorkspace.at(workspace).spark().stop();
            new EmbeddedPostgres(workspace).stop();
        }
    }

    private Path file() throws IOException {
        Path file =
                folder.resolve("exam_score_%d%s.csv".formatted(sheet.rows(), sheet.isShuffled() ? "_shuffled" : ""));
        if (!Files.exists(file)) {
            progress.step("生成 %,d 行".formatted(sheet.rows()), "making %,d rows".formatted(sheet.rows()));
            Path half = Files.createTempFile(folder, "sheet", ".half");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(half), 1 << 20)) {
                sheet.write(out);
            }
            Files.move(half, file);
        }
        return file;
    }

    private Round round(
            Workspace workspace, SameFigures figures, Path registers, Path file, int round, List<String> differences)
            throws IOException {
        Path results = Files.createDirectories(registers.resolveSibling("duckdb-" + round));
        ScoreYardstick yardstick = new ScoreYardstick(registers, results, SecretKey.of(workspace));
        // the same bytes from another district are another submission
        Path sender = Files.createDirectories(registers.resolveSibling(String.valueOf(DISTRICT + round)));
        Path mine = sender.resolve("exam_score.csv");
        Files.createLink(mine, file);
        boolean isFirst = round % 2 == 1;
        Timed timed = isFirst ? ingest(workspace, mine) : null;
        progress.step("DuckDB", "DuckDB");
        double cpu = cpu();
        ScoreYardstick.Measured duck = yardstick.run(file, THREADS, MEMORY);
        double duckCpu = cpu() - cpu;
        remove(results);
        timed = isFirst ? timed : ingest(workspace, mine);
        differences.addAll(figures.differences(timed.receipt(), duck));
        // the next round finds nothing earlier either, as the script does
        WithdrawSubmission.of(workspace, timed.receipt().submissionId(), Optional.empty(), true);
        return new Round(timed.seconds(), timed.cpu(), duck.seconds(), duckCpu, timed.peak());
    }

    private record Timed(Receipt receipt, double seconds, double cpu, OptionalLong peak) {}

    private Timed ingest(Workspace workspace, Path file) {
        System.gc();
        PeakMemory.reset();
        double cpu = cpu();
        long began = System.nanoTime();
        Receipt receipt =
                IngestSubmissions.of(workspace, List.of(file), progress).get(0);
        return new Timed(receipt, seconds(began), cpu() - cpu, PeakMemory.mebibytes());
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
