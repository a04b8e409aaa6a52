package org.manyuan.metric;

/** How a teacher stands to the rule that who has served long at a school rotates. Source: METRICS A6, TCH-03. */
public enum Rotation {
    /** Due, and has an exchange that counts in the year. */
    EXCHANGED,
    /** Due, and on another unit's roll in the next year. */
    MOVED,
    /** Due, and neither exchanged nor elsewhere in the next year. */
    STAYED,
    /** Due; the exchanges of the year or the next roll of the unit were not handed in, so far neither is seen. */
    NOT_YET_KNOWN,
    /** A reason for exemption is stated, however long the teacher has served. */
    EXEMPT,
    /** Due on September 1 of the next year. */
    NEXT_YEAR,
    /** Not long enough at the school. */
    NOT_DUE,
    /** Nobody says since when the teacher is at the school. */
    SINCE_UNKNOWN
}
