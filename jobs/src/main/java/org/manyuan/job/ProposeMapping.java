package org.manyuan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.manyuan.config.Settings;
import org.manyuan.contract.MappingProposal;
import org.manyuan.store.Refusal;
import org.manyuan.store.RefusedFile;
import org.manyuan.store.SourceFile;
import org.manyuan.store.SourceText;
import org.manyuan.store.TemporaryFolder;
import org.manyuan.store.Workspace;

/** {@code map FILE}: says what a foreign file could be and writes a mapping to begin with beside it, one a sheet. */
public final class ProposeMapping {
    /** Enough to see what a column holds; a proposal needs no more. */
    private static final int LINES = 1000;

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private ProposeMapping() {}

    /**
     * A proposal and where its draft lies.
     *
     * @param sheet empty for a text
     * @param draft the file that was written; null where no dataset fits and nothing was written
     */
    public record Proposed(String sheet, MappingProposal proposal, Path draft) {}

    /**
     * Proposes and writes the drafts.
     *
     * @param out the draft's file, of several sheets with the sheet's name before its ending; empty: beside the file
     * @throws UsageException where the file is not there or cannot be read, or a draft lies there already
     */
    public static List<Proposed> of(Workspace workspace, Path file, Optional<Path> out) {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("没有找到文件：" + file, "There is no file " + file + ".");
        }
        String codeSystem = Settings.read(workspace.settings()).codeSystem();
        try (TemporaryFolder scratch = TemporaryFolder.in(workspace)) {
            Opened opened = opened(file.toAbsolutePath(), scratch.path());
            SourceFile source = opened.source();
            List<Proposed> proposed = new ArrayList<>();
            for (SourceText text : source.texts()) {
                MappingProposal proposal = MappingProposal.of(
                        source.fileName(), opened.guessed(), text.sheet(), text.first(LINES), codeSystem);
                boolean isAny = proposal.datasets().stream().anyMatch(MappingProposal.Dataset::isInDraft);
                boolean isOnly = source.texts().size() == 1;
                Path draft = isOnly && out.isPresent()
                        ? out.get().toAbsolutePath()
                        : beside(out.orElse(file), isOnly ? "" : "." + text.sheet());
                proposed.add(new Proposed(text.sheet(), proposal, isAny ? written(draft, proposal.draft()) : null));
            }
            return proposed;
        } catch (RefusedFile refused) {
            throw new UsageException("%s。（%s）".formatted(refused.chinese(), refused.code()), refused.getMessage());
        } catch (IllegalArgumentException noHeader) {
            throw new UsageException(
                    file + "：前若干行中没有像表头的一行，无法建议映射。",
                    file + ": none of the first lines looks like a header, so no mapping can be proposed.");
        }
    }

    /** A file, and the encoding where it had to be guessed; empty: recognised. */
    private record Opened(SourceFile source, String guessed) {}

    /** What is neither UTF-8 nor Chinese is most often western; ingest never guesses so far, a proposal may. */
    private static Opened opened(Path file, Path scratch) {
        try {
            return new Opened(SourceFile.recognise(file, scratch, null, (char) 0), "");
        } catch (RefusedFile refused) {
            if (refused.code() != Refusal.UNDECODABLE) {
                throw refused;
            }
            return new Opened(SourceFile.recognise(file, scratch, WESTERN, (char) 0), WESTERN.name());
        }
    }

    private static Path beside(Path file, String sheet) {
        String name = file.getFileName().toString();
        String bare = name.endsWith(MappingFiles.ENDING)
                ? name.substring(0, name.length() - MappingFiles.ENDING.length()) + ".yaml"
                : name;
        String stem = bare.contains(".") ? bare.substring(0, bare.lastIndexOf('.')) : bare;
        return file.toAbsolutePath()
                .resolveSibling(stem + sheet.replaceAll("[^\\p{L}\\p{N}.]+", "_") + MappingFiles.ENDING);
    }

    private static Path written(Path draft, String yaml) {
        try {
            return Files.writeString(draft, yaml, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(
                    "已有映射文件 " + draft + "，没有改动；请先核对或删除它，再重新运行。",
                    "There is a mapping already, " + draft
                            + "; it was left as it is. Check it, or delete it and run again.");
        } catch (NoSuchFileException e) {
            throw new UsageException("没有这个目录：" + draft.getParent(), "There is no folder " + draft.getParent() + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
