package org.manyuan.policy;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.contract.RegionRules;
import org.manyuan.contract.Requirement;

/**
 * The cases of one requirement as SQL: {@code group_code, school_code, school_year, part, value, result, evidence, synthetic}, made of
 * the {@code subject} that the rule's query begins with. {@code part} says which period, and which of several, the case is about.
 */
final class CaseQuery {
    /** Rows of evidence that a check names; there may be more. */
    static final int MOST_EVIDENCE = 60;

    private static final int MOST_OF_A_CASE = 5;
    private static final String NO_END = "date '9999-12-31'";

    /** Relations that hold no rows of datasets, and no evidence. */
    private static final Set<String> OF_NO_ROWS =
            Set.of("place", "term_calendar", "group_year", "unit_year", "district_year");

    private final Requirement asked;
    private final int number;
    private final boolean isOfRegion;

    private CaseQuery(Requirement asked, int number, boolean isOfRegion) {
        this.asked = asked;
        this.number = number;
        this.isOfRegion = isOfRegion;
    }

    /**
     * The common table expressions that end with {@code case_<number>}.
     *
     * @param isOfRegion whether the region as a whole is asked: a row that stands in each of several groups counts once
     */
    static String of(Requirement asked, int number, boolean isOfRegion) {
        CaseQuery query = new CaseQuery(asked, number, isOfRegion);
        return switch (asked.shape()) {
            case SQL -> query.given();
            case SPAN -> query.spans();
            case GAP -> query.gaps();
            case COUNT, SHARE -> query.counts();
        };
    }

    /** A case whose SQL stands beside the rules; it reads its limits from {@code limits}. What rests on a made-up row is made up. */
    private String given() {
        return name("given") + " as materialized (\nselect row_number() over () as nth, * from (with limits as (\n"
                + limits()
                + "\n) select * from (\n" + asked.relation() + "\n) stated) given\n),\n" + name("made_up")
                + " as (\nselect distinct nth from (select nth, unnest(evidence)::varchar as row from " + name("given")
                + ") shown where row in (" + madeUp() + ")\n),\n" + name("case")
                + " as (\nselect group_code, coalesce(school_code, '') as school_code, school_year, part::varchar as part,"
                + " value::double as value, result, list_prepend(" + head("result")
                + ", coalesce(evidence, [])) as evidence, nth in (from " + name("made_up") + ") as synthetic from "
                + name("given") + "\n)";
    }

    private String limits() {
        Requirement.Limit limit = asked.limit();
        return "select " + orNull(limit.atLeast()) + " as at_least, " + orNull(limit.atMost()) + " as at_most, "
                + orNull(limit.above()) + " as above, " + limit.exactly() + "::double[] as exactly";
    }

    private static String orNull(Double number) {
        return number == null ? "null::double" : number.toString();
    }

