package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.config.Settings;

class InitTest {
    @TempDir
    private Path temporary;

    @Test
    void makesSettingsWithEveryDefaultAKeyOfTheOwnerAloneAndAnInbox() throws IOException {
        Path folder = temporary.resolve("新县 1");
        Answer answer = Answer.to("init", folder.toString());

        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains("工作区已就绪：" + folder, "secret.key");
        assertThat(Settings.read(folder.resolve("manyuan.yaml"))).isEqualTo(Settings.defaults());
        assertThat(rights(folder.resolve("secret.key"))).isEqualTo("rw-------");
        assertThat(rights(folder)).isEqualTo("rwx------");
        assertThat(folder.resolve("inbox")).isEmptyDirectory();
    }

    @Test
    void makesAWorkspaceOfAnEmptyFolderAndLeavesAnExistingOneAsItIs() throws IOException {
        assertThat(Answer.to("init", temporary.toString()).exit()).isZero();
        String key = Files.readString(temporary.resolve("secret.key"));
        Files.writeString(temporary.resolve("manyuan.yaml"), "code_system: none\n");

        assertThat(Answer.to("init", "--json", temporary.toString())
                        .json()
                        .get("workspace")
                        .asText())
                .isEqualTo(temporary.toString());
        assertThat(temporary.resolve("manyuan.yaml")).hasContent("code_system: none");
        assertThat(temporary.resolve("secret.key")).hasContent(key.strip());
    }

    @Test
    void refusesAFolderThatHoldsOtherThingsAndAFile() throws IOException {
        Path file = Files.writeString(temporary.resolve("成绩.csv"), "1\n");
        for (Path taken : new Path[] {temporary, file}) {
            Answer english = Answer.to("init", "--lang", "en", taken.toString());
            assertThat(english.exit()).isEqualTo(2);
            assertThat(english.err()).contains(taken + " holds other things already; name an empty or a new folder.");
            assertThat(Answer.to("init", taken.toString()).err()).contains(taken + " 里已有其他文件，请换一个空目录。");
        }
        try (var all = Files.list(temporary)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void everyCommandSaysThatAFolderIsNoWorkspaceAndLeavesNothingThere() throws IOException {
        Path file = Files.writeString(temporary.resolve("school.csv"), "school_code,valid_from,district_code\n");
        Path none = Files.createDirectory(temporary.resolve("none"));
        for (String[] words :
                new String[][] {{"ingest", file.toString()}, {"build"}, {"status"}, {"query", "select 1"}, {"stop"}}) {
            for (Path folder : new Path[] {none, temporary.resolve("absent")}) {
                String[] all = java.util.Arrays.copyOf(words, words.length + 2);
                all[words.length] = "-w";
                all[words.length + 1] = folder.toString();
                Answer answer = Answer.to(all);
                assertThat(answer.exit()).as(words[0] + " " + answer.said()).isEqualTo(2);
                assertThat(answer.err()).contains("manyuan init", folder.resolve("manyuan.yaml") + "，这里不是工作区");
            }
        }
        assertThat(none).isEmptyDirectory();
        assertThat(temporary.resolve("absent")).doesNotExist();
    }

    @Test
    void aWordThatIsNoCommandIsAMatterOfUsage() {
        assertThat(Answer.to("ingst").exit()).isEqualTo(2);
        assertThat(Answer.to("--lang", "fr", "status").exit()).isEqualTo(2);
        assertThat(Answer.to().out()).contains("ingest", "build", "query", "status");
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
