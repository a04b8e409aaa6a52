package org.manyuan.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.manyuan.contract.FixedWidth;

/**
 * One file as handed in, recognised by its content and not by its ending.
 *
 * @param fileName without folders
 * @param texts one for a text, one a sheet with content for a workbook; in order
 */
public record SourceFile(String fileName, List<SourceText> texts) {
    private static final int ZIP = 0x504B0304;
    private static final int OLE = 0xD0CF11E0;

    /** About a second's work for one core. */
    private static final long SPLIT_BYTES = 32L << 20;

    /**
     * Recognises a file.
     *
     * @param folder where texts made from it go; they may hold person numbers, the caller deletes them after reading
     * @param encoding what the mapping states; null: by content
     * @param delimiter what the mapping states; 0: by content
     * @throws RefusedFile if it is damaged, undecodable, not what its ending says, or larger than a workbook may be
     */
    public static SourceFile recognise(Path file, Path folder, Charset encoding, char delimiter) {
        return recognise(file, folder, encoding, delimiter, SPLIT_BYTES);
    }

    static SourceFile recognise(Path file, Path folder, Charset encoding, char delimiter, long splitBytes) {
        String name = file.getFileName().toString();
        try {
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            boolean saysWorkbook = ending.equals("xlsx") || ending.equals("xls") || ending.equals("xlsm");
            switch (firstBytes(file, name)) {
                case ZIP -> {
                    if (!saysWorkbook || ending.equals("xls")) {
                        throw RefusedFile.whole(Refusal.WRONG_ENDING, name, "ZIP, XLSX");
                    }
                    return new SourceFile(name, new WorkbookRecognition(file, name, folder, splitBytes).read());
                }
                case OLE -> throw RefusedFile.whole(oldFormat(file, ending), name, "XLS");
                default -> {
                    if (saysWorkbook) {
                        throw RefusedFile.whole(Refusal.WRONG_ENDING, name, "text");
                    }
                    return new SourceFile(
                            name,
                            List.of(new TextRecognition(file, name, "", folder, splitBytes).read(encoding, delimiter)));
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + cause.getMessage(), cause);
        }
    }

    /**
     * Recognises a text whose columns have a fixed width, or may have one; see {@link #recognise}.
     *
     * @param headerRow the line of the header, from 1
     */
    public static SourceFile ofFixedWidth(Path file, Path folder, Charset encoding, FixedWidth widths, int headerRow) {
        SourceFile lines = recognise(file, folder, encoding, (char) 0);
        boolean isSeparated = lines.texts().get(0).header(headerRow).cells().size() > 1;
        if (widths.unlessSeparated() && isSeparated) {
            return lines;
        }
        try {
            Path separated = FixedWidthText.separated(lines.texts().get(0), widths, headerRow, folder);
            TextRecognition cells = new TextRecognition(separated, lines.fileName(), "", folder, SPLIT_BYTES);
            SourceText text = cells.read(StandardCharsets.UTF_8, FixedWidthText.SEPARATOR);
            return new SourceFile(
                    lines.fileName(),
                    List.of(text.writtenIn(lines.texts().get(0).encoding())));
        } catch (IOException cause) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + cause.getMessage(), cause);
        }
    }

    /** SHA-256 of the bytes in hexadecimal: what makes the same file the same. */
    public static String digest(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] window = new byte[1 << 18];
            for (int n = in.read(window); n > 0; n = in.read(window)) {
                sha.update(window, 0, n);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException cause) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + cause.getMessage(), cause);
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("Every JDK has SHA-256", cause);
        }
    }

    private static int firstBytes(Path file, String name) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(4);
            if (first.length == 0) {
                throw RefusedFile.whole(Refusal.EMPTY, name, "");
            }
            int bytes = 0;
            for (int i = 0; i < 4; i++) {
                bytes = bytes << 8 | (i < first.length ? first[i] & 0xFF : 0);
            }
            return bytes;
        }
    }

    /** The container of old workbooks is also that of new ones with a password. */
    private static Refusal oldFormat(Path file, String ending) {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return Refusal.ENCRYPTED;
            }
        } catch (IOException | RuntimeException damaged) {
            return Refusal.DAMAGED_WORKBOOK;
        }
        return ending.equals("xls") ? Refusal.OLD_WORKBOOK : Refusal.WRONG_ENDING;
    }
}
