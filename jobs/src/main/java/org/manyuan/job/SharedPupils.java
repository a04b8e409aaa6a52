package org.manyuan.job;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.manyuan.store.LakeQuery;

/**
 * Which exams have pupils in common, by a look at the columns of numbers that takes a fraction of a second: rather one too many than
 * one too few, because what was said twice counts here as often as it was said.
 */
final class SharedPupils {
    private static final String SCORES = "stg_exam_score";
    private static final String LINKS = "stg_student_id_link";
    private static final String LINKED = "fct_linked_exam";

    /** A number leads to a pupil over at most three links, and from there to another number over as many. */
    private static final int MOST_LINKS = 6;

    private final LakeQuery lake;
    private Set<String> asked = Set.of();
    private Set<String> answer = Set.of();

    /** Of what was handed in and built, as it stood when this build began. */
    SharedPupils(LakeQuery lake) {
        this.lake = lake;
    }

    /** The exams that a pupil of one of these sat, and these themselves; the last answer stands for whoever asks for some of its exams. */
    Set<String> with(Set<String> exams) {
        if (!asked.containsAll(exams) || exams.isEmpty()) {
            answer = found(exams);
            asked = Set.copyOf(exams);
        }
        return answer;
    }

    private Set<String> found(Set<String> exams) {
        Set<String> shared = new HashSet<>(exams);
        if (lake.tables().contains(SCORES) && !exams.isEmpty()) {
            shared.addAll(
                    first("with recursive link as (" + links() + "), pupil as (select distinct student_key, 0 as hops"
                            + " from " + SCORES + " where exam_code in " + Quoted.list(exams)
                            + " union select link.number, hops + 1 from pupil join link on link.other = student_key where hops < "
                            + MOST_LINKS + ") select distinct exam_code from " + SCORES
                            + " where student_key in (select student_key from pupil)"));
        }
        return shared;
    }

    /** The exams of which a pupil was held against one of these. */
    Set<String> heldAgainst(Set<String> exams) {
        return lake.tables().contains(LINKED) && !exams.isEmpty()
                ? first("select distinct exam_code from " + LINKED + " where prior_code in " + Quoted.list(exams))
                : Set.of();
    }

    private String links() {
        return lake.tables().contains(LINKS)
                ? "select old_key as other, new_key as number from " + LINKS + " union select new_key, old_key from "
                        + LINKS
                : "select null::varchar as other, null::varchar as number where false";
    }

    private Set<String> first(String sql) {
        return lake.rows(sql).stream().map(row -> (String) row.get(0)).collect(Collectors.toSet());
    }
}
