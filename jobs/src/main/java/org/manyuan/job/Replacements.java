package org.manyuan.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.Replacement;
import org.manyuan.contract.Severity;
import org.manyuan.core.ReplacedRows;
import org.manyuan.domain.Receipt;
import org.manyuan.job.ReplacedWords.Other;
import org.manyuan.store.CountedSubmissions;
import org.manyuan.store.Database;
import org.manyuan.store.Receipts;
import org.manyuan.store.WarehouseWrite;

/**
 * What the files of a call take the place of, told to their drafts: rows of earlier receipts, and what two files of the call both say.
 * A dataset is looked at only where the call brings several files of it, or an earlier one may say the same; on the driver are counts by
 * pairs of files, never rows.
 */
final class Replacements {
    private final WarehouseWrite write;
    private final Database database;
    private final CountedSubmissions submissions;
    private final Map<String, ReceiptDraft> drafts;
    private final Map<String, Set<String>> brought = new TreeMap<>();
    private final Map<String, List<Pair>> found = new TreeMap<>();

    /** @param taken what the call's texts became; files that are refused are left out */
    Replacements(WarehouseWrite write, Database database, List<ReceiptDraft> drafts, List<Intake.Taken> taken) {
        this.write = write;
        this.database = database;
        this.submissions = write.counted();
        this.drafts = drafts.stream()
                .filter(draft -> !draft.refused())
                .collect(Collectors.toMap(ReceiptDraft::submissionId, draft -> draft));
        for (Intake.Taken each : taken) {
            String submission = each.part().submissionId();
            if (each.accepted() > 0 && this.drafts.containsKey(submission)) {
                brought.computeIfAbsent(each.part().binding().contract().dataset(), any -> new TreeSet<>())
                        .add(submission);
            }
        }
    }

    /** A row of {@link ReplacedRows}. */
    private record Pair(
            String replaced,
            String by,
            long rows,
            long heldAgain,
            long gone,
            long same,
            long other,
            Row line,
            Row byLine) {
        /** Rows that do not count because something else is said, or nothing. */
        long lost() {
            return rows - same;
        }
    }

    /**
     * Refuses files of the call that say one key differently: nobody can say which is right, and both would be half of something.
     *
     * @return whether there are any
     */
    boolean refusesAny() {
        boolean refused = false;
        for (Map.Entry<String, Set<String>> each : brought.entrySet()) {
            if (each.getValue().size() < 2) {
                continue;
            }
            List<Pair> pairs = look(each.getKey());
            found.put(each.getKey(), pairs);
            Map<String, List<Other>> clashes = new TreeMap<>();
            for (Pair pair : pairs) {
                if (pair.other() > 0) {
                    clash(clashes, pair.replaced(), pair.by(), pair.other(), pair.line());
                    clash(clashes, pair.by(), pair.replaced(), pair.other(), pair.byLine());
                }
            }
            clashes.forEach(
                    (submission, others) -> drafts.get(submission).refuse(ReplacedWords.clash(each.getKey(), others)));
            refused |= !clashes.isEmpty();
        }
        return refused;
    }

    private void clash(Map<String, List<Other>> clashes, String of, String with, long rows, Row line) {
        clashes.computeIfAbsent(of, any -> new ArrayList<>())
                .add(new Other("", fileName(with), rows, line.getString(0), line.getLong(1)));
    }

    /** Tells the drafts what they replace, what of it is gone, and what of themselves does not count. */
    void tell() {
        for (Map.Entry<String, Set<String>> each : brought.entrySet()) {
            String dataset = each.getKey();
            if (mayHaveLostRows(dataset) || !found.containsKey(dataset)) {
                found.put(dataset, look(dataset));
            }
            List<Pair> pairs = found.get(dataset);
            Map<String, String> names = names(pairs);
            for (String submission : each.getValue()) {
                tell(dataset, submission, pairs, names);
            }
        }
    }

