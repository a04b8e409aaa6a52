package org.manyuan.core;

import java.math.BigDecimal;
import org.manyuan.domain.Origin;

/**
 * One row per score of a pupil. Public because Spark's generated code makes it.
 *
 * @param person the key that stands for all numbers of the pupil
 */
public record PupilScore(
        String person, String subject, String examCode, String schoolCode, BigDecimal score, Origin origin) {}
