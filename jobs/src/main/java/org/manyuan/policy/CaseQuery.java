package org.manyuan.policy;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private final Requirement asked;
    private final int number;

    private CaseQuery(Requirement asked, int number) {
        this.asked = asked;
        this.number = number;
    }

    /** The common table expressions that end with {@code case_<number>}. */
    static String of(Requirement asked, int number) {
        CaseQuery query = new CaseQuery(asked, number);
        return switch (asked.shape()) {
            case SQL -> query.given();
            case SPAN -> query.spans();
            case GAP -> query.gaps();
            case COUNT, SHARE -> query.counts();
        };
    }

    /** A case whose SQL stands beside the rules. */
    private String given() {
        return name("case")
                + " as (\nselect group_code, coalesce(school_code, '') as school_code, school_year, part::varchar as part,"
                + " value::double as value, result, list_prepend(" + head("result")
                + ", coalesce(evidence, [])) as evidence,"
                + " false as synthetic from (\n" + asked.relation() + "\n) given)";
    }

    private String counts() {
        return periods() + ",\n" + rows() + ",\n" + name("found")
                + " as (\nselect c.group_code, c.school_code, c.school_year, c.part,"
                + " c.is_over, c.is_known, " + value() + " as value, " + hasNull() + " as has_null, " + evidence()
                + "\nfrom " + name("period") + " c left join " + name("row") + " r on " + belongs()
                + "\ngroup by all\n),\n"
                + name("case") + " as (\nselect group_code, school_code, school_year, part, value, " + result()
                + " as result, "
                + "list_prepend(" + head("result") + ", rows) as evidence, synthetic from " + name("found") + "\n)";
    }

    private String value() {
        boolean isDistinct = !asked.distinct().isEmpty();
        String things = isDistinct ? "count(distinct r.counted)" : "count(r.region_code)";
        if (asked.shape() == Requirement.Shape.SHARE) {
            return "(" + things + " filter (r.is_in))::double / nullif(" + things + ", 0)";
        }
        return asked.sum().isEmpty() ? things + "::double" : "coalesce(sum(r.counted), 0)::double";
    }

    private String hasNull() {
        return asked.distinct().isEmpty() && asked.sum().isEmpty()
                ? "false"
                : "count(r.region_code) > count(r.counted)";
    }

    private String result() {
        String ofNothing = asked.shape() == Requirement.Shape.SHARE ? "when value is null then 'NA' " : "";
        boolean isEnoughAtOnce = asked.limit().isFloor() && asked.shape() == Requirement.Shape.COUNT;
        // different values that are known are not fewer when the others become known
        String hasNull =
                isEnoughAtOnce && !asked.distinct().isEmpty() ? "has_null and not " + isMet("value") : "has_null";
        return "case when not is_known then 'UNKNOWN' " + ofNothing + "when " + hasNull
                + " then 'UNKNOWN' when not is_over then "
                + (isEnoughAtOnce ? "case when " + isMet("value") + " then 'PASS' else 'UNKNOWN' end" : "'UNKNOWN'")
                + " when " + isMet("value") + " then 'PASS' else 'FAIL' end";
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
                        "(select count(*) from term_calendar t where t.region_code = r.region_code and t.district_code = c.district_code"
                                + " and t.from_on <= " + to + " and t.last_on >= r.from_on)";
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
                + " false as has_null, rows, synthetic, max(step)::double as value from (select *, day - lag(day) over (partition by group_code,"
                + " school_code, school_year, part order by day) as step from " + name("stepped")
                + ") stepped group by all\n),\n"
                + name("case") + " as (\nselect group_code, school_code, school_year, part, value, " + result()
                + " as result, "
                + "list_prepend(" + head("result") + ", rows) as evidence, synthetic from " + name("found") + "\n)";
    }

    /** The periods of the subjects in scope, for each of the things of which it is asked; {@code first_on} null: no calendar says. */
    private String periods() {
        String overlap = asked.period().isWhole()
                ? "p.first_on >= s.life_from and p.last_on <= s.life_to"
                : "p.last_on >= s.life_from and p.first_on <= s.life_to";
        String over = asked.period().isOver() ? " and coalesce(p.last_on <= build.as_of, true)" : "";
        return name("period")
                + " as (\nselect s.region_code, s.district_code, s.group_code, s.school_code, s.school_year, " + part()
                + " as part, p.first_on, p.last_on, " + each("e")
                + ", coalesce(p.last_on <= build.as_of, false) as is_over, "
                + isKnown() + " as is_known\nfrom subject s cross join build " + ofEach() + " cross join lateral ("
                + everyPeriod()
                + ") p\nwhere s.in_scope and (p.first_on is null or " + overlap + ")" + over + "\n)";
    }

    private String part() {
        return asked.each().what() == Requirement.What.NONE ? "p.part" : "p.part || ' ' || e.thing";
    }

    private String each(String alias) {
        return asked.each().what() == Requirement.What.NONE ? "'' as thing" : alias + ".thing";
    }

    private String ofEach() {
        return switch (asked.each().what()) {
            case NONE -> "";
            case WORD ->
                "cross join (select unnest(["
                        + asked.each().words().stream().map(RuleQuery::quoted).collect(Collectors.joining(", "))
                        + "]) as thing) e";
            case MEMBER, UNIT, LEAD ->
                "join (select region_code, group_code, school_year, school_code as thing, life_from, life_to from unit_year"
                        + (asked.each().what() == Requirement.What.UNIT
                                ? ""
                                : " where role = "
                                        + RuleQuery.quoted(
                                                asked.each().what().name().toLowerCase(Locale.ROOT)))
                        + ") e on e.region_code = s.region_code and e.group_code = s.group_code and e.school_year = s.school_year";
        };
    }

    private String everyPeriod() {
        Requirement.Period period = asked.period();
        return switch (period.every()) {
            case SCHOOL_YEAR ->
                "select s.school_year::varchar as part, make_date(s.school_year, 9, 1) as first_on, make_date(s.school_year + 1, 8, 31) as last_on";
            case CALENDAR_YEAR ->
                "select s.school_year::varchar || '-01' as part, make_date(s.school_year, 1, 1) as first_on, make_date(s.school_year, 12, 31) as last_on";
            case DAY -> ofDay(period.day());
            case FOUNDING ->
                "select s.life_from::varchar as part, s.life_from as first_on, s.life_from as last_on"
                        + " where year(s.life_from - interval 8 month) = s.school_year";
            case BUILD ->
                "select build.as_of::varchar as part, build.as_of as first_on, build.as_of as last_on"
                        + " where year(build.as_of - interval 8 month) = s.school_year";
            case TERM ->
                terms() + "\nunion all\nselect s.school_year::varchar, null, null where not exists (" + terms() + ")";
            case MONTH -> months(period);
        };
    }

    private static String ofDay(String monthAndDay) {
        int month = Integer.parseInt(monthAndDay.substring(0, 2));
        int day = Integer.parseInt(monthAndDay.substring(3));
        String date = "make_date(s.school_year" + (month >= 9 ? "" : " + 1") + ", " + month + ", " + day + ")";
        return "select " + date + "::varchar as part, " + date + " as first_on, " + date + " as last_on";
    }

    private static String terms() {
        return "select t.school_year || '-' || t.term as part, t.from_on as first_on, t.last_on from term_calendar t"
                + " where t.region_code = s.region_code and t.district_code = s.district_code and t.school_year = s.school_year";
    }

    private static String months(Requirement.Period period) {
        String first = "(make_date(s.school_year, 9, 1) + to_months(m.step::integer))::date";
        String last = "(make_date(s.school_year, 9, 1) + to_months(m.step::integer + 1) - interval 1 day)::date";
        String wanted = period.months().isEmpty()
                ? ""
                : " where month(" + first + ") in "
                        + period.months().stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        String all = "select strftime(" + first + ", '%Y-%m') as part, " + first + " as first_on, " + last
                + " as last_on from (select unnest(range(12)) as step) m" + wanted;
        if (period.termDays() == 0) {
            return all;
        }
        String days =
                "(select sum(greatest(least(t.last_on, m.last_on) - greatest(t.first_on, m.first_on) + 1, 0)) from ("
                        + terms() + ") t)";
        return "select m.* from (" + all + ") m where " + days + " >= least(" + period.termDays()
                + ", m.last_on - m.first_on + 1)\nunion all\nselect s.school_year::varchar, null, null where not exists ("
                + terms() + ")";
    }

    /** Whether one sees that somebody handed something in; without a calendar nothing is known. */
    private String isKnown() {
        String handedIn = asked.handedIn().isEmpty() ? "" : " and (" + asked.handedIn() + ")";
        String group = asked.isHandedInByGroup() ? " and h.group_code = s.group_code" : "";
        String when =
                switch (asked.matching()) {
                    case STARTED ->
                        asked.period().every() == Requirement.Every.CALENDAR_YEAR
                                ? "h.from_on between p.first_on and p.last_on"
                                : "h.in_year = s.school_year";
                    case IN_FORCE -> "h.from_on <= p.last_on";
                    case OVERLAPPING ->
                        "h.from_on <= p.last_on and coalesce(h.last_on, " + NO_END
                                + ") >= make_date(s.school_year, 9, 1)";
                };
        return "p.first_on is not null and exists (select 1 from (select * from " + asked.relation()
                + " where region_code is not null" + handedIn + ") h where h.region_code = s.region_code and " + when
                + group + ")";
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
        return name("row") + " as (\nselect region_code, group_code, from_on, last_on, in_year, origin, evidence, "
                + unit() + " as unit, " + word() + " as word, (" + counted + ") as counted, " + isIn + " as is_in from "
                + asked.relation()
                + " where " + kept + "\n)";
    }

    private String unit() {
        return asked.by();
    }

    private String word() {
        return asked.each().what() == Requirement.What.WORD ? asked.each().column() : "''";
    }

    /** Whether a row belongs to a case. */
    private String belongs() {
        boolean isOfUnit =
                asked.each().what() != Requirement.What.NONE && asked.each().what() != Requirement.What.WORD;
        String group = "(c.group_code = '' or r.group_code = c.group_code"
                + (asked.reachesRegion() || isOfUnit
                        ? " or r.group_code is null"
                        : " or c.school_code <> '' and r.group_code is null")
                + ")";
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
