package org.manyuan.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.manyuan.domain.Receipt;

/**
 * What a clerk gets back of a file with rejected rows: the receipt, then of every sheet the rejected lines as they were handed in, the
 * bad cells red, the reasons beside them in Chinese and English. Holds persons' values, so it is the owner's only.
 */
public final class MarkedWorkbook {
    /** A file's workbook shows at most so many lines. */
    public static final int MOST_LINES = 10_000;

    private MarkedWorkbook() {}

    /**
     * Writes it to a new file.
     *
     * @param parts what the file was read as; its texts must still be there
     * @param lines by sheet and line, ascending; what goes beyond {@link #MOST_LINES} is left out, and the workbook says so
     * @param keptDays for the note that says when it is swept
     */
    public static void write(
            Path file, Receipt receipt, List<SourcePart> parts, List<RejectedLine> lines, int keptDays) {
        boolean isCut = lines.size() > MOST_LINES;
        List<RejectedLine> shown = isCut ? lines.subList(0, MOST_LINES) : lines;
        try (OutputStream out = Files.newOutputStream(OwnerOnly.file(file));
                Workbook workbook = new Workbook(out, "Manyuan", "1.0")) {
            new ReceiptSheet(workbook, receipt, isCut, keptDays).write();
            ToldReasons reasons = new ToldReasons(receipt);
            for (Map.Entry<String, List<SourcePart>> sheet : bySheet(parts).entrySet()) {
                List<RejectedLine> here = shown.stream()
                        .filter(line -> line.sheet().equals(sheet.getKey()))
                        .toList();
                if (!here.isEmpty()) {
                    new RejectedSheet(workbook, sheet.getValue(), here, reasons).write();
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The marked workbook " + file + " cannot be written: " + cause.getMessage(), cause);
        }
    }

    /** In the order of the file; one text may be read as several datasets. */
    private static Map<String, List<SourcePart>> bySheet(List<SourcePart> parts) {
        Map<String, List<SourcePart>> sheets = new LinkedHashMap<>();
        parts.forEach(part -> sheets.computeIfAbsent(part.text().sheet(), name -> new ArrayList<>())
                .add(part));
        return sheets;
    }
}