    private void tell(String dataset, String submission, List<Pair> pairs, Map<String, String> names) {
        ReceiptDraft draft = drafts.get(submission);
        List<Other> gone = new ArrayList<>();
        List<Other> outranked = new ArrayList<>();
        List<Other> twice = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.by().equals(submission) && pair.lost() > 0) {
                String name = names.get(pair.replaced());
                draft.replaces(new Receipt.Replaced(
                        dataset, pair.replaced(), name, pair.lost(), pair.heldAgain() - pair.same(), pair.gone()));
                add(gone, pair.replaced(), name, pair.gone());
            } else if (pair.replaced().equals(submission)) {
                add(outranked, pair.by(), names.get(pair.by()), pair.lost());
                add(twice, pair.by(), names.get(pair.by()), pair.same());
            }
        }
        draft.warn(ReplacedWords.gone(dataset, gone));
        draft.warn(ReplacedWords.outranked(dataset, outranked));
        draft.warn(ReplacedWords.twice(dataset, twice));
    }

    private static void add(List<Other> others, String receipt, String name, long rows) {
        if (rows > 0) {
            others.add(new Other(receipt, name, rows, "", 0));
        }
    }

    /** Whether checks between files can have taken rows out since it was looked at. */
    private static boolean mayHaveLostRows(String dataset) {
        return Contracts.of(dataset).checks().stream().anyMatch(terms -> terms.severity() == Severity.ERROR);
    }

    private List<Pair> look(String dataset) {
        Set<String> mine = brought.get(dataset);
        if (mine.size() < 2 && !database.inTransaction(connection -> Receipts.isHeld(connection, dataset))) {
            return List.of();
        }
        Contract contract = Contracts.of(dataset);
        Replacement replacement = Replacement.of(contract);
        Column isNew = CountedRows.isOf(mine);
        Dataset<Row> stored = CountedRows.standing(write.read(CountingRows.table(dataset)), submissions);
        Dataset<Row> near = stored.where(within(stored.where(isNew), replacement.shared()));
        if (mine.size() < 2 && near.where(not(isNew)).isEmpty()) {
            return List.of();
        }
        return ReplacedRows.of(
                        near,
                        replacement,
                        CountedRows.patches(submissions),
                        isNew,
                        contract.columns().stream()
                                .map(org.manyuan.contract.Column::storedName)
                                .toList())
                .collectAsList()
                .stream()
                .map(Replacements::pair)
                .sorted(java.util.Comparator.comparing(Pair::replaced).thenComparing(Pair::by))
                .toList();
    }

    /** Between the least and the greatest that the call says: the files of other exams and years are not even opened. */
    private static Column within(Dataset<Row> mine, List<String> shared) {
        if (shared.isEmpty()) {
            return lit(true);
        }
        List<Column> bounds = new ArrayList<>();
        for (String name : shared) {
            bounds.addAll(List.of(min(name), max(name), count(name)));
        }
        Row row = mine.agg(count(lit(1)), bounds.toArray(Column[]::new)).head();
        Column within = lit(true);
        for (int i = 0; i < shared.size(); i++) {
            // an empty cell lies between nothing
            if (row.getLong(3 * i + 3) == row.getLong(0)) {
                within = within.and(col(shared.get(i)).between(row.get(3 * i + 1), row.get(3 * i + 2)));
            }
        }
        return within;
    }

    private static Pair pair(Row row) {
        return new Pair(
                row.getAs("replaced"),
                row.getAs("replaced_by"),
                row.getAs("row_count"),
                row.getAs("held_again"),
                row.getAs("gone"),
                row.getAs("same_in_call"),
                row.getAs("other_in_call"),
                row.getAs("replaced_line"),
                row.getAs("replacing_line"));
    }

    private Map<String, String> names(List<Pair> pairs) {
        Set<String> receipts = new TreeSet<>();
        pairs.forEach(pair -> receipts.addAll(List.of(pair.replaced(), pair.by())));
        return receipts.stream().collect(Collectors.toMap(receipt -> receipt, this::fileName));
    }

    private String fileName(String receipt) {
        return Optional.ofNullable(drafts.get(receipt))
                .map(draft -> draft.handIn().name().fileName())
                .or(() -> database.inTransaction(connection -> Receipts.fileName(connection, receipt)))
                .orElse("");
    }
}
