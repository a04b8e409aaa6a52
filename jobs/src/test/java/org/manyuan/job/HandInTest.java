package org.manyuan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.config.Settings;

class HandInTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhichFileOfAnArchiveItUnpacks() throws IOException {
        Path archive = folder.resolve("370305.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive), StandardCharsets.UTF_8)) {
            for (String name : List.of("school.csv", "2024/在校生.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('a');
                zip.closeEntry();
            }
        }
        Path plain = Files.writeString(folder.resolve("exam.csv"), "a");
        List<Progress.Step> steps = new ArrayList<>();

        List<HandIn> handIns = HandIn.unpacked(
                HandIn.of(List.of(plain, archive)),
                Files.createDirectory(folder.resolve("scratch")),
                Settings.defaults().limits(),
                steps::add);

        assertThat(handIns).hasSize(3);
        assertThat(steps)
                .containsExactly(
                        new Progress.Step("解压 370305.zip：school.csv", "unpacking 370305.zip: school.csv"),
                        new Progress.Step("解压 370305.zip：在校生.csv", "unpacking 370305.zip: 在校生.csv"));
    }
}
