package org.manyuan.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.manyuan.report.DistrictYear;
import org.manyuan.report.ReleaseStamp;
import org.manyuan.report.ReportFiles;
import org.manyuan.report.YearReport;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.Release;
import org.manyuan.store.Workspace;

/** {@code report}: the yearly report of each district and school year of a release, as PDF and workbook. Reads its public set only. */
public final class WriteReports {
    private WriteReports() {}

    /**
     * Which reports.
     *
     * @param district one district; empty: all
     * @param schoolYear one school year, the int of its autumn; empty: all
     * @param folder where they go; empty: {@code reports/<release>} of the workspace
     */
    public record Asked(
            String release, Optional<String> district, Optional<Integer> schoolYear, Optional<Path> folder) {}

    /**
     * Writes them.
     *
     * @throws UsageException where there is no such release, district or year; names those that there are
     */
    public static List<ReportFiles> of(Workspace workspace, Asked asked, Locale locale, Progress progress) {
        OpenWorkspace open = OpenWorkspace.at(workspace);
        ReleasedSet released = ReleasedSet.named(open, asked.release());
        Path folder = asked.folder().orElseGet(() -> workspace.reports().resolve(asked.release()));
        try (LakeQuery lake = released.lake()) {
            YearReport report = YearReport.of(lake::select, stamp(released.release()), locale);
            List<DistrictYear> available = report.available();
            List<DistrictYear> wanted = available.stream()
                    .filter(one ->
                            asked.district().map(one.districtCode()::equals).orElse(true))
                    .filter(one -> asked.schoolYear()
                            .map(year -> year == one.schoolYear())
                            .orElse(true))
                    .toList();
            if (wanted.isEmpty()) {
                throw nothing(available);
            }
            List<ReportFiles> written = new ArrayList<>();
            for (DistrictYear one : wanted) {
                String named = one.districtName() + " " + one.schoolYearLabel();
                progress.step("生成报告 " + named, "writing the report of " + named);
                written.add(report.write(one, folder));
            }
            return written;
        }
    }

    private static ReleaseStamp stamp(Release release) {
        return new ReleaseStamp(
                release.name(), release.digest(), release.asOf(), release.releasedAt(), release.isSynthetic());
    }

    private static UsageException nothing(List<DistrictYear> available) {
        String there = available.stream()
                .map(one -> one.districtCode() + " " + one.schoolYear())
                .collect(Collectors.joining(", "));
        return new UsageException(
                "该发布中没有所要的区县或学年。现有（区划代码 学年）：" + there + "。",
                "The release has no such district or school year. It has (district code, year): " + there + ".");
    }
}
