package org.manyuan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.manyuan.contract.SourceName;

/**
 * One file that a clerk hands in.
 *
 * @param file where it lies
 * @param name what its name and its folder say; a folder named by six digits is the district that hands in
 */
record HandIn(Path file, SourceName name) {
    private static final Pattern DISTRICT = Pattern.compile("\\d{6}");
    /** What lies beside data and is none: mappings, notes. Everything else is looked at, so that nothing is passed over in silence. */
    private static final Set<String> NO_DATA = Set.of("yaml", "yml", "md");

    /** The district that hands in; empty where the folder names none. */
    String submitter() {
        return name.district() == null ? "" : name.district();
    }

    /**
     * The files among the paths, and those in the folders among them, in the order of their names.
     *
     * @throws UsageException where a path is not there, or there is no file at all
     */
    static List<HandIn> of(List<Path> paths) {
        List<HandIn> found = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                found.addAll(inside(path));
            } else if (Files.isRegularFile(path)) {
                found.add(of(path));
            } else {
                throw new UsageException("没有找到文件或目录：" + path, "There is no file or folder " + path + ".");
            }
        }
        if (found.isEmpty()) {
            throw new UsageException(
                    "没有可读取的文件（.csv、.xlsx）：" + paths, "There is no file to read (.csv, .xlsx) in " + paths + ".");
        }
        return found;
    }

    private static List<HandIn> inside(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !NO_DATA.contains(ending(file)))
                    // a workbook that is open somewhere leaves such a file behind
                    .filter(file -> !file.getFileName().toString().startsWith("~$"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .map(HandIn::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HandIn of(Path path) {
        Path file = path.toAbsolutePath().normalize();
        String folder = file.getParent() == null || file.getParent().getFileName() == null
                ? ""
                : file.getParent().getFileName().toString();
        String district = DISTRICT.matcher(folder).matches() ? folder : null;
        return new HandIn(file, new SourceName(file.getFileName().toString(), district));
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
