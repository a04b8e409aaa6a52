package org.manyuan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.manyuan.domain.Receipt;
import org.manyuan.report.ReportFiles;
import org.manyuan.store.DashboardServer;
import org.manyuan.store.EmbeddedPostgres;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.Release;
import org.manyuan.store.Workspace;
import org.manyuan.store.WriterLock;

/**
 * {@code demo}: a fresh workspace, the files of a made-up county, hand-in, figures, a release, its reports. An earlier demo in the same
 * place is replaced.
 */
public final class RunDemo {
    /** Lies in a workspace that the demo made, so that nothing else is ever deleted. */
    private static final String MARK = ".manyuan-demo";

    private static final String REGION = "linzi";
    private static final String RELEASE = "demo";

    private RunDemo() {}

    /** What came of it. */
    public record Shown(
            Workspace workspace,
            List<Receipt> receipts,
            BuildFigures.Built built,
            List<GroupGaps.GroupGap> gaps,
            Release release,
            List<ReportFiles> reports) {}

    /**
     * Runs it.
     *
     * @param folder a new or an empty folder, or one where an earlier demo ran
     * @param locale the language of the reports
     * @throws UsageException if the folder holds something else
     */
    public static Shown in(Path folder, Locale locale, Progress progress) {
        progress.step("准备工作区 " + folder, "preparing the workspace " + folder);
        Path mark = folder.toAbsolutePath().normalize().resolve(MARK);
        if (Files.exists(mark)) {
            remove(new Workspace(folder));
        }
        Workspace workspace = InitWorkspace.in(folder);
        touch(mark);
        progress.step("生成样例县", "making the sample county");
        SynthesizeCounty.in(workspace.inbox(), REGION, OptionalLong.empty());
        List<Receipt> receipts = IngestSubmissions.of(workspace, List.of(workspace.inbox()), progress);
        BuildFigures.Built built = BuildFigures.in(workspace, BuildFigures.Asked.byNeed(), progress);
        Release release = ReleaseFigures.in(workspace, RELEASE, progress);
        List<ReportFiles> reports = WriteReports.of(
                workspace,
                new WriteReports.Asked(RELEASE, Optional.empty(), Optional.empty(), Optional.empty()),
                locale,
                progress);
        OpenWorkspace open = OpenWorkspace.at(workspace);
        try (LakeQuery lake = ReleasedSet.named(open, RELEASE).lake()) {
            return new Shown(workspace, receipts, built, GroupGaps.of(lake), release, reports);
        }
    }

    private static void remove(Workspace workspace) {
        if (DashboardServer.runs(workspace)) {
            throw new UsageException(
                    "这个演示的看板还开着；请先运行 dashboards/superset down -w " + workspace.root() + "。",
                    "The dashboards of this demo are up; run dashboards/superset down -w " + workspace.root()
                            + " first.");
        }
        try (WriterLock nobodyWrites = workspace.lockForWriting("demo")) {
            new EmbeddedPostgres(workspace).stop();
        }
        try (Stream<Path> inside = Files.walk(workspace.root())) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void touch(Path mark) {
        try {
            Files.writeString(mark, "Made by manyuan demo; the next demo here replaces this folder.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
