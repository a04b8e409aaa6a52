package org.manyuan.contract;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * How a figure that a bureau has published is computed from what it hands in: an entry of {@code schemas/published}.
 *
 * @param id the {@code figure_id} of the dataset {@code published_figure}
 * @param region the district whose rows count, with all districts below it
 * @param shape COUNT, SHARE or SQL; null: it is recorded only
 * @param relation the rows, by the name that {@code schemas/rules/relations.sql} gives them; of SQL the whole SELECT
 * @param where SQL that says which rows count; empty: all. among, sum, distinct: as in {@link Requirement}
 * @param on rows that hold on that day; null: of other days too
 * @param from rows that begin on that day or later, to {@code to}; null: without end
 * @param tolerance how far the computed value may lie off, in units of the figure; null: see relative
 * @param relative how far it may lie off, as a share of the figure; null: not at all, of a bound {@code about} a twentieth
 * @param least of a bound {@code below}: the smallest value that it still means; null: none. greatest: likewise of {@code at_least}
 * @param inconsistent SQL that holds where the published figures contradict each other ({@code published} has them by figure_id);
 *     empty: nothing does
 * @param because what the contradiction is; empty where there is none
 * @param remark how else the words may be read, or what they leave open; empty: nothing to say
 * @param persons who stands behind the number. Of students, SQL gives as evidence how many each part of the number counts: {@code n}, and
 *     {@code k} of them where it is a rate
 */
public record PublishedFigure(
        String id,
        String region,
        Requirement.Shape shape,
        String relation,
        String where,
        String among,
        String sum,
        String distinct,
        LocalDate on,
        LocalDate from,
        LocalDate to,
        Double tolerance,
        Double relative,
        Double least,
        Double greatest,
        String inconsistent,
        Wording because,
        Wording remark,
        RegionRule.Persons persons)
        implements Serializable {}