    /** The rows that were made up, of the relations that the SQL speaks of. */
    private String madeUp() {
        return RegionRules.relations().keySet().stream()
                .filter(relation -> !OF_NO_ROWS.contains(relation)
                        && Pattern.compile("\\b" + relation + "\\b")
                                .matcher(asked.relation())
                                .find())
                .map(relation -> "select evidence::varchar from " + relation + " where origin = 'synthetic'")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("\nunion all\n"), all -> all.isEmpty() ? "select null::varchar" : all));
    }

    private String counts() {
        return periods() + ",\n" + rows() + ",\n" + name("found")
                + " as (\nselect c.group_code, c.school_code, c.school_year, c.part,"
                + " c.is_over, c.is_known, " + numbers() + ", " + evidence()
                + "\nfrom " + name("period") + " c left join " + name("row") + " r on " + belongs()
                + "\ngroup by all\n),\n"
                + name("case") + " as (\nselect group_code, school_code, school_year, part, " + value() + " as value, "
                + result() + " as result, "
                + "list_prepend(" + head("result") + ", rows) as evidence, synthetic from " + name("found") + "\n)";
    }

    /** What is held against the limit, and what is not known of it. */
    private String numbers() {
        boolean isDistinct = !asked.distinct().isEmpty();
        String things = isDistinct ? "count(distinct r.counted)" : "count(r.region_code)";
        String hasNull = isDistinct || !asked.sum().isEmpty() ? "count(r.region_code) > count(r.counted)" : "false";
        if (asked.shape() == Requirement.Shape.SHARE) {
            return "(" + things + " filter (r.is_in))::double / nullif(" + things + ", 0) as number, (" + things
                    + " filter (r.is_in or not r.is_told))::double / nullif(" + things + ", 0) as highest, " + hasNull
                    + " as has_null";
        }
        String number = asked.sum().isEmpty() ? things + "::double" : "coalesce(sum(r.counted), 0)::double";
        return number + " as number, " + hasNull + " as has_null";
    }

    /** A share of which a part is not known is no number. */
    private String value() {
        return asked.shape() == Requirement.Shape.SHARE ? "case when highest = number then number end" : "number";
    }

    private String result() {
        boolean isShare = asked.shape() == Requirement.Shape.SHARE;
        String ofNothing = isShare ? "when number is null then 'NA' " : "";
        boolean isEnoughAtOnce = asked.limit().isFloor() && asked.shape() == Requirement.Shape.COUNT;
        // different values that are known are not fewer when the others become known
        String hasNull =
                isEnoughAtOnce && !asked.distinct().isEmpty() ? "has_null and not " + isMet("number") : "has_null";
        String hangs = isShare ? " or " + isMet("number") + " <> " + isMet("highest") : "";
        return "case when not is_known then 'UNKNOWN' " + ofNothing + "when " + hasNull + hangs
                + " then 'UNKNOWN' when not is_over then "
                + (isEnoughAtOnce ? "case when " + isMet("number") + " then 'PASS' else 'UNKNOWN' end" : "'UNKNOWN'")
                + " when " + isMet("number") + " then 'PASS' else 'FAIL' end";
    }

    /** Rows are cases: each says itself how long it lasts. */
    private String spans() {
        String to = "coalesce(r.last_on, build.as_of)";
        String length =
                switch (asked.measuredIn()) {
                    case DAYS -> "(" + to + " - r.from_on + 1)";
                    case MONTHS -> "((" + to + " - r.from_on + 1) / 30.4375)";
                    case YEARS -> years("r.from_on", to);
                    case TERMS ->
                        // a term of which a day or two is touched is none
                        "(select count(*) from term_calendar t where t.region_code = r.region_code and t.district_code = c.district_code"
                                + " and 2 * (least(t.last_on, " + to + ") - greatest(t.from_on, r.from_on) + 1)"
                                + " >= t.last_on - t.from_on + 1)";
                };
        String hasTerms = asked.measuredIn() == Requirement.Measure.TERMS
                ? "exists (select 1 from term_calendar t where t.region_code = r.region_code and t.district_code = c.district_code"
                        + " and t.from_on <= " + to + " and t.last_on >= r.from_on)"
                : "true";
        return periods() + ",\n" + rows() + ",\n" + name("found")
                + " as (\nselect c.group_code, c.school_code, c.school_year,"
                + " c.part || coalesce(' ' || r.from_on::varchar, '') as part, c.is_known, r.region_code is not null as is_there,"
                + " r.last_on is null or r.last_on > build.as_of as is_open, " + hasTerms + " as is_measured, " + length
                + "::double as value, case when r.region_code is null then [] else [r.evidence] end as rows,"
                + " coalesce(r.origin = 'synthetic', false) as synthetic\nfrom " + name("period")
                + " c cross join build left join "
                + name("row") + " r on " + belongs() + "\n),\n" + name("case")
                + " as (\nselect group_code, school_code, school_year, part, case when is_there then value end as value, "
                + "case when not is_known then 'UNKNOWN' when not is_there then 'NA' when not is_measured then 'UNKNOWN' when is_open then "
                + ofOpenSpan() + " when " + isMet("value")
                + " then 'PASS' else 'FAIL' end as result, list_prepend(" + head("result")
                + ", rows) as evidence, synthetic from "
                + name("found") + "\n)";
    }

    /** What has lasted too long already will not mend; what has lasted long enough stays so; else nobody knows yet. */
    private String ofOpenSpan() {
        String tooLong = asked.limit().atMost() == null
                ? "false"
                : "value > " + asked.limit().atMost();
        String enough = asked.limit().isFloor() ? isMet("value") : "false";
        return "case when " + tooLong + " then 'FAIL' when " + enough + " then 'PASS' else 'UNKNOWN' end";
    }

    /** Complete years between two days, and the part of the next: a term of office from a day to the same day a year later is 1. */
    private static String years(String from, String to) {
        String whole = "date_sub('year', " + from + ", " + to + ")";
        String begin = "(" + from + " + to_years(" + whole + "::integer))::date";
        String end = "(" + from + " + to_years(" + whole + "::integer + 1))::date";
        return "(" + whole + " + (" + to + " - " + begin + ")::double / (" + end + " - " + begin + "))";
    }

    private String gaps() {
        return periods() + ",\n" + rows() + ",\n" + name("dated")
                + " as (\nselect c.group_code, c.school_code, c.school_year, c.part,"
                + " c.first_on, c.last_on, c.is_over, c.is_known, list(r.from_on) filter (r.from_on is not null) as days, "
                + evidence()
                + "\nfrom " + name("period") + " c left join " + name("row") + " r on " + belongs()
                + "\ngroup by all\n),\n"
                + name("stepped")
                + " as (\nselect * exclude (days), unnest(list_concat([first_on, last_on], coalesce(days, []))) as day from "
                + name("dated") + "\n),\n" + name("found")
                + " as (\nselect group_code, school_code, school_year, part, is_over, is_known,"
                + " false as has_null, rows, synthetic, max(step)::double as number from (select *,"
                + " day - lag(day) over (partition by group_code, school_code, school_year, part order by day) as step from "
                + name("stepped")
                + ") stepped group by all\n),\n"
                + name("case") + " as (\nselect group_code, school_code, school_year, part, number as value, "
                + result()
                + " as result, "
                + "list_prepend(" + head("result") + ", rows) as evidence, synthetic from " + name("found") + "\n)";
    }

    private String periods() {
        return name("period") + " as (\n" + PeriodQuery.of(asked) + "\n)";
    }

    private String rows() {
        boolean isShare = asked.shape() == Requirement.Shape.SHARE;
        String counted =
                !asked.distinct().isEmpty() ? asked.distinct() : asked.sum().isEmpty() ? "null" : asked.sum();
        String kept = Stream.of("holds", isShare ? asked.among() : asked.where())
                .filter(text -> !text.isEmpty())
                .map(text -> "(" + text + ")")
                .collect(Collectors.joining(" and "));
        String isIn = isShare && !asked.where().isEmpty() ? "coalesce((" + asked.where() + "), false)" : "true";
        String isTold = isShare && !asked.handedIn().isEmpty() ? "coalesce((" + asked.handedIn() + "), false)" : "true";
        String once = isOfRegion && RegionRules.standsOnceForEachGroup(asked.relation())
                ? "\nqualify row_number() over (partition by row_key order by " + isIn + " desc, group_code) = 1"
                : "";
        return name("row")
                + " as (\nselect region_code, group_code, school_code, from_on, last_on, in_year, origin, evidence, "
                + asked.by() + " as unit, " + word() + " as word, (" + counted + ") as counted, " + isIn + " as is_in, "
                + isTold + " as is_told from " + asked.relation() + " where " + kept + once + "\n)";
    }

    private String word() {
        return asked.each().what() == Requirement.What.WORD ? asked.each().column() : "''";
    }

    /** Whether a row belongs to a case. */
    private String belongs() {
        boolean isOfUnit = asked.each().isOfUnits();
        String group = "(c.group_code = '' or r.group_code = c.group_code or r.group_code is null and "
                + (isOfUnit ? "true" : asked.reachesRegion() ? "r.school_code is null" : "c.school_code <> ''") + ")";
        String unit = isOfUnit ? " and r.unit = c.thing" : " and (c.school_code = '' or r.unit = c.school_code)";
        String word = asked.each().what() == Requirement.What.WORD ? " and r.word = c.thing" : "";
        String when =
                switch (asked.matching()) {
                    case STARTED ->
                        asked.period().every() == Requirement.Every.SCHOOL_YEAR
                                ? "r.in_year = c.school_year"
                                : "r.from_on between c.first_on and c.last_on";
                    case OVERLAPPING -> "r.from_on <= c.last_on and coalesce(r.last_on, " + NO_END + ") >= c.first_on";
                    case IN_FORCE -> "r.from_on <= c.last_on and coalesce(r.last_on, " + NO_END + ") >= c.last_on";
                };
        return "r.region_code = c.region_code and " + group + unit + word + " and " + when;
    }

    private String isMet(String value) {
        Requirement.Limit limit = asked.limit();
        return Stream.of(
                        limit.atLeast() == null ? "" : value + " >= " + limit.atLeast(),
                        limit.atMost() == null ? "" : value + " <= " + limit.atMost(),
                        limit.above() == null ? "" : value + " > " + limit.above(),
                        limit.exactly().isEmpty()
                                ? ""
                                : value + " in "
                                        + limit.exactly().stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(", ", "(", ")")))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" and ", "(", ")"));
    }

    /** The rows behind a case, the first few of them. */
    private static String evidence() {
        return "coalesce(list_slice(list(r.evidence order by r.from_on, r.evidence) filter (r.region_code is not null), 1, "
                + MOST_OF_A_CASE + "), []) as rows, coalesce(bool_or(r.origin = 'synthetic'), false) as synthetic";
    }

    /** The case itself as evidence. */
    private static String head(String result) {
        return "json_object('case', part, 'value', value, 'result', " + result + ")";
    }

    private String name(String what) {
        return what + "_" + number;
    }
}
