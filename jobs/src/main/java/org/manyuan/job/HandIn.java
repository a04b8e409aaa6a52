package org.manyuan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.manyuan.config.Settings.LimitSettings;
import org.manyuan.contract.SourceName;
import org.manyuan.store.Archive;
import org.manyuan.store.HandedName;
import org.manyuan.store.Refusal;
import org.manyuan.store.RefusedFile;
import org.manyuan.store.SourceFile;

/**
 * One file that a clerk hands in.
 *
 * @param file where it lies
 * @param name what its name and its folder say; a folder named by six digits is the district that hands in
 * @param refusal why it is not even opened; empty where it is
 * @param archive the archive that it was unpacked from; empty: it was handed in as it is
 */
record HandIn(Path file, SourceName name, Optional<RefusedFile> refusal, Optional<Path> archive) {
    private static final Pattern DISTRICT = Pattern.compile("\\d{6}");
    private static final String ARCHIVE = "zip";
    /** What lies beside data and is none: mappings, notes. Everything else is looked at, so that nothing is passed over in silence. */
    private static final Set<String> NO_DATA = Set.of("yaml", "yml", "md");

    /** Whether it lies in a folder or below it, by itself or in the archive that it came in. */
    boolean liesIn(Path folder) {
        return file.startsWith(folder)
                || archive.filter(each -> each.startsWith(folder)).isPresent();
    }

    /** The district that hands in; empty where the folder names none. */
    String submitter() {
        return name.district() == null ? "" : name.district();
    }

    /** SHA-256 of its content; of its name where it is no file that may be opened. */
    String digest() {
        return isOpened() ? SourceFile.digest(file) : SourceFile.digest(name.fileName());
    }

    /** Its size; 0 where it is no file that may be opened. */
    long bytes() {
        try {
            return isOpened() ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOpened() {
        return refusal.isEmpty() || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The files among the paths, and those in the folders among them, in the order of their names. Links inside a folder are not
     * followed and come out refused: what they lead to was not put there.
     *
     * @throws UsageException where a path is not there, or there is no file at all
     */
    static List<HandIn> of(List<Path> paths) {
        List<HandIn> found = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                found.addAll(inside(path));
            } else if (Files.isRegularFile(path)) {
                Path parent = path.toAbsolutePath().normalize().getParent();
                found.add(of(path, parent == null ? path : parent, true));
            } else {
                throw new UsageException("没有找到文件或目录：" + path, "There is no file or folder " + path + ".");
            }
        }
        if (found.isEmpty()) {
            throw new UsageException(
                    "没有可读取的文件（.csv、.xlsx、.xls、.zip）：" + paths,
                    "There is no file to read (.csv, .xlsx, .xls, .zip) in " + paths + ".");
        }
        return found;
    }

    /**
     * The same with the files of every archive in its place; an archive that is refused stays, with the reason.
     *
     * @param scratch where they are unpacked; the caller deletes it
     * @param progress hears each file of an archive before it is unpacked
     */
    static List<HandIn> unpacked(List<HandIn> handIns, Path scratch, LimitSettings limits, Progress progress) {
        List<HandIn> all = new ArrayList<>();
        for (HandIn handIn : handIns) {
            boolean isArchive = ending(handIn.file).equals(ARCHIVE) && handIn.refusal.isEmpty();
            all.addAll(isArchive ? handIn.unpacked(scratch, limits, progress) : List.of(handIn));
        }
        return all;
    }

    private List<HandIn> unpacked(Path scratch, LimitSettings limits, Progress progress) {
        // named like the archive where that names a district, as a folder would be
        String district = DISTRICT.matcher(name.plainStem()).matches() ? name.plainStem() : submitter();
        try {
            Archive archive = new Archive(file, name.fileName(), limits);
            Archive.Contents contents = archive.unpack(
                    scratch,
                    district.isEmpty() ? "files" : district,
                    each -> progress.step(
                            "解压 " + name.fileName() + "：" + each, "unpacking " + name.fileName() + ": " + each));
            List<HandIn> inside = Stream.concat(
                            inside(contents.folder()).stream(),
                            contents.nested().stream().map(each -> nested(each, contents.folder())))
                    .map(each -> new HandIn(each.file, each.name, each.refusal, Optional.of(file)))
                    .toList();
            return inside.isEmpty() ? List.of(refused(RefusedFile.whole(Refusal.EMPTY, name.fileName(), ""))) : inside;
        } catch (RefusedFile refused) {
            return List.of(refused(refused));
        }
    }

    /** An archive in the archive: what it holds is not taken, and it says so. */
    private HandIn nested(Path inner, Path root) {
        HandIn packed = of(inner, root.toAbsolutePath().normalize(), false);
        return packed.refused(RefusedFile.whole(Refusal.ARCHIVE_NESTED, packed.name.fileName(), name.fileName()));
    }

    private HandIn refused(RefusedFile why) {
        return new HandIn(file, name, Optional.of(why), archive);
    }

    private static List<HandIn> inside(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !NO_DATA.contains(ending(file)))
                    // a workbook that is open somewhere leaves such a file behind
                    .filter(file -> !file.getFileName().toString().startsWith("~$"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .map(file -> of(file, root, false))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The district is the nearest folder above the file that is named by one, up to the folder handed in. */
    private static HandIn of(Path path, Path root, boolean isGivenItself) {
        Path file = path.toAbsolutePath().normalize();
        String district = null;
        for (Path folder = file.getParent();
                district == null && folder != null && folder.startsWith(root);
                folder = folder.getParent()) {
            String named =
                    folder.getFileName() == null ? "" : folder.getFileName().toString();
            district = DISTRICT.matcher(named).matches() ? named : null;
        }
        HandedName name = HandedName.of(file, isGivenItself);
        return new HandIn(file, new SourceName(name.shown(), district), name.refusal(), Optional.empty());
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
