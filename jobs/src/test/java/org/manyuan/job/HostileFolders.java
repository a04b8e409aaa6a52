package org.manyuan.job;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Folders that hold links, odd names, folders named like files. */
final class HostileFolders {
    private static final byte[] RIGHT = (HostileTexts.HEADER + HostileTexts.ROW).getBytes(StandardCharsets.UTF_8);

    private final List<HostileSample> all = new ArrayList<>();

    private HostileFolders() {}

    static List<HostileSample> all() {
        HostileFolders folders = new HostileFolders();
        folders.links();
        folders.names();
        return folders.all;
    }

    private void links() {
        add(
                "link-file",
                "a link to a file elsewhere",
                "NO_PLAIN_FILE",
                folder -> Files.createSymbolicLink(folder.resolve("enrollment-x.csv"), Path.of("/etc/passwd")));
        add("link-beside", "a link to a file beside", "NO_PLAIN_FILE+TAKEN", folder -> {
            Files.write(folder.resolve("enrollment-x.csv"), RIGHT);
            Files.createSymbolicLink(folder.resolve("enrollment-y.csv"), Path.of("enrollment-x.csv"));
        });
        add(
                "link-folder",
                "a link to a folder",
                "NO_PLAIN_FILE",
                folder -> Files.createSymbolicLink(folder.resolve("x"), Path.of("/etc")));
        add(
                "link-nowhere",
                "a link to nothing",
                "NO_PLAIN_FILE",
                folder -> Files.createSymbolicLink(folder.resolve("x.csv"), Path.of("nowhere")));
        add(
                "link-itself",
                "a link to itself",
                "NO_PLAIN_FILE",
                folder -> Files.createSymbolicLink(folder.resolve("x.csv"), Path.of("x.csv")));
        add(
                "link-up",
                "a link to the folder above",
                "NO_PLAIN_FILE",
                folder -> Files.createSymbolicLink(folder.resolve("x"), Path.of("..")));
    }

    private void names() {
        named("folder-like-file", "a folder named like a file", "TAKEN", "x.csv/enrollment-x.csv");
        named("long", "a name of 250 letters", "TAKEN", "enrollment-" + "x".repeat(235) + ".csv");
        named("override", "a name that turns the line round", "FILE_NAME", "enrollment-\u202Evsc.exe.csv");
        named("zero-width", "a zero-width space in a name", "FILE_NAME", "enroll\u200bment.csv");
        named("line-end", "a line end in a name", "FILE_NAME", "enrollment-\nx.csv");
        named("escape", "an escape character in a name", "FILE_NAME", "enrollment-\u001B[31mx.csv");
        named("spaces", "blanks in a name", "TAKEN", "enrollment-  在 校 生 .csv");
        named("quotes", "quotation marks and a dollar in a name", "TAKEN", "enrollment-'\"$(x)`.csv");
        named("no-ending", "a name without an ending", "TAKEN", "enrollment-x");
        named("no-such-ending", "an ending that says nothing", "TAKEN", "enrollment-x.dat");
        named("capitals", "a name in capitals", "TAKEN", "ENROLLMENT-X.CSV");
        named("deep", "a file twenty folders deep", "TAKEN", "a/".repeat(20) + "enrollment-x.csv");
        named("format", "marks that a message could take for its own", "TAKEN", "enrollment-{detail}%s%n.csv");
    }

    private void named(String id, String what, String expected, String name) {
        add("name-" + id, what, expected, folder -> {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, RIGHT);
        });
    }

    private void add(String id, String what, String expected, HostileSample.Maker maker) {
        all.add(new HostileSample("folder-" + id, what, expected, maker));
    }
}
