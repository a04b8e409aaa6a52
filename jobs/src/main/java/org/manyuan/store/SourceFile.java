package org.manyuan.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.manyuan.config.Settings;
import org.manyuan.config.Settings.LimitSettings;
import org.manyuan.contract.FixedWidth;

/**
 * One file as handed in, recognised by its content and not by its ending.
 *
 * @param fileName without folders
 * @param texts one for a text, one a visible sheet with content for a workbook; in order
 * @param hiddenSheets sheets of a workbook that were not read, because a clerk does not see them
 */
public record SourceFile(String fileName, List<SourceText> texts, List<String> hiddenSheets) {
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
        return recognise(file, folder, encoding, delimiter, Settings.defaults().limits());
    }

    /** The same under the limits of a workspace. */
    public static SourceFile recognise(Path file, Path folder, Charset encoding, char delimiter, LimitSettings limits) {
        return recognise(file, folder, encoding, delimiter, SPLIT_BYTES, limits);
    }

    static SourceFile recognise(Path file, Path folder, Charset encoding, char delimiter, long splitBytes) {
        return recognise(
                file,
                folder,
                encoding,
                delimiter,
                splitBytes,
                Settings.defaults().limits());
    }

    private static SourceFile recognise(
            Path file, Path folder, Charset encoding, char delimiter, long splitBytes, LimitSettings limits) {
        String name = file.getFileName().toString();
        try {
            FileKind kind = FileKind.of(file, name);
            return switch (kind) {
                case WORKBOOK -> new WorkbookRecognition(file, name, folder, splitBytes, limits).read();
                case OLD_WORKBOOK -> new OldWorkbookRecognition(file, name, folder, splitBytes, limits).read();
                case TEXT ->
                    new SourceFile(
                            name,
                            List.of(new TextRecognition(file, name, "", folder, splitBytes, limits)
                                    .read(encoding, delimiter)),
                            List.of());
            };
        } catch (IOException cause) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + cause.getMessage(), cause);
        }
    }

    /**
     * Recognises a text whose columns have a fixed width, or may have one; see {@link #recognise}.
     *
     * @param headerRow the line of the header, from 1
     */
    public static SourceFile ofFixedWidth(
            Path file, Path folder, Charset encoding, FixedWidth widths, int headerRow, LimitSettings limits) {
        SourceFile lines = recognise(file, folder, encoding, (char) 0, limits);
        boolean isSeparated = lines.texts().get(0).header(headerRow).cells().size() > 1;
        if (widths.unlessSeparated() && isSeparated) {
            return lines;
        }
        try {
            Path separated = FixedWidthText.separated(lines.texts().get(0), widths, headerRow, folder);
            TextRecognition cells = new TextRecognition(separated, lines.fileName(), "", folder, SPLIT_BYTES, limits);
            SourceText text = cells.read(StandardCharsets.UTF_8, FixedWidthText.SEPARATOR);
            return new SourceFile(
                    lines.fileName(),
                    List.of(text.writtenIn(lines.texts().get(0).encoding())),
                    List.of());
        } catch (IOException cause) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + cause.getMessage(), cause);
        }
    }

    /** A workbook as it was read; one without any content in a sheet that shows is refused. */
    static SourceFile workbook(String fileName, List<SourceText> texts, List<String> hiddenSheets) {
        if (texts.isEmpty()) {
            throw RefusedFile.whole(Refusal.EMPTY, fileName, "");
        }
        Set<String> names = new HashSet<>();
        for (SourceText text : texts) {
            if (!names.add(text.sheet())) {
                throw RefusedFile.whole(Refusal.DOUBLED_SHEET, fileName, text.sheet());
            }
        }
        return new SourceFile(fileName, List.copyOf(texts), List.copyOf(hiddenSheets));
    }

    /** SHA-256 of the bytes in hexadecimal: what makes the same file the same. */
    public static String digest(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return digest(in);
        } catch (IOException cause) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + cause.getMessage(), cause);
        }
    }

    /** The same of a text, where there is no file that may be opened. */
    public static String digest(String text) {
        try {
            return digest(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String digest(InputStream in) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] window = new byte[1 << 18];
            for (int n = in.read(window); n > 0; n = in.read(window)) {
                sha.update(window, 0, n);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("Every JDK has SHA-256", cause);
        }
    }
}
