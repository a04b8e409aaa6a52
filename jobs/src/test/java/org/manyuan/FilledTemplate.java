package org.manyuan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** Fills a template as a clerk does: cells below the header of the first sheet, everything else left as it is. */
public final class FilledTemplate {
    private FilledTemplate() {}

    /** Writes the filled workbook to another file. */
    public static Path of(Path template, List<List<String>> rows, Path filled) {
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(template)));
                OutputStream out = Files.newOutputStream(filled)) {
            Sheet form = book.getSheetAt(0);
            for (int i = 0; i < rows.size(); i++) {
                Row row = form.createRow(i + 1);
                for (int j = 0; j < rows.get(i).size(); j++) {
                    row.createCell(j).setCellValue(rows.get(i).get(j));
                }
            }
            book.write(out);
            return filled;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
