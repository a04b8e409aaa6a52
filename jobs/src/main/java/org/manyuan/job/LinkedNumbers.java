package org.manyuan.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.manyuan.store.LakeQuery;

/** The numbers that are one pupil's by the links that count now; a link that was replaced or taken back links nobody. */
record LinkedNumbers(LakeQuery query) {
    private static final String LINKS = "current_student_id_link";

    /** The key and those that are linked to it, over any number of links. */
    Set<String> of(String key) {
        Set<String> all = new HashSet<>(Set.of(key));
        if (!query.tables().contains(LINKS)) {
            return all;
        }
        Deque<String> next = new ArrayDeque<>(all);
        while (!next.isEmpty()) {
            String one = next.remove();
            for (Map<String, Object> link : query.select(
                    "select old_key, new_key from current_student_id_link where old_key = ? or new_key = ?",
                    one,
                    one)) {
                link.values().stream().map(String::valueOf).filter(all::add).forEach(next::add);
            }
        }
        return all;
    }
}
