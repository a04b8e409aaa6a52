package org.manyuan.metric;

import org.manyuan.domain.Stage;

/**
 * One person who was exchanged in a school year from one unit: has at least one spell that counts.
 *
 * @param stage the person's stage in the year; null where no file says it
 * @param backbone whether a holder of county level or above; null where no file says it
 * @param assumedLength whether the length that counts rests on the default term
 * @param assumedBackbone whether the rank is the exchange's own, or a rank without status
 */
record ExchangedPerson(
        String teacherKey,
        String fromSchoolCode,
        Stage stage,
        Boolean backbone,
        boolean assumedLength,
        boolean assumedBackbone,
        Inputs inputs) {}
