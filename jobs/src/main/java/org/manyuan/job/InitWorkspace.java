package org.manyuan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.manyuan.config.Settings;
import org.manyuan.store.Workspace;

/** Makes a workspace: commented settings, a secret key only its owner can read, an inbox. What is there already stays as it is. */
public final class InitWorkspace {
    private InitWorkspace() {}

    /**
     * Makes it.
     *
     * @param folder may exist; a folder that holds other things and no workspace is refused
     * @throws UsageException if the folder is something else already
     */
    public static Workspace in(Path folder) {
        Workspace workspace = new Workspace(folder);
        if (!workspace.exists() && holdsOtherThings(workspace.root())) {
            throw new UsageException(
                    workspace.root() + " 里已有其他文件，请换一个空目录。",
                    workspace.root() + " holds other things already; name an empty or a new folder.");
        }
        if (workspace.exists() && !Files.exists(workspace.secretKey())) {
            throw new UsageException(
                    "工作区已存在，但密钥 " + workspace.secretKey() + " 不见了；请从备份恢复。换用新密钥会使同一学生得到不同的编号。",
                    "The workspace is there, but its key " + workspace.secretKey()
                            + " is not. Restore it from your copy: under a new key every pupil would get another number.");
        }
        workspace.create();
        workspace.createSecretKey();
        if (!workspace.exists()) {
            write(workspace.settings(), Settings.template());
        }
        return workspace;
    }

    private static boolean holdsOtherThings(Path folder) {
        if (!Files.exists(folder)) {
            return false;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        } catch (java.nio.file.NotDirectoryException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
