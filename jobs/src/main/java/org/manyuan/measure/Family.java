package org.manyuan.measure;

import java.io.Serializable;

/**
 * What is computed together: the exams of one series and subject in a territory, all years of them, or all of a territory that is no
 * score.
 *
 * @param territory code of the territory
 * @param series of the exams; empty for what is no score
 * @param subject of the papers; empty for what is no score
 */
public record Family(String territory, String series, String subject) implements Serializable {
    /** What is no score. */
    static Family rest(String territory) {
        return new Family(territory, "", "");
    }

    /** Its name within its territory: series and subject, empty for what is no score. */
    public String name() {
        return isOfScores() ? series + "/" + subject : "";
    }

    /** Whether it is of exams. */
    public boolean isOfScores() {
        return !subject.isEmpty();
    }
}
