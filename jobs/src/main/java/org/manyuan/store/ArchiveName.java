package org.manyuan.store;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The name of a file in an archive, whatever the archive says of how it is written: UTF-8 if it can be, else what Chinese Windows
 * writes, else what the format was made with.
 */
final class ArchiveName {
    private static final List<Charset> IN_ORDER =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), Charset.forName("IBM437"));

    private ArchiveName() {}

    /** Its parts separated by {@code /}, whatever separates them in the archive. */
    static String of(ZipArchiveEntry entry) {
        boolean isStated = entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
        String name = isStated ? entry.getName() : decoded(entry.getRawName());
        return name.replace('\\', '/');
    }

    private static String decoded(byte[] raw) {
        for (Charset charset : IN_ORDER) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
            } catch (CharacterCodingException other) {
                // then it is written in the next one
            }
        }
        return new String(raw, StandardCharsets.ISO_8859_1);
    }
}
