package org.manyuan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.manyuan.store.StagingTable;
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
     * @return one receipt a file, in the order of the files
     */
    public static List<Receipt> of(Workspace workspace, List<Path> paths, Progress progress) {
        List<HandIn> handIns = HandIn.of(paths);
        try (WriterLock lock = workspace.lockForWriting("ingest");
                TemporaryFolder scratch = TemporaryFolder.in(workspace)) {
            OpenWorkspace open = OpenWorkspace.at(workspace);
            Recognition recognition = new Recognition(MappingFiles.beside(handIns), scratch.path());
            IngestSubmissions ingest = new IngestSubmissions(open, progress);
            return Noted.run(open.database(), "ingest", () -> ingest.run(handIns, recognition, lock));
        }
    }

    private List<Receipt> run(List<HandIn> handIns, Recognition recognition, WriterLock lock) {
        List<Answer> answers = new ArrayList<>();
        for (HandIn handIn : handIns) {
            String name = handIn.name().fileName();
            progress.step("识别 " + name, "recognising " + name);
            answers.add(recognised(handIn, recognition));
        }
        List<Answer> fresh = answers.stream().filter(Answer::isNew).toList();
        if (fresh.stream().anyMatch(answer -> !answer.parts().isEmpty())) {
            try (Warehouse warehouse = open.warehouse();
                    WarehouseWrite write = warehouse.write(lock)) {
                take(fresh, write);
                write.commit(connection -> {
                    keep(connection, fresh);
                    return null;
                });
            }
        } else {
            open.database().inTransaction(connection -> {
                keep(connection, fresh);
                return null;
            });
        }
        return answers.stream().map(Answer::receipt).toList();
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

    private Answer recognised(HandIn handIn, Recognition recognition) {
        String digest = SourceFile.digest(handIn.file());
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

    private void take(List<Answer> answers, WarehouseWrite write) {
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
            count(answers, taken);
            removeRefused(answers, taken, write, known);
        }
    }

    private static void count(List<Answer> answers, List<Intake.Taken> taken) {
        for (Answer answer : answers) {
            ReceiptDraft draft = answer.draft().orElseThrow();
            taken.stream()
                    .filter(each -> each.part().submissionId().equals(draft.submissionId()))
                    .forEach(draft::count);
        }
    }

    /** A file that turned out to have too many wrong rows leaves nothing in any table, and nothing that later rows may refer to. */
    private static void removeRefused(
            List<Answer> answers, List<Intake.Taken> taken, WarehouseWrite write, KnownCodes known) {
        List<String> refused = answers.stream()
                .map(answer -> answer.draft().orElseThrow())
                .filter(ReceiptDraft::refused)
                .map(ReceiptDraft::submissionId)
                .filter(id -> taken.stream()
                        .anyMatch(each -> each.part().submissionId().equals(id)))
                .toList();
        for (String submission : refused) {
            for (Contract contract : Contracts.all()) {
                write.removeSubmission(StagingTable.of(contract).name(), submission);
                known.forget(contract.dataset());
            }
            write.removeSubmission(Intake.REJECTED, submission);
        }
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
