package org.manyuan.job;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.manyuan.contract.Pseudonym;
import org.manyuan.domain.Receipt;
import org.manyuan.ingest.RepeatedRows;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.ScoreYardstick;
import org.manyuan.store.SecretKey;
import org.manyuan.store.Workspace;
import org.manyuan.synthesis.LargeSitting;

/**
 * Holds what Manyuan and DuckDB made of a sheet against each other and against what was planted in it.
 *
 * @param workspace where Manyuan put it
 * @param sheet what both read
 */
record SameFigures(Workspace workspace, LargeSitting sheet) {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** What one hand-in and one run of the script do not agree on; empty: nothing. */
    List<String> differences(Receipt receipt, ScoreYardstick.Measured duck) {
        LargeSitting.Expected expected = sheet.expected();
        Map<String, Long> rejected = new TreeMap<>();
        long conflicts = 0;
        for (Receipt.Problem problem : receipt.problems()) {
            if (problem.code().equals(RepeatedRows.CONFLICT_CODE)) {
                conflicts = problem.occurrences();
            } else {
                rejected.put(problem.code() + ":" + problem.column(), problem.occurrences());
            }
        }
        Receipt.Count count = receipt.counts().get(0);
        List<String> found = new ArrayList<>();
        compare("accepted", expected.accepted(), count.accepted(), duck.accepted(), found);
        compare("duplicates", expected.duplicates(), count.duplicate(), duck.duplicates(), found);
        compare("conflicts", expected.conflicts(), conflicts, duck.conflicts(), found);
        compare("rejected by reason", expected.rejected(), rejected, duck.rejected(), found);
        try (LakeQuery lake =
                LakeQuery.open(workspace, OpenWorkspace.at(workspace).database())) {
            Map<String, Object> stored = lake.select(
                            "select count(*) as scores, count(distinct student_key) as pupils, sum(score)::varchar as points"
                                    + " from stg_exam_score where submission_id = ?",
                            receipt.submissionId())
                    .get(0);
            compare("rows in the table", expected.accepted(), stored.get("scores"), duck.accepted(), found);
            compare("pupils", duck.pupils(), stored.get("pupils"), duck.pupils(), found);
            compare("sum of scores", duck.scoreSum(), stored.get("points"), duck.scoreSum(), found);
        }
        return found;
    }

    private static void compare(String what, Object expected, Object manyuan, Object duckdb, List<String> found) {
        if (!expected.equals(manyuan) || !expected.equals(duckdb)) {
            found.add("%s: %s expected, Manyuan %s, DuckDB %s".formatted(what, expected, manyuan, duckdb));
        }
    }

    /** Whether both make the same keys: a few numbers are enough, they share every byte of the way. */
    List<String> keys(Path registers, Path scratch) {
        SecretKey secret = SecretKey.of(workspace);
        ScoreYardstick yardstick = new ScoreYardstick(registers, scratch, secret);
        List<String> found = new ArrayList<>();
        for (String number : List.of("G1", "G370305201001011234", "0".repeat(40))) {
            byte[] key = new byte[Pseudonym.KEY_LENGTH];
            byte[] bytes = number.getBytes(StandardCharsets.UTF_8);
            secret.get().key("student", bytes, 0, bytes.length, key);
            compare("key of a number", yardstick.key(number), hexadecimal(key), yardstick.key(number), found);
        }
        return found;
    }

    private static String hexadecimal(byte[] base32) {
        BigInteger value = BigInteger.ZERO;
        for (byte letter : base32) {
            value = value.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(letter)));
        }
        return "%032x".formatted(value.shiftRight(2));
    }
}
