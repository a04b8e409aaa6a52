package org.manyuan.job;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.manyuan.config.Settings;
import org.manyuan.config.Settings.LimitSettings;
import org.manyuan.contract.Fields;
import org.manyuan.contract.Header;
import org.manyuan.contract.Pseudonym;
import org.manyuan.contract.References;
import org.manyuan.contract.RowEnds;
import org.manyuan.contract.RowReader;
import org.manyuan.domain.Receipt;
import org.manyuan.store.SourcePart;
import org.manyuan.store.SourceText;

/** Hands a sample in as the command does, up to the checks of its rows, and says what the receipt would. */
final class HostileOutcome {
    private static final int MOST_ROWS = 500;
    private static final LimitSettings LIMITS = Settings.defaults().limits();
    private static final Pseudonym NO_KEY = (purpose, id, from, length, key) -> {};

    private static final References KNOWN = References.builder("cn")
            .district("370300", null)
            .district("370305", "370300")
            .school("3137000001", "370305", null, "第一中学", "一中")
            .group("G1")
            .exam("Q1", "370305")
            .paper("Q1", "math", new BigDecimal("120"), new BigDecimal("0.5"))
            .build();

    private final Path scratch;
    private final TreeSet<String> codes = new TreeSet<>();
    private final TreeSet<String> words = new TreeSet<>();
    private long accepted;

    private HostileOutcome(Path scratch) {
        this.scratch = scratch;
    }

    /**
     * Hands in all that a folder holds.
     *
     * @return the codes, joined by {@code +}
     */
    static String of(Path folder, Path scratches) throws IOException {
        Path scratch = Files.createDirectory(scratches.resolve(UUID.randomUUID().toString()));
        HostileOutcome outcome = new HostileOutcome(scratch);
        for (HandIn handIn : HandIn.unpacked(HandIn.of(List.of(folder)), scratch, LIMITS, Progress.silent())) {
            outcome.take(handIn);
        }
        if (outcome.words.stream().anyMatch(HostileOutcome::isUnfit)) {
            return "WORDS " + outcome.words;
        }
        if (outcome.accepted > 0) {
            outcome.codes.add("TAKEN");
        }
        if (outcome.codes.isEmpty()) {
            return "NO_ROWS";
        }
        return String.join("+", outcome.codes);
    }

    private void take(HandIn handIn) {
        ReceiptDraft draft = new ReceiptDraft(
                handIn, handIn.digest(), "", handIn.bytes(), new Ending.Numbered("R1", 1), Instant.EPOCH);
        List<SourcePart> parts = new Recognition(new MappingFiles(List.of(), List.of()), scratch, LIMITS).of(draft);
        if (draft.refused()) {
            for (Receipt.Problem problem : draft.receipt().problems()) {
                words.add(problem.chinese());
                words.add(problem.english());
                if (!problem.code().equals("NEAREST_DATASET") && !problem.code().equals("IGNORED_COLUMN")) {
                    codes.add(problem.code());
                }
            }
        }
        for (SourcePart part : parts) {
            RowReader reader = part.binding().open(KNOWN, NO_KEY);
            for (Header line : ((SourceText) part.text()).heads(MOST_ROWS, Integer.MAX_VALUE)) {
                if (line.line() > part.headerLine()) {
                    reader.read(fields(line), new RowEnds((at, rejects) -> ended(rejects)));
                }
            }
        }
    }

    /** A message must say what to do, in both languages, on one line that shows what it holds. */
    private static boolean isUnfit(String message) {
        return message.length() < 10
                || message.length() > 2_000
                || message.codePoints()
                        .anyMatch(c ->
                                Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT);
    }

    private static Fields fields(Header line) {
        Fields fields = new Fields();
        fields.buffer = String.join("\n", line.cells()).getBytes(StandardCharsets.UTF_8);
        fields.line = line.line();
        int at = 0;
        for (String cell : line.cells()) {
            int length = cell.getBytes(StandardCharsets.UTF_8).length;
            fields.add(at, length);
            at += length + 1;
        }
        return fields;
    }

    private void ended(String rejects) {
        if (rejects == null) {
            accepted++;
        } else {
            for (String reason : rejects.split(";")) {
                codes.add(reason.substring(0, reason.indexOf(':')));
            }
        }
    }
}
