package org.manyuan.store;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.manyuan.synthesis.CountyFile;
import org.manyuan.synthesis.FileFormat;
import org.manyuan.synthesis.Planted;

/** Puts a county's files on the disk as its clerks save them. The same files give the same bytes, workbooks too. */
public final class ClerkFiles {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final LocalDateTime PACKED = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final String CREATED = "<dcterms:created xsi:type=\"dcterms:W3CDTF\">";

    private ClerkFiles() {}

    /**
     * Writes each file to its folder under {@code dir}, in place of one that is there.
     *
     * @return the paths, in the order of the files
     */
    public static List<Path> write(Path dir, List<CountyFile> files) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (CountyFile file : files) {
            Path path = dir.resolve(file.folder()).resolve(file.name());
            Files.createDirectories(path.getParent());
            if (file.format() == FileFormat.XLSX) {
                workbook(file, path);
            } else {
                text(file, path);
            }
            paths.add(path);
        }
        return paths;
    }

    /** Writes what was planted as YAML, for people and for whoever compares; not under a district's folder, since it is no file of a clerk. */
    public static void writePlanted(Path file, Planted planted) throws IOException {
        YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .build()
                .writeValue(file.toFile(), planted);
    }

    private static void text(CountyFile file, Path path) throws IOException {
        Charset charset = file.format() == FileFormat.CSV_GBK ? GB18030 : StandardCharsets.UTF_8;
        String lineEnd = file.format() == FileFormat.CSV_UTF8 ? "\n" : "\r\n"; // spreadsheets end lines the long way
        try (BufferedWriter writer = Files.newBufferedWriter(path, charset)) {
            if (file.format() == FileFormat.CSV_UTF8_BOM) {
                writer.write('\uFEFF');
            }
            line(writer, file.header(), lineEnd);
            for (List<String> row : file.rows().get()) {
                line(writer, row, lineEnd);
            }
        }
    }

    private static void line(BufferedWriter writer, List<String> cells, String lineEnd) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                writer.write(',');
            }
            String cell = cells.get(i);
            boolean quoted = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            writer.write(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        writer.write(lineEnd);
    }

    private static void workbook(CountyFile file, Path path) throws IOException {
        Path unpacked = path.resolveSibling(path.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(unpacked);
                    Workbook workbook = new Workbook(out, "manyuan", "1.0")) {
                Worksheet sheet = workbook.newWorksheet("Sheet1");
                row(sheet, 0, file.header(), Set.of());
                int line = 1;
                for (List<String> cells : file.rows().get()) {
                    row(sheet, line++, cells, file.numbers());
                }
            }
            packAnew(unpacked, path);
        } finally {
            Files.deleteIfExists(unpacked);
        }
    }

    private static void row(Worksheet sheet, int line, List<String> cells, Set<Integer> numbers) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell.isEmpty()) {
                continue;
            }
            if (numbers.contains(i) && NUMBER.matcher(cell).matches()) {
                sheet.value(line, i, Double.parseDouble(cell));
            } else {
                sheet.value(line, i, cell);
            }
        }
    }

    /**
     * Packs the workbook anew with a fixed day of creation: the library writes the clock into it. It also leaves sizes out of the
     * parts' own headers, which readers of streams refuse; they are there after this.
     */
    private static void packAnew(Path workbook, Path path) throws IOException {
        try (ZipFile in = new ZipFile(workbook.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
            for (ZipEntry part : Collections.list(in.entries())) {
                byte[] content = in.getInputStream(part).readAllBytes();
                if (part.getName().equals("docProps/core.xml")) {
                    String text = new String(content, StandardCharsets.UTF_8);
                    content = text.replaceAll(CREATED + "[^<]*", CREATED + PACKED + ":00Z")
                            .getBytes(StandardCharsets.UTF_8);
                }
                ZipEntry packed = new ZipEntry(part.getName());
                packed.setTimeLocal(PACKED);
                out.putNextEntry(packed);
                out.write(content);
                out.closeEntry();
            }
        }
    }
}
