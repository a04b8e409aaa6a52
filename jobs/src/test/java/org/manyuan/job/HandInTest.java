package org.manyuan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.config.Settings;
import org.manyuan.store.Refusal;
import org.manyuan.store.RefusedFile;

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

    @Test
    void anArchiveInAnArchiveIsToldByNameAndTheOtherFilesAreTaken() throws IOException {
        Path archive = folder.resolve("370305.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive), StandardCharsets.UTF_8)) {
            for (String name : List.of("school.csv", "2024/成绩.zip")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('a');
                zip.closeEntry();
            }
        }
        Path scratch = Files.createDirectory(folder.resolve("scratch"));

        List<HandIn> handIns = HandIn.unpacked(
                HandIn.of(List.of(archive)), scratch, Settings.defaults().limits(), Progress.silent());

        assertThat(handIns).extracting(each -> each.name().fileName()).containsExactly("school.csv", "成绩.zip");
        assertThat(handIns).allSatisfy(each -> assertThat(each.submitter()).isEqualTo("370305"));
        assertThat(handIns.get(0).refusal()).isEmpty();
        RefusedFile inner = handIns.get(1).refusal().orElseThrow();
        assertThat(inner.code()).isEqualTo(Refusal.ARCHIVE_NESTED);
        assertThat(inner.chinese()).isEqualTo("成绩.zip：它是压缩包 370305.zip 中的压缩包，未解压；请解开后直接报送其中的文件；外层压缩包中的其他文件不受影响");
        assertThat(handIns.get(1).bytes()).isZero();
        try (Stream<Path> unpacked = Files.walk(scratch)) {
            assertThat(unpacked.filter(Files::isRegularFile))
                    .extracting(Path::getFileName)
                    .hasSize(1);
        }
    }
}
