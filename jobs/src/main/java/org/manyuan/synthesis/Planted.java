package org.manyuan.synthesis;

import java.util.List;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Verdict;

/**
 * What a made-up county is known to hold, so that what comes out of the warehouse can be set against it.
 *
 * @param gaps by group, series, subject and school year
 * @param changes by group, series and subject: from the last school year before the founding to the last year
 * @param exchanges by group and school year since the founding
 * @param intakes by group, side and stage, every school year
 * @param faults by file and kind
 */
public record Planted(
        String region,
        long seed,
        List<KnownGap> gaps,
        List<KnownChange> changes,
        List<KnownExchange> exchanges,
        List<KnownIntake> intakes,
        List<KnownFault> faults) {

    /**
     * A planned gap in SDs of everyone who sat the paper; the rows meet it to .01.
     *
     * @param metric GAP-08b, lead minus members, or GAP-08c, members minus all others
     */
    public record KnownGap(
            String groupCode,
            String metric,
            String examCode,
            String series,
            int schoolYear,
            String subject,
            double gap) {}

    /**
     * How a gap changes, and what shall be found (METRICS B4, base_founding).
     *
     * @param judges whether this series judges the group; the others repeat it
     */
    public record KnownChange(
            String groupCode,
            String metric,
            String series,
            String subject,
            int baseYear,
            int schoolYear,
            double before,
            double after,
            Verdict verdict,
            boolean judges) {}

    /** Exchange of a group, all stages: TCH-01 is exchanged / eligible, TCH-02 is backbone / exchanged. Exact. */
    public record KnownExchange(String groupCode, int schoolYear, int exchanged, int eligible, int backbone) {}

    /** Entrants of the lead or of the members of a group in one stage. Exact. */
    public record KnownIntake(String groupCode, String role, Stage stage, int schoolYear, int intake) {}

    /** Lines that are wrong on purpose: {@code kind} as receipts name it, DUPLICATE where a line merely stands twice. */
    public record KnownFault(String file, String kind, int lines) {}

    /** No answers: the region was rebuilt from what it has published. */
    public static Planted nothing(String region, long seed) {
        return new Planted(region, seed, List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
