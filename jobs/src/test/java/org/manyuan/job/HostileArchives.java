package org.manyuan.job;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Archives with names that lead out, with bombs, locks, links and damage; and right ones as several programs write them. */
final class HostileArchives {
    private static final String RIGHT = HostileTexts.HEADER + HostileTexts.ROW;
    private static final String NAME = "enrollment-x.csv";

    private final List<HostileSample> all = new ArrayList<>();

    private HostileArchives() {}

    static List<HostileSample> all() {
        HostileArchives archives = new HostileArchives();
        archives.right();
        archives.names();
        archives.contents();
        archives.bombs();
        archives.damage();
        return archives.all;
    }

    private void right() {
        zip("right", "nothing wrong", "TAKEN", z -> z.file(NAME, RIGHT));
        zip(
                "gbk-names",
                "names as Chinese Windows writes them",
                "TAKEN",
                z -> z.file("临淄区/enrollment-在校生.csv", Charset.forName("GBK"), RIGHT));
        zip(
                "utf8-names",
                "names in UTF-8 that nobody told",
                "TAKEN",
                z -> z.file("临淄区/enrollment-在校生.csv", StandardCharsets.UTF_8, RIGHT));
        zip(
                "old-names",
                "names of the first days",
                "TAKEN",
                z -> z.file("enrollment-é\u00E0.csv", Charset.forName("IBM437"), RIGHT));
        zip("backslashes", "backslashes between folders", "TAKEN", z -> z.file("370305\\" + NAME, RIGHT));
        zip("forks", "what another system leaves beside files", "TAKEN", z -> z.file(NAME, RIGHT)
                .file("__MACOSX/._" + NAME, "x"));
        zip("several", "two files and a folder", "TAKEN", z -> z.file("a/", "")
                .file("a/" + NAME, RIGHT)
                .file("b/" + NAME, RIGHT));
        zip("bad-among-good", "a bad file among good ones", "TAKEN+WRONG_ENDING", z -> z.file(NAME, RIGHT)
                .file("x.xlsx", "text"));
        zip("notes-only", "nothing but notes", "EMPTY", z -> z.file("README.md", "x"));
        zip("folder-only", "nothing but a folder", "EMPTY", z -> z.file("a/", ""));
        bytes("none", "an archive of nothing", "EMPTY", new RawZip().bytes());
    }

    private void names() {
        name("up", "a name that leads up", "../" + NAME);
        name("up-inside", "one that leads up on its way", "a/../../" + NAME);
        name("up-backslash", "one with backslashes", "..\\..\\" + NAME);
        name("root", "one from the root", "/etc/cron.d/x.csv");
        name("drive", "one of a drive", "C:\\Windows\\x.csv");
        name("share", "one of a server", "\\\\server\\share\\x.csv");
        name("stream", "one of a hidden stream", "x.csv:evil");
        name("dot", "a dot for a folder", "./" + NAME);
        name("double-slash", "an empty folder name", "a//" + NAME);
        name("empty", "no name", "");
        name("blank", "a blank name", " ");
        name("zero", "a zero in a name", "x.csv\0.exe");
        name("line-end", "a line end in a name", "x\n.csv");
        name("override", "a name that turns the line round", "x\u202Evsc.exe");
        name("zero-width", "a zero-width space in a name", "enroll\u200bment.csv");
        name("long", "a name of 3000 letters", "x".repeat(3000) + ".csv");
        name("long-chinese", "a name of 100 Chinese letters", "在".repeat(100) + ".csv");
        name("deep", "forty folders deep", "a/".repeat(40) + NAME);
        zip("doubled", "the same name twice", "ARCHIVE_DOUBLED", z -> z.file(NAME, RIGHT)
                .file(NAME, "other"));
        zip("doubled-case", "the same name in capitals", "ARCHIVE_DOUBLED", z -> z.file(NAME, RIGHT)
                .file("ENROLLMENT-X.CSV", RIGHT));
        zip("doubled-form", "the same name in another form", "ARCHIVE_DOUBLED", z -> z.file("é.csv", RIGHT)
                .file("e\u0301.csv", RIGHT));
        zip("file-and-folder", "a file that is a folder too", "DAMAGED_ARCHIVE", z -> z.file("a", RIGHT)
                .file("a/" + NAME, RIGHT));
    }

