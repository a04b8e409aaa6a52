package org.manyuan.job;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.manyuan.domain.Receipt;
import org.manyuan.store.Workspace;
import org.manyuan.synthesis.LargeProvince;

/** Hands a large province in, district by district, and a correction of one district. */
final class LargeProvinceWorkspace {
    /** Districts of one hand-in: their files lie on the disk together. */
    private static final int AT_ONCE = 10;

    private final LargeProvince province;
    private final Path files;
    private final Progress progress;

    /** @param files a folder for files on their way */
    LargeProvinceWorkspace(LargeProvince province, Path files, Progress progress) {
        this.province = province;
        this.files = files;
        this.progress = progress;
    }

    /** Hands everything in. */
    void fill(Workspace workspace) throws IOException {
        Path registers = Files.createDirectories(files.resolve(province.provinceCode()));
        List<Path> given = new ArrayList<>();
        for (Map.Entry<String, String> file : province.registers().entrySet()) {
            given.add(Files.writeString(registers.resolve(file.getKey()), file.getValue()));
        }
        handIn(workspace, given);
        for (int first = 0; first < province.districts(); first += AT_ONCE) {
            List<Path> sheets = new ArrayList<>();
            for (int district = first; district < Math.min(first + AT_ONCE, province.districts()); district++) {
                progress.step("生成第 %d 个区县".formatted(district + 1), "making district %d".formatted(district + 1));
                sheets.add(sheet(district, false));
            }
            handIn(workspace, sheets);
        }
        remove(files);
    }

    /** Hands the first district's scores in again, corrected, in one file; gives the receipt's number. */
    String correct(Workspace workspace) throws IOException {
        List<Receipt> receipts = handIn(workspace, List.of(sheet(0, true)));
        remove(files);
        return receipts.get(0).submissionId();
    }

    private Path sheet(int district, boolean isCorrected) throws IOException {
        Path folder =
                Files.createDirectories(files.resolve(province.districtCodes().get(district)));
        Path file = folder.resolve("exam_score.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            province.write(district, isCorrected, out);
        }
        return file;
    }

    private List<Receipt> handIn(Workspace workspace, List<Path> given) {
        List<Receipt> receipts = IngestSubmissions.of(workspace, given, progress);
        for (Receipt receipt : receipts) {
            Receipt.Count count = receipt.counts().get(0);
            if (count.accepted() == 0 || count.rejected() + count.duplicate() > 0) {
                throw new IllegalStateException(
                        "The made-up file " + receipt.submissionId() + " was not accepted wholly.");
            }
        }
        return receipts;
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
