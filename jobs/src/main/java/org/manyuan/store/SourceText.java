package org.manyuan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.manyuan.contract.Fields;
import org.manyuan.contract.Header;

/**
 * One text or one sheet, ready for the reader: UTF-8, one record a line, lines numbered as in the file that was handed in (a record
 * that went over several lines is followed by blank ones).
 *
 * @param path the file handed in where it is such a text already, else one made from it
 * @param fileName as handed in, without folders
 * @param sheet name of the sheet; empty for a text
 * @param encoding what it was written in, for the receipt
 * @param delimiter what separates cells
 * @param lines physical lines
 * @param splits runs of lines that can be read in parallel, in order; at least one
 * @param notes what a sheet shows beside its cells
 */
public record SourceText(
        String path,
        String fileName,
        String sheet,
        String encoding,
        char delimiter,
        long lines,
        long bytes,
        long modifiedMillis,
        List<Split> splits,
        SheetNotes notes)
        implements SourceContent {
    @Override
    public SourceRecords open(Split split, int headerLine, LineChoice.OfPiece choice) throws IOException {
        return new TextRecords(this, split, headerLine, choice);
    }

    /** The same text, said to have been handed in in another encoding. */
    SourceText writtenIn(String original) {
        return new SourceText(path, fileName, sheet, original, delimiter, lines, bytes, modifiedMillis, splits, notes);
    }

    /** The same with what its sheet shows beside the cells. */
    SourceText with(SheetNotes seen) {
        return new SourceText(path, fileName, sheet, encoding, delimiter, lines, bytes, modifiedMillis, splits, seen);
    }

    /** The cells of a line. Beyond the end: none. */
    public Header header(int line) {
        return new Header(cells(line), line);
    }

    /** The first line that is not blank; without one, line 1 and no cells. */
    public Header header() {
        try (Lines all = new Lines(this, new Split(splits.get(0).from(), bytes, 1))) {
            Fields fields = new Fields();
            while (all.next()) {
                if (all.split(fields)) {
                    return new Header(texts(fields), Math.toIntExact(fields.line));
                }
            }
            return new Header(List.of(), 1);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** The cells of the first lines, blank lines among them; lines are counted from 1, so the first element is line 1. */
    public List<List<String>> first(int many) {
        try (Lines all = new Lines(this, new Split(splits.get(0).from(), bytes, 1))) {
            List<List<String>> first = new ArrayList<>();
            Fields fields = new Fields();
            while (first.size() < many && all.next()) {
                first.add(all.split(fields) ? texts(fields) : List.of());
            }
            return first;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /**
     * The first lines that are not blank, among which a header is looked for.
     *
     * @param most how many
     * @param columns cells that a line may have
     * @throws RefusedFile where one of them has more
     */
    public List<Header> heads(int most, int columns) {
        try (Lines all = new Lines(this, new Split(splits.get(0).from(), bytes, 1))) {
            List<Header> heads = new ArrayList<>();
            Fields fields = new Fields();
            while (heads.size() < most && all.next()) {
                if (all.split(fields)) {
                    if (fields.count > columns) {
                        throw new RefusedFile(
                                Refusal.TOO_LARGE,
                                fileName,
                                sheet,
                                fields.line,
                                Detail.moreThan(columns, "列", "columns"),
                                null);
                    }
                    heads.add(new Header(texts(fields), Math.toIntExact(fields.line)));
                }
            }
            return heads;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private List<String> cells(int line) {
        try (Lines all = new Lines(this, new Split(splits.get(0).from(), bytes, 1))) {
            Fields fields = new Fields();
            while (all.next()) {
                if (all.line() == line) {
                    all.split(fields);
                    return texts(fields);
                }
            }
            return List.of();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static List<String> texts(Fields fields) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < fields.count; i++) {
            cells.add(new String(fields.buffer, fields.starts[i], fields.lengths[i], StandardCharsets.UTF_8).strip());
        }
        return cells;
    }

    /** Tells a reader whether the file is still the one that was looked at. */
    boolean isUnchanged() throws IOException {
        Path file = Path.of(path);
        return Files.size(file) == bytes && Files.getLastModifiedTime(file).toMillis() == modifiedMillis;
    }
}
