package org.manyuan.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.manyuan.store.ChildJvm;

/**
 * The tests' class path, from which many processes of one kind start: one of them archives the thirty thousand classes it has loaded, and
 * the others take them from there and load none of them anew.
 *
 * @param classPath jars only, as class data sharing wants it
 * @param archive written when a process with {@link #archiving} ends
 */
record SharedClasses(String classPath, Path archive) {
    /** The class path as it is now; its folders are packed into a folder. */
    static SharedClasses of(Path folder) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : ChildJvm.classPath().split(File.pathSeparator)) {
            Path path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? packed(path, folder.resolve(jars.size() + ".jar")) : entry);
        }
        return new SharedClasses(String.join(File.pathSeparator, jars), folder.resolve("classes.jsa"));
    }

    /** Options of the process that writes the archive. */
    List<String> archiving() {
        return List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable");
    }

    /** Options of those that read it. Without an archive that fits they load their classes as ever. */
    List<String> shared() {
        return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable");
    }

    private static String packed(Path folder, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> all = Files.walk(folder)) {
            // folders too: some are looked into by name
            for (Path path : all.filter(path -> !path.equals(folder)).sorted().toList()) {
                String name = folder.relativize(path).toString().replace(File.separatorChar, '/');
                zip.putNextEntry(new ZipEntry(Files.isDirectory(path) ? name + "/" : name));
                if (Files.isRegularFile(path)) {
                    Files.copy(path, zip);
                }
                zip.closeEntry();
            }
        }
        return jar.toString();
    }
}
