package org.manyuan.policy;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.contract.PublishedFigure;
import org.manyuan.contract.RegionRules;
import org.manyuan.contract.Requirement;

/**
 * The SELECTs that compute a published figure of a region, over the relations of {@code schemas/rules/relations.sql}: one row of
 * {@code value, synthetic, evidence}.
 */
public final class FigureQuery {
    /** What was published, by figure, wherever: {@code yuan} is one of the unit, null where it is none of money. */
    public static final String EVERYWHERE =
            "select f.figure_id, f.item, f.as_of, f.value::double as value, f.unit, " + yuan("f.unit")
                    + " as yuan, coalesce(f.bound, 'exact') as bound, f.source, f.quote,"
                    + " f.district_code, coalesce(f.origin, 'reported') as origin from current_published_figure f";

    /** Those of the region: the relation that says whether figures contradict each other. */
    public static final String PUBLISHED = EVERYWHERE + " join place p on p.district_code = f.district_code";

    /** Sums of money, planned ones too: {@code yuan} is one of the unit, null where the unit is none of money. */
    public static final String FUNDING =
            "select *, " + yuan("unit") + " as yuan from every_entry where kind = 'funding'";

    private static final int MOST_EVIDENCE = 20;

    /** The column that stands beside a unit. */
    private static final String IN_UNIT = "value";

    private FigureQuery() {}

    /**
     * The computed value, a sum in the unit of the published one; null where nobody handed in a row that it could count, or where a
     * counted row has no number or another unit than can be made of its own.
     */
    public static String value(PublishedFigure figure) {
        if (figure.shape() == Requirement.Shape.SQL) {
            return "select value::double as value, coalesce(synthetic, false) as synthetic, to_json(coalesce(evidence, []))::varchar as evidence"
                    + " from (\n" + figure.relation() + "\n) given";
        }
        String kept = Stream.of(
                        "region_code = " + RuleQuery.quoted(figure.region()),
                        "holds",
                        days(figure),
                        figure.shape() == Requirement.Shape.SHARE ? figure.among() : figure.where())
                .filter(text -> !text.isEmpty())
                .map(text -> "(" + text + ")")
                .collect(Collectors.joining(" and "));
        return "select case when " + isHandedIn(figure) + allInUnit(figure) + " then " + number(figure)
                + "::double end as value, coalesce(bool_or(origin = 'synthetic'), false) as synthetic,"
                + " coalesce(to_json(list_slice(list(evidence order by from_on, evidence), 1, " + MOST_EVIDENCE
                + "))::varchar, '[]') as evidence\nfrom " + once(figure, kept);
    }

    /** Whether what was published contradicts itself. */
    public static String inconsistent(PublishedFigure figure) {
        return "select coalesce((" + figure.inconsistent() + "), false) as contradicts";
    }

    /** The rows, each once: what a unit has is not more where it is in several groups. */
    private static String once(PublishedFigure figure, String kept) {
        String rows = counted(figure) + "\nwhere " + kept;
        boolean isShare = figure.shape() == Requirement.Shape.SHARE;
        return isShare || !RegionRules.standsOnceForEachGroup(figure.relation())
                ? rows
                : "(select * from " + rows
                        + "\nqualify row_number() over (partition by row_key order by group_code) = 1) as "
                        + figure.relation();
    }

    /** The rows, of entries with a unit the numbers in that of the published one. */
    private static String counted(PublishedFigure figure) {
        if (!figure.sum().equals(IN_UNIT)) {
            return figure.relation();
        }
        String published = "(select max(%s) from published where figure_id = " + RuleQuery.quoted(figure.id()) + ")";
        return "(select * replace (case when unit is not distinct from " + published.formatted("unit")
                + " then value::double else value::double * " + yuan("unit") + " / " + published.formatted("yuan")
                + " end as value) from " + figure.relation() + ") " + figure.relation();
    }

    /** Whether anybody handed in what is counted: of a roll in the year of the figure, of pupils of the units themselves. */
    private static String isHandedIn(PublishedFigure figure) {
        if (figure.relation().equals("enrollment")) {
            return "count(*) > 0";
        }
        String days = figure.relation().equals("teacher_roll") ? days(figure) : "";
        return "exists (select 1 from " + figure.relation() + " where region_code = "
                + RuleQuery.quoted(figure.region()) + (days.isEmpty() ? "" : " and " + days) + ")";
    }

    private static String allInUnit(PublishedFigure figure) {
        return figure.sum().equals(IN_UNIT) ? " and not coalesce(bool_or(" + IN_UNIT + " is null), false)" : "";
    }

    private static String yuan(String unit) {
        return "case " + unit + " when '元' then 1 when '万元' then 1e4 when '亿元' then 1e8 end";
    }

    private static String number(PublishedFigure figure) {
        String row = RegionRules.standsOnceForEachGroup(figure.relation()) ? "distinct row_key" : "*";
        String things =
                figure.distinct().isEmpty() ? "count(" + row + ")" : "count(distinct (" + figure.distinct() + "))";
        if (figure.shape() == Requirement.Shape.SHARE) {
            return "(" + things + " filter (" + figure.where() + ")::double / nullif(" + things + ", 0))";
        }
        return figure.sum().isEmpty() ? things : "coalesce(sum(" + figure.sum() + "), 0)";
    }

    private static String days(PublishedFigure figure) {
        if (figure.on() != null) {
            return "from_on <= date '" + figure.on() + "' and coalesce(last_on, date '9999-12-31') >= date '"
                    + figure.on() + "'";
        }
        return Stream.of(
                        figure.from() == null ? "" : "from_on >= date '" + figure.from() + "'",
                        figure.to() == null ? "" : "from_on <= date '" + figure.to() + "'")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" and "));
    }
}
