package org.manyuan.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.manyuan.config.Settings.LimitSettings;

/**
 * Makes a text of every visible sheet of an .xlsx with content, its lines numbered like the sheet's rows, reading it as a stream
 * whatever its size. Hidden sheets are left out and told: what a clerk does not see was not handed in (templates keep their code
 * lists there). Hidden rows and columns are read and told: a filter hides rows, it does not take them back.
 */
record WorkbookRecognition(Path file, String fileName, Path folder, long splitBytes, LimitSettings limits) {
    SourceFile read() throws IOException {
        Unpacking unpacking = new WorkbookGuard(file, fileName, limits).check();
        List<SourceText> texts = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            WorkbookParts parts = WorkbookParts.of(zip, unpacking, limits);
            WorkbookStyles styles = WorkbookStyles.of(zip, parts.styles(), unpacking, limits);
            try (SharedStrings shared = SharedStrings.of(zip, parts.texts(), folder, unpacking, limits)) {
                for (WorkbookParts.SheetPart sheet : parts.sheets()) {
                    if (sheet.isVisible()) {
                        Optional<XmlPart> opened = XmlPart.open(zip, sheet.path(), unpacking, limits);
                        try (XmlPart xml = opened.orElseThrow(() -> unpacking.refused(Refusal.DAMAGED_WORKBOOK, ""));
                                SheetText text = new SheetText(fileName, sheet.name(), folder, limits)) {
                            new SheetXml(xml, shared, styles, parts.from1904(), text).write();
                            text.close();
                            recognised(text, sheet.name()).ifPresent(texts::add);
                        }
                    } else {
                        hidden.add(sheet.name());
                    }
                }
            }
        } catch (RefusedFile refused) {
            throw refused;
        } catch (IOException | XMLStreamException | RuntimeException damaged) {
            throw new RefusedFile(Refusal.DAMAGED_WORKBOOK, fileName, "", 0, "", damaged);
        }
        return SourceFile.workbook(fileName, texts, hidden);
    }

    /** The text of a sheet; nothing where no cell has content. */
    Optional<SourceText> recognised(SheetText sheet, String name) throws IOException {
        if (!sheet.isFilled()) {
            Files.delete(sheet.path());
            return Optional.empty();
        }
        return Optional.of(new TextRecognition(sheet.path(), fileName, name, folder, splitBytes, limits)
                .read(StandardCharsets.UTF_8, ',')
                .with(sheet.notes()));
    }
}
