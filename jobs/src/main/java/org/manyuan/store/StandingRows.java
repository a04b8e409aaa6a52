package org.manyuan.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Replacement;

/**
 * Whose rows stand where those of some submissions stood, by the rule of {@link CurrentView}. Only what shares the key's part of the
 * group with them is looked at: of scores their exams and subjects.
 */
public final class StandingRows {
    private StandingRows() {}

    /**
     * Counts them.
     *
     * @param receipts whose rows are asked for
     * @return for each of them that has rows: how many stand under which submission, its own among them
     */
    public static Map<String, Map<String, Long>> of(LakeQuery lake, Contract contract, List<String> receipts) {
        String stored = "stg_" + contract.dataset();
        if (!lake.tables().contains(stored) || receipts.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<String, Long>> standing = new TreeMap<>();
        for (Map<String, Object> row : lake.select(
                sql(lake, contract, stored, receipts.size()), twice(receipts).toArray())) {
            standing.computeIfAbsent((String) row.get("asked"), any -> new TreeMap<>())
                    .put((String) row.get("stands"), ((Number) row.get("row_count")).longValue());
        }
        return standing;
    }

    private static String sql(LakeQuery lake, Contract contract, String stored, int receipts) {
        Replacement replacement = Replacement.of(contract);
        List<String> shared = replacement.shared();
        CurrentView near = new CurrentView("counting", "near", lake.columns(stored), replacement);
        String asked = "submission_id in (" + "?, ".repeat(receipts - 1) + "?)";
        String groups = near.groups().stream().map(name -> "said." + name).collect(Collectors.joining(", "));
        return """
                with near as (
                    select * from %s as stored where exists (select 1 from %s as mine where mine.%s%s)
                ),
                %s,
                counting as (
                    %s
                ),
                last_word as (
                    select %s, max(said.submission_id) as submission_id
                    from said join last_whole on %s and said.place_of_submission = last_whole.place
                    where not said.is_of_a_patch group by %s
                )
                select mine.submission_id as asked, coalesce(counting.submission_id, last_word.submission_id) as stands,
                    count(*) as row_count
                from said as mine
                left join counting on %s
                left join last_word on %s
                where mine.%s
                group by all order by all""".formatted(
                        stored,
                        stored,
                        asked,
                        shared.isEmpty() ? "" : " and " + CurrentView.same(shared, "stored", "mine"),
                        near.steps(),
                        near.counted(),
                        groups,
                        CurrentView.same(near.groups(), "said", "last_whole"),
                        groups,
                        CurrentView.same(replacement.key(), "counting", "mine"),
                        CurrentView.same(near.groups(), "last_word", "mine"),
                        asked);
    }

    private static List<String> twice(List<String> receipts) {
        List<String> all = new ArrayList<>(receipts);
        all.addAll(receipts);
        return all;
    }
}
