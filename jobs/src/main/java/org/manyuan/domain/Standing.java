package org.manyuan.domain;

import java.util.List;

/**
 * How a receipt's rows of one dataset stand when it is asked for: accepted = counting + those replaced since + erased, unless it is taken
 * back, when nothing of it counts.
 *
 * @param accepted rows when it was handed in
 * @param counting rows that count now
 * @param erased rows of persons that were forgotten since
 * @param replacedBy one per receipt that took the place of some, the first received first; none of one that is taken back
 */
public record Standing(String dataset, long accepted, long counting, long erased, List<By> replacedBy) {
    /** Rows that do not count because of another receipt: it holds their keys, or it replaced all of what they belonged to. */
    public record By(String submissionId, String fileName, long rows) {}
}
