package org.manyuan.store;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The name of a file as it may be shown, and why the file is not to be opened, if so.
 *
 * @param shown without folders; hidden characters as their numbers
 */
public record HandedName(String shown, Optional<RefusedFile> refusal) {
    /**
     * Looks at a name and at what it names.
     *
     * @param isGivenItself whether the path was given, and not a folder that it lies in: only then a link is followed
     */
    public static HandedName of(Path file, boolean isGivenItself) {
        String name = file.getFileName().toString();
        String shown = Printable.of(name);
        if (Printable.hidesSomething(name)) {
            return new HandedName(shown, Optional.of(RefusedFile.whole(Refusal.FILE_NAME, name, "")));
        }
        boolean isFile =
                isGivenItself ? Files.isRegularFile(file) : Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        return new HandedName(
                name, isFile ? Optional.empty() : Optional.of(RefusedFile.whole(Refusal.NO_PLAIN_FILE, name, name)));
    }
}
