package org.manyuan.job;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.manyuan.config.Settings.LimitSettings;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.domain.Receipt;
import org.manyuan.store.ReceiptFolder;
import org.manyuan.store.Receipts;
import org.manyuan.store.SecretKey;
import org.manyuan.store.SourcePart;
import org.manyuan.store.TemporaryFolder;
import org.manyuan.store.Warehouse;
import org.manyuan.store.WarehouseWrite;
import org.manyuan.store.Workspace;
import org.manyuan.store.WriterLock;

/**
 * {@code ingest}: files become checked rows and receipts. Every file is recognised, the datasets are taken in order of dependency, and
 * at the end everything counts at once; a refused file leaves nothing but its receipt. {@code ingest --check} walks the same way and
 * keeps nothing.
 */
public final class IngestSubmissions {
    private final OpenWorkspace open;
    private final Progress progress;
    private final Ending ending;
    private final MarkedWorkbooks workbooks;
    private final boolean patch;

    /** The files of one call count together, so they were received together: what was known between two of them was known to nobody. */
    private final Instant receivedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private IngestSubmissions(OpenWorkspace open, boolean patch, Progress progress, Ending ending, Path scratch) {
        this.open = open;
        this.patch = patch;
        this.progress = progress;
        this.ending = ending;
        this.workbooks = new MarkedWorkbooks(scratch, open.settings().keepDays());
    }

    /**
     * Hands files in.
     *
     * @param paths files, or folders {@code <district_code>/<dataset>*.csv|xlsx}
     * @return one receipt a file, in the order of the files; a file that the paths name twice is one file
     */
    public static List<Receipt> of(Workspace workspace, List<Path> paths, Progress progress) {
        return of(workspace, paths, false, progress);
    }

    /**
     * Hands files in.
     *
     * @param patch whether they replace only the keys they hold, whatever their contracts and mappings say
     */
    public static List<Receipt> of(Workspace workspace, List<Path> paths, boolean patch, Progress progress) {
        List<HandIn> given = HandIn.of(paths);
        try (WriterLock lock = workspace.lockForWriting("ingest");
                TemporaryFolder scratch = TemporaryFolder.in(workspace)) {
            OpenWorkspace open = OpenWorkspace.at(workspace);
            ReceiptFolder.of(workspace).sweep(Duration.ofDays(open.settings().keepDays()), Instant.now());
            IngestSubmissions ingest =
                    new IngestSubmissions(open, patch, progress, new CountsFromNow(open, lock), scratch.path());
            return ingest.run(given, scratch.path());
        }
    }

    /**
     * Says what handing these files in would answer, and changes nothing: no row, no receipt, no file of the workspace.
     *
     * @param out where marked workbooks go; empty: none is written
     * @return as {@link #of}; a file that was handed in before gets its receipt
     */
    public static List<Receipt> check(
            Workspace workspace, List<Path> paths, boolean patch, Optional<Path> out, Progress progress) {
        List<HandIn> given = HandIn.of(paths);
        try (TemporaryFolder scratch = TemporaryFolder.in(workspace)) {
            OpenWorkspace open = OpenWorkspace.at(workspace);
            IngestSubmissions check = new IngestSubmissions(
                    open, patch, progress, new OnlyChecked(open, scratch.path(), out), scratch.path());
            return check.run(given, scratch.path());
        }
    }

    private List<Receipt> run(List<HandIn> given, Path scratch) {
        LimitSettings limits = open.settings().limits();
        List<HandIn> handIns = HandIn.unpacked(given, scratch, limits, progress);
        List<HandIn> beside = new ArrayList<>(given);
        beside.addAll(handIns);
        MappingFiles mappings = MappingFiles.of(beside, open.workspace());
        mappings.checkNotAllBroken(handIns);
        Recognition recognition = new Recognition(mappings, scratch, limits);
        if (!open.database().inTransaction(ending::hasTheKey)) {
            throw open.anotherKey();
        }
        return ending.noted(() -> answered(handIns, recognition));
    }

    private List<Receipt> answered(List<HandIn> handIns, Recognition recognition) {
        List<FileAnswer> answers = new ArrayList<>();
        Map<List<String>, FileAnswer> seen = new HashMap<>();
        for (HandIn handIn : handIns) {
            String name = handIn.name().fileName();
            String digest = handIn.digest();
            List<String> identity = List.of(digest, recognition.meaning(handIn), handIn.submitter());
            FileAnswer same = seen.get(identity);
            if (same == null) {
                progress.step("识别 " + name, "recognising " + name);
                FileAnswer answer = recognised(handIn, digest, recognition);
                seen.put(identity, answer);
                answers.add(answer);
            } else if (!same.fileName().equals(name)) {
                answers.add(same.again());
            }
        }
        List<FileAnswer> fresh = answers.stream().filter(FileAnswer::isNew).toList();
        List<FileAnswer> unmarked =
                answers.stream().filter(FileAnswer::lacksItsWorkbook).toList();
        if (Stream.concat(fresh.stream(), unmarked.stream())
                .anyMatch(answer -> !answer.parts().isEmpty())) {
            try (Warehouse warehouse = open.warehouse()) {
                while (!taken(fresh, warehouse)) {
                    // a file turned out to have too many wrong rows: nothing may have been held against what it said
                    fresh.forEach(answer -> answer.draft().orElseThrow().recountUnlessRefused());
                }
                if (warehouse.has(Intake.REJECTED)) {
                    unmarked.forEach(answer -> mark(answer, warehouse.read(Intake.REJECTED)));
                }
            }
        } else {
            ending.keep(drafts(fresh));
        }
        ending.workbooks().ifPresent(workbooks::deliver);
        return answers.stream().map(FileAnswer::receipt).toList();
    }

