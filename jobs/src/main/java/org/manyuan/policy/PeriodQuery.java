package org.manyuan.policy;

import java.util.Locale;
import java.util.stream.Collectors;
import org.manyuan.contract.Requirement;

/**
 * The periods of which one requirement asks the subjects in scope, as SQL: {@code region_code, district_code, group_code, school_code,
 * school_year, part, first_on, last_on, thing, is_over, is_known}, one for each of the things of which it is asked; {@code first_on} null:
 * no calendar says.
 */
final class PeriodQuery {
    private static final String NO_END = "date '9999-12-31'";

    private final Requirement asked;

    private PeriodQuery(Requirement asked) {
        this.asked = asked;
    }

    static String of(Requirement asked) {
        return new PeriodQuery(asked).sql();
    }

    private String sql() {
        boolean isOfUnits = asked.each().isOfUnits();
        String from = isOfUnits ? "greatest(s.life_from, e.life_from)" : "s.life_from";
        String to = isOfUnits ? "least(s.life_to, e.life_to)" : "s.life_to";
        String overlap = asked.period().isWhole()
                ? "p.first_on >= " + from + " and p.last_on <= " + to
                : "p.last_on >= " + from + " and p.first_on <= " + to;
        String over = asked.period().isOver() ? " and coalesce(p.last_on <= build.as_of, true)" : "";
        String years = asked.period().firstYear() == 0
                ? ""
                : " and s.school_year >= " + asked.period().firstYear();
        boolean isOfOne = asked.each().what() == Requirement.What.NONE;
        return "select s.region_code, s.district_code, s.group_code, s.school_code, s.school_year, "
                + (isOfOne ? "p.part" : "p.part || ' ' || e.thing") + " as part, p.first_on, p.last_on, "
                + (isOfOne ? "''" : "e.thing") + " as thing, coalesce(p.last_on <= build.as_of, false) as is_over, "
                + isKnown() + " as is_known\nfrom subject s cross join build " + ofEach() + " cross join lateral ("
                + everyPeriod() + ") p\nwhere s.in_scope and (p.first_on is null or " + overlap + ")" + over + years;
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

    /** Whether one sees that somebody, or the group, handed something in; without a calendar nothing is known. */
    private String isKnown() {
        String handedIn = asked.handedIn().isEmpty() ? "" : " and (" + asked.handedIn() + ")";
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
        String rows = "(select * from " + asked.relation() + " where region_code is not null" + handedIn + ") h";
        if (!asked.isHandedInByGroup()) {
            return "p.first_on is not null and exists (select 1 from " + rows
                    + " where h.region_code = s.region_code and " + when + ")";
        }
        // a row that names no group is of the groups that its unit has been in
        return "p.first_on is not null and exists (select 1 from (select h.*, coalesce(h.group_code, u.of_group) as of_group from "
                + rows
                + " left join (select distinct region_code, group_code as of_group, school_code from unit_year) u"
                + " on h.group_code is null and u.region_code = h.region_code and u.school_code = h." + asked.by()
                + ") h where h.region_code = s.region_code and h.of_group = s.group_code and " + when + ")";
    }
}
