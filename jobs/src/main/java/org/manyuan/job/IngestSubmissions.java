package org.manyuan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.domain.Receipt;
import org.manyuan.store.Database;
import org.manyuan.store.Receipts;
import org.manyuan.store.SecretKey;
import org.manyuan.store.SourceFile;
import org.manyuan.store.SourcePart;
import org.manyuan.store.TemporaryFolder;
import org.manyuan.store.Warehouse;
import org.manyuan.store.WarehouseWrite;
import org.manyuan.store.Workspace;
import org.manyuan.store.WriterLock;

/**
 * {@code ingest}: files become checked rows and receipts. Every file is recognised, the datasets are taken in order of dependency, and
 * at the end everything counts at once; a refused file leaves nothing but its receipt.
 */
public final class IngestSubmissions {
    private final OpenWorkspace open;
    private final Progress progress;

    private IngestSubmissions(OpenWorkspace open, Progress progress) {
        this.open = open;
        this.progress = progress;
    }

    /**
     * Hands files in.
     *
     * @param paths files, or folders {@code <district_code>/<dataset>*.csv|xlsx}
     * @return one receipt a file, in the order of the files; a file that the paths name twice is one file
     */
    public static List<Receipt> of(Workspace workspace, List<Path> paths, Progress progress) {
        List<HandIn> handIns = HandIn.of(paths);
        try (WriterLock lock = workspace.lockForWriting("ingest");
                TemporaryFolder scratch = TemporaryFolder.in(workspace)) {
            OpenWorkspace open = OpenWorkspace.at(workspace);
            Recognition recognition = new Recognition(MappingFiles.beside(handIns), scratch.path());
            open.mustHaveItsKey();
            IngestSubmissions ingest = new IngestSubmissions(open, progress);
            return Noted.run(open.database(), "ingest", () -> ingest.run(handIns, recognition, lock));
        }
    }

    private List<Receipt> run(List<HandIn> handIns, Recognition recognition, WriterLock lock) {
        List<Answer> answers = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (HandIn handIn : handIns) {
            String name = handIn.name().fileName();
            String digest = SourceFile.digest(handIn.file());
            if (seen.add(List.of(digest, name, handIn.submitter()))) {
                progress.step("识别 " + name, "recognising " + name);
                answers.add(recognised(handIn, digest, recognition));
            }
        }
        List<Answer> fresh = answers.stream().filter(Answer::isNew).toList();
        if (fresh.stream().anyMatch(answer -> !answer.parts().isEmpty())) {
            try (Warehouse warehouse = open.warehouse()) {
                while (!taken(fresh, warehouse, lock)) {
                    // a file turned out to have too many wrong rows: nothing may have been held against what it said
                    fresh.forEach(answer -> answer.draft().orElseThrow().recountUnlessRefused());
                }
            }
        } else {
            open.database().inTransaction(connection -> {
                keep(connection, fresh);
                return null;
            });
        }
        return answers.stream().map(Answer::receipt).toList();
    }

    /** Takes all files that are not refused and lets them count; false, and nothing counts, where one of them had to be refused. */
    private boolean taken(List<Answer> fresh, Warehouse warehouse, WriterLock lock) {
        try (WarehouseWrite write = warehouse.write(lock)) {
            if (!take(fresh, write)) {
                return false;
            }
            write.commit(connection -> {
                keep(connection, fresh);
                return null;
            });
            return true;
        }
    }

    /** A file's answer: an earlier receipt, or a draft and what the file holds. */
    private record Answer(Optional<Receipt> earlier, Optional<ReceiptDraft> draft, List<SourcePart> parts) {
        boolean isNew() {
            return draft.isPresent();
        }

        Receipt receipt() {
            return earlier.map(Receipt::again)
                    .orElseGet(() -> draft.orElseThrow().receipt());
        }
    }

    private Answer recognised(HandIn handIn, String digest, Recognition recognition) {
        Database database = open.database();
        Optional<Receipt> earlier = database.inTransaction(connection ->
                Receipts.accepted(connection, digest, handIn.name().fileName(), handIn.submitter()));
        if (earlier.isPresent()) {
            return new Answer(earlier, Optional.empty(), List.of());
        }
        ReceiptDraft draft = new ReceiptDraft(
                handIn,
                digest,
                size(handIn.file()),
                database.inTransaction(Receipts::nextReceivedNo),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        return new Answer(Optional.empty(), Optional.of(draft), recognition.of(draft));
    }

    private boolean take(List<Answer> answers, WarehouseWrite write) {
        SparkSession spark = open.spark();
        SecretKey key = SecretKey.of(open.workspace());
        KnownCodes known = new KnownCodes(write, open.settings().codeSystem());
        for (Contract contract : Contracts.all()) {
            List<SourcePart> parts = answers.stream()
                    .filter(answer -> !answer.draft().orElseThrow().refused())
                    .flatMap(answer -> answer.parts().stream())
                    .filter(part -> part.binding().contract().equals(contract))
                    .toList();
            if (parts.isEmpty()) {
                continue;
            }
            progress.step(
                    "检查并写入 " + contract.chineseName() + "（" + parts.size() + "）",
                    "checking and writing " + contract.dataset() + " (" + parts.size() + ")");
            Intake intake = new Intake(spark, write, known.now(), key);
            List<Intake.Taken> taken = new ArrayList<>();
            parts.stream()
                    .collect(
                            Collectors.groupingBy(part -> part.binding().distinct(), TreeMap::new, Collectors.toList()))
                    .values()
                    .forEach(alike -> taken.addAll(intake.take(alike)));
            known.forget(contract.dataset());
            if (isRefusedBy(answers, taken)) {
                return false;
            }
        }
        return true;
    }

    /** Tells the drafts what became of their texts; true where one of them is refused for it. */
    private static boolean isRefusedBy(List<Answer> answers, List<Intake.Taken> taken) {
        boolean refused = false;
        for (Answer answer : answers) {
            ReceiptDraft draft = answer.draft().orElseThrow();
            for (Intake.Taken each : taken) {
                if (each.part().submissionId().equals(draft.submissionId())) {
                    draft.count(each);
                    refused |= draft.refused();
                }
            }
        }
        return refused;
    }

    private static void keep(java.sql.Connection connection, List<Answer> answers) throws java.sql.SQLException {
        for (Answer answer : answers) {
            Receipts.insert(connection, answer.receipt());
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
