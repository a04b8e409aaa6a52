package org.manyuan.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Gives every entry of a workbook, and the workbook itself, the release's date, so that the same rows make the same bytes. */
final class ZipDates {
    private static final String PROPERTIES = "docProps/core.xml";

    private ZipDates() {}

    static byte[] fixed(byte[] archive, Instant date) {
        LocalDateTime local = LocalDateTime.ofInstant(date, ZoneOffset.UTC);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive))
                        .get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                ZipEntry dated = new ZipEntry(entry.getName());
                dated.setTimeLocal(local);
                out.putNextEntry(dated);
                byte[] content = in.getInputStream(entry).readAllBytes();
                out.write(entry.getName().equals(PROPERTIES) ? dated(content, date) : content);
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] dated(byte[] properties, Instant date) {
        String text = new String(properties, StandardCharsets.UTF_8);
        return text.replaceAll(
                        "(<dcterms:created[^>]*>)[^<]*", "$1" + date.truncatedTo(java.time.temporal.ChronoUnit.SECONDS))
                .getBytes(StandardCharsets.UTF_8);
    }
}
