package org.manyuan.metric;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Function;
import org.manyuan.domain.LedgerEntry;

/** The numbers of the ledger, added as decimals: the sum is the same in any order. */
final class Exact {
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private Exact() {}

    /** The sum of a number of entries that all have it. */
    static BigDecimal sum(Collection<LedgerEntry> entries, Function<LedgerEntry, Double> number) {
        return entries.stream()
                .map(entry -> BigDecimal.valueOf(number.apply(entry)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** An amount of money in yuan; null where the amount or its unit (元, 万元) is not said. */
    static BigDecimal yuan(LedgerEntry entry) {
        if (entry.value() == null || entry.unit() == null) {
            return null;
        }
        BigDecimal amount = BigDecimal.valueOf(entry.value());
        return switch (entry.unit()) {
            case "元" -> amount;
            case "万元" -> amount.multiply(TEN_THOUSAND);
            default -> null;
        };
    }

    /** Whether the number is about, at least or below what stands there. */
    static boolean isBounded(LedgerEntry entry) {
        return entry.bound() != null && !entry.bound().equals("exact");
    }
}