    private void contents() {
        zip("link", "a link", "NO_PLAIN_FILE", z -> z.link(NAME, "/etc/passwd"));
        zip("link-folder", "a link to a folder and a file in it", "NO_PLAIN_FILE", z -> z.link("a", "/tmp")
                .file("a/" + NAME, RIGHT));
        for (String ending : List.of("zip", "rar", "7z", "tar.gz")) {
            zip(
                    "nested-" + ending.replace('.', '-'),
                    "an archive inside (" + ending + ")",
                    "ARCHIVE_NESTED",
                    z -> z.file("x." + ending, "x"));
        }
        zip("nested-beside", "an archive beside a right file", "ARCHIVE_NESTED+TAKEN", z -> z.file(NAME, RIGHT)
                .file("x.zip", "PK\u0003\u0004xxxx"));
        zip("nested-bomb", "a bomb that calls itself an archive", "ZIP_BOMB", z -> z.file(NAME, RIGHT)
                .file("x.zip", " ".repeat(30 << 20)));
        zip(
                "nested-disguised",
                "an archive inside as .csv",
                "WRONG_ENDING",
                z -> z.file("x.csv", "PK\u0003\u0004xxxx"));
        zip("locked", "a password", "ARCHIVE_LOCKED", z -> z.locked(NAME, RIGHT));
        zip("locked-one", "a password on one of two", "ARCHIVE_LOCKED", z -> z.file("a.csv", RIGHT)
                .locked(NAME, RIGHT));
        zip("method", "a method that nobody knows", "DAMAGED_ARCHIVE", z -> z.method(NAME, 99));
    }

    private void bombs() {
        zip("ratio", "thirty megabytes of blanks", "ZIP_BOMB", z -> z.file(NAME, " ".repeat(30 << 20)));
        zip("ratio-hidden", "a bomb whose directory lies", "ZIP_BOMB", z -> z.stated(NAME, new byte[30 << 20], 1000));
        zip("many", "three thousand files", "ZIP_BOMB", z -> {
            for (int i = 0; i < 3000; i++) {
                z.file(i + ".csv", "");
            }
        });
        zip("overlap", "two thousand names of the same bytes", "ARCHIVE_DOUBLED", z -> {
            z.file(NAME, RIGHT);
            for (int i = 0; i < 1500; i++) {
                z.again(NAME);
            }
        });
        zip(
                "stated",
                "a size of four gigabytes",
                "ZIP_BOMB",
                z -> z.stated(NAME, RIGHT.getBytes(StandardCharsets.UTF_8), 4_200_000_000L));
        bytes("many-hidden", "more files than the end states", "ZIP_BOMB", many().bytes(3));
    }

    private void damage() {
        byte[] right = new RawZip().file(NAME, RIGHT).bytes();
        bytes("empty", "no byte", "DAMAGED_ARCHIVE", new byte[0]);
        bytes("text", "a text as .zip", "DAMAGED_ARCHIVE", RIGHT.getBytes(StandardCharsets.UTF_8));
        bytes("cut", "half of it", "DAMAGED_ARCHIVE", Arrays.copyOf(right, right.length / 2));
        bytes("cut-end", "without its last bytes", "DAMAGED_ARCHIVE", Arrays.copyOf(right, right.length - 10));
        bytes("rar", "a RAR as .zip", "DAMAGED_ARCHIVE", new byte[] {0x52, 0x61, 0x72, 0x21, 0x1A, 7, 0});
        zip("sum", "another sum than its content", "DAMAGED_ARCHIVE", z -> z.wrongSum(NAME, RIGHT));
        byte[] changed = right.clone();
        Arrays.fill(changed, 50, 70, (byte) 0x55);
        bytes("content", "packed bytes that were changed", "DAMAGED_ARCHIVE", changed);
        byte[] name = new RawZip().file("enrollment-é.csv", RIGHT).bytes();
        for (int i = 0; i < name.length; i++) {
            if (name[i] == (byte) 0xC3) {
                name[i] = (byte) 0xFF;
            }
        }
        bytes("name-bytes", "a name that is not in the encoding it states", "TAKEN", name);
    }

    private static RawZip many() {
        RawZip zip = new RawZip();
        for (int i = 0; i < 3000; i++) {
            zip.file(i + ".csv", "");
        }
        return zip;
    }

    private void name(String id, String what, String name) {
        zip("name-" + id, what, "ARCHIVE_NAME", z -> z.file(name, RIGHT));
    }

    private void zip(String id, String what, String expected, java.util.function.Consumer<RawZip> content) {
        all.add(new HostileSample("archive-" + id, what, expected, folder -> {
            RawZip zip = new RawZip();
            content.accept(zip);
            Files.write(folder.resolve("x.zip"), zip.bytes());
        }));
    }

    private void bytes(String id, String what, String expected, byte[] bytes) {
        all.add(new HostileSample(
                "archive-" + id, what, expected, folder -> Files.write(folder.resolve("x.zip"), bytes)));
    }
}
