package org.manyuan.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.domain.Receipt;
import org.manyuan.domain.Standing;
import org.manyuan.store.CountedSubmissions;
import org.manyuan.store.Database;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.Receipts;
import org.manyuan.store.StandingRows;
import org.manyuan.store.Workspace;

/** How many rows of receipts count now, and what took the place of the others. Starts no Spark. */
public final class Standings {
    private Standings() {}

    /**
     * Looks.
     *
     * @return by receipt, of those whose files were taken: one a dataset
     */
    public static Map<String, List<Standing>> of(Workspace workspace, Collection<Receipt> receipts) {
        List<Receipt> taken = receipts.stream()
                .filter(receipt -> receipt.outcome() != Receipt.Outcome.REFUSED)
                .toList();
        if (taken.isEmpty()) {
            return Map.of();
        }
        Database database = OpenWorkspace.at(workspace).database();
        Set<String> leftOut = database.inTransaction(CountedSubmissions::now).leftOut();
        Map<String, List<Standing>> standings = new TreeMap<>();
        try (LakeQuery lake = LakeQuery.open(workspace, database)) {
            for (Contract contract : Contracts.all()) {
                String dataset = contract.dataset();
                List<Receipt> of = taken.stream()
                        .filter(receipt -> accepted(receipt, dataset) > 0)
                        .toList();
                Map<String, Map<String, Long>> rows = StandingRows.of(
                        lake,
                        contract,
                        of.stream().map(Receipt::submissionId).distinct().toList());
                for (Receipt receipt : of) {
                    String id = receipt.submissionId();
                    standings
                            .computeIfAbsent(id, any -> new ArrayList<>())
                            .add(standing(
                                    database, receipt, dataset, rows.getOrDefault(id, Map.of()), leftOut.contains(id)));
                }
            }
        }
        return standings;
    }

    private static Standing standing(
            Database database, Receipt receipt, String dataset, Map<String, Long> rows, boolean isTakenBack) {
        long accepted = accepted(receipt, dataset);
        long stored = rows.values().stream().mapToLong(Long::longValue).sum();
        List<Standing.By> by = rows.entrySet().stream()
                .filter(row -> !row.getKey().equals(receipt.submissionId()))
                .map(row -> new Standing.By(row.getKey(), fileName(database, row.getKey()), row.getValue()))
                .toList();
        return new Standing(
                dataset,
                accepted,
                rows.getOrDefault(receipt.submissionId(), 0L),
                isTakenBack ? 0 : accepted - stored,
                by);
    }

    private static long accepted(Receipt receipt, String dataset) {
        return receipt.counts().stream()
                .filter(count -> count.dataset().equals(dataset))
                .mapToLong(Receipt.Count::accepted)
                .sum();
    }

    private static String fileName(Database database, String receipt) {
        return database.inTransaction(connection -> Receipts.fileName(connection, receipt))
                .orElse("");
    }
}
