package org.manyuan.store;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.manyuan.config.Settings.LimitSettings;

/** The texts that cells of a workbook share, by number. They lie in a file beside the others, so that memory does not grow with them. */
final class SharedStrings implements AutoCloseable {
    private static final int NUMBERS = 1 << 16;

    private final Path texts;
    private final Path ends;
    private final ByteBuffer allTexts;
    private final ByteBuffer allEnds;
    private final int count;

    private SharedStrings(Path texts, Path ends, int count) throws IOException {
        this.texts = texts;
        this.ends = ends;
        this.count = count;
        this.allTexts = mapped(texts);
        this.allEnds = mapped(ends);
    }

    /**
     * Reads them all once.
     *
     * @param folder where they are kept meanwhile
     */
    static SharedStrings of(ZipFile zip, Optional<String> part, Path folder, Unpacking unpacking, LimitSettings limits)
            throws IOException, XMLStreamException {
        Path texts = OwnerOnly.file(folder.resolve(UUID.randomUUID() + ".texts"));
        Path ends = OwnerOnly.file(folder.resolve(UUID.randomUUID() + ".ends"));
        int count = 0;
        try {
            if (part.isPresent()) {
                Optional<XmlPart> opened = XmlPart.open(zip, part.get(), unpacking, limits);
                if (opened.isPresent()) {
                    try (XmlPart xml = opened.get()) {
                        count = copy(xml, texts, ends, unpacking, limits);
                    }
                }
            }
            return new SharedStrings(texts, ends, count);
        } catch (IOException | XMLStreamException | RuntimeException failed) {
            Files.delete(texts);
            Files.delete(ends);
            throw failed;
        }
    }

    private static int copy(XmlPart xml, Path texts, Path ends, Unpacking unpacking, LimitSettings limits)
            throws IOException, XMLStreamException {
        int count = 0;
        int end = 0;
        StringBuilder text = new StringBuilder();
        boolean isPhonetic = false;
        try (BufferedOutputStream out = new BufferedOutputStream(Files.newOutputStream(texts), NUMBERS);
                DataOutputStream numbers =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(ends), NUMBERS))) {
            while (xml.next()) {
                if (xml.begins("rPh") || xml.ends("rPh")) {
                    isPhonetic = xml.begins("rPh");
                } else if (xml.begins("t") && !isPhonetic) {
                    xml.text(text);
                } else if (xml.begins("si")) {
                    text.setLength(0);
                } else if (xml.ends("si")) {
                    byte[] utf8 = checked(text, unpacking, limits).getBytes(StandardCharsets.UTF_8);
                    end = Math.addExact(end, utf8.length);
                    out.write(utf8);
                    numbers.writeInt(end);
                    count++;
                }
            }
        }
        return count;
    }

    private static String checked(StringBuilder text, Unpacking unpacking, LimitSettings limits) {
        String plain = CellText.oneLine(CellText.unescaped(text.toString()));
        if (plain.length() > limits.cellCharacters()) {
            throw unpacking.refused(
                    Refusal.CELL_TOO_LONG, Detail.moreThan(limits.cellCharacters(), "个字符", "characters"));
        }
        return plain;
    }

    /** A text by its number; empty optional where there is none of that number. */
    Optional<String> text(int number) {
        if (number < 0 || number >= count) {
            return Optional.empty();
        }
        int from = number == 0 ? 0 : allEnds.getInt(4 * (number - 1));
        byte[] utf8 = new byte[allEnds.getInt(4 * number) - from];
        allTexts.get(from, utf8);
        return Optional.of(new String(utf8, StandardCharsets.UTF_8));
    }

    private static ByteBuffer mapped(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.size() == 0
                    ? ByteBuffer.allocate(0)
                    : channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    @Override
    public void close() throws IOException {
        Files.delete(texts);
        Files.delete(ends);
    }
}