    /** Takes all files that are not refused and lets them count; false, and nothing counts, where one of them had to be refused. */
    private boolean taken(List<FileAnswer> fresh, Warehouse warehouse) {
        try (WarehouseWrite write = ending.begin(warehouse)) {
            drafts(fresh).stream().filter(ReceiptDraft::isPatch).forEach(draft -> write.patch(draft.submissionId()));
            boolean isTaken = take(fresh, write);
            if (write.has(Intake.REJECTED)) {
                fresh.stream()
                        .filter(answer ->
                                isTaken || answer.draft().orElseThrow().refused())
                        .forEach(answer -> mark(answer, write.read(Intake.REJECTED)));
            }
            if (isTaken) {
                ending.keep(write, drafts(fresh));
            }
            return isTaken;
        }
    }

    /** Writes the marked workbook of a file with rejected rows, as long as its rows can be read. */
    private void mark(FileAnswer answer, Dataset<Row> rejected) {
        Receipt receipt = answer.receipt();
        if (ending.workbooks().isPresent()
                && receipt.rejectedRows() > 0
                && !answer.parts().isEmpty()
                && !workbooks.has(receipt.submissionId())) {
            workbooks.write(receipt, answer.parts(), rejected);
        }
    }

    private static List<ReceiptDraft> drafts(List<FileAnswer> fresh) {
        return fresh.stream().map(answer -> answer.draft().orElseThrow()).toList();
    }

    private FileAnswer recognised(HandIn handIn, String digest, Recognition recognition) {
        String name = handIn.name().fileName();
        String meaning = recognition.meaning(handIn);
        Optional<Receipt> earlier = open.database()
                .inTransaction(connection -> Receipts.accepted(connection, digest, handIn.submitter(), name, meaning));
        Ending.Numbered numbered = earlier.map(
                        receipt -> new Ending.Numbered(receipt.submissionId(), receipt.receivedNo()))
                .orElseGet(() -> ending.number(digest));
        ReceiptDraft draft = new ReceiptDraft(handIn, digest, meaning, handIn.bytes(), numbered, receivedAt);
        if (earlier.isEmpty()) {
            List<SourcePart> parts = recognition.of(draft);
            if (isPatch(handIn, parts, recognition)) {
                draft.patches();
            }
            return new FileAnswer(name, Optional.empty(), Optional.of(draft), parts, true);
        }
        boolean isUnmarked = earlier.get().rejectedRows() > 0
                && ending.workbooks()
                        .filter(folder -> folder.workbook(numbered.id()).isEmpty())
                        .isPresent();
        return new FileAnswer(name, earlier, Optional.empty(), isUnmarked ? recognition.of(draft) : List.of(), false);
    }

    private boolean isPatch(HandIn handIn, List<SourcePart> parts, Recognition recognition) {
        boolean contractsPatch = !parts.isEmpty()
                && parts.stream().allMatch(part -> part.binding().contract().patch());
        return patch || contractsPatch || recognition.patches(handIn);
    }

    private boolean take(List<FileAnswer> answers, WarehouseWrite write) {
        SparkSession spark = open.spark();
        SecretKey key = SecretKey.of(open.workspace());
        KnownCodes known = new KnownCodes(write, open.settings().codeSystem());
        List<Intake.Taken> all = new ArrayList<>();
        CallPlaces places = CallPlaces.of(drafts(answers));
        for (Contract contract : Contracts.all()) {
            List<SourcePart> parts = answers.stream()
                    .filter(answer -> !answer.draft().orElseThrow().refused())
                    .flatMap(answer -> answer.parts().stream())
                    .filter(part -> part.binding().contract().equals(contract))
                    .map(places::placed)
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
            all.addAll(taken);
        }
        progress.step("核对表与表之间", "holding the files against each other");
        Replacements replacements = new Replacements(write, open.database(), drafts(answers), all);
        if (replacements.refusesAny() || HeldTogether.refusesAny(drafts(answers), write, all)) {
            return false;
        }
        replacements.tell();
        return true;
    }

    /** Tells the drafts what became of their texts; true where one of them is refused for it. */
    private static boolean isRefusedBy(List<FileAnswer> answers, List<Intake.Taken> taken) {
        boolean refused = false;
        for (FileAnswer answer : answers) {
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
}
