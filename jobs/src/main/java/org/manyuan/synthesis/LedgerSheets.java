package org.manyuan.synthesis;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.manyuan.domain.SchoolYear;
import org.manyuan.synthesis.CountyPlan.Entry;
import org.manyuan.synthesis.CountyPlan.Figure;
import org.manyuan.synthesis.CountyPlan.Group;

/** The ledger that the plan asks for, since the founding, and what the bureau has said in public about the groups. */
final class LedgerSheets {
    private static final List<String> LEDGER = List.of(
            "entry_id",
            "authority_code",
            "group_code",
            "school_code",
            "other_school_code",
            "person_id",
            "other_person_id",
            "kind",
            "item",
            "held_on",
            "until",
            "school_year",
            "value",
            "value2",
            "unit",
            "grade",
            "status",
            "origin");
    private static final List<String> FIGURES =
            List.of("figure_id", "district_code", "item", "as_of", "value", "unit", "source", "quote", "origin");
    private static final String FIGURE_SOURCE = "临政办发〔2022〕3号";
    private final CountyPlan plan;
    private final Chance chance;
    private final Staff staff;

    LedgerSheets(CountyPlan plan, Chance chance, Staff staff) {
        this.plan = plan;
        this.chance = chance;
        this.staff = staff;
    }

    List<Sheet> all() {
        return List.of(Sheet.of("ledger", LEDGER, this::entries), Sheet.of("published_figure", FIGURES, this::figures));
    }

    private List<List<String>> entries() {
        List<List<String>> rows = new ArrayList<>();
        for (Entry entry : plan.ledger()) {
            if (entry.day().isEmpty()) {
                for (int time = 0; time < entry.times(); time++) {
                    enter(rows, entry, plan.foundedOn(), plan.firstGroupYear() - 1);
                }
                continue;
            }
            MonthDay day = MonthDay.parse("--" + entry.day());
            for (int year = plan.firstGroupYear(); year <= plan.lastYear(); year++) {
                LocalDate first = day.atYear(year);
                enter(rows, entry, first.isBefore(SchoolYear.firstDay(year)) ? first.plusYears(1) : first, year);
            }
        }
        return rows;
    }

    private void enter(List<List<String>> rows, Entry entry, LocalDate day, int year) {
        if (entry.about().equals("district")) {
            rows.add(row(rows.size(), entry, day, year, "", "", "", "", ""));
            return;
        }
        for (Group group : plan.groups()) {
            switch (entry.about()) {
                case "group" -> rows.add(row(rows.size(), entry, day, year, group.code(), "", "", "", ""));
                case "unit" -> {
                    rows.add(row(rows.size(), entry, day, year, group.code(), group.lead(), "", "", ""));
                    members(
                            group,
                            member -> row(rows.size(), entry, day, year, group.code(), member, "", "", ""),
                            rows);
                }
                case "member" ->
                    members(
                            group,
                            member -> row(rows.size(), entry, day, year, group.code(), member, "", "", ""),
                            rows);
                case "shared" ->
                    members(
                            group,
                            member -> row(rows.size(), entry, day, year, group.code(), group.lead(), member, "", ""),
                            rows);
                case "mentoring" ->
                    members(group, member -> mentoring(rows.size(), entry, day, year, group, member), rows);
                default ->
                    throw new IllegalArgumentException("the ledger of the plan is about " + entry.about()
                            + "; it may be about district, group, unit, member, shared or mentoring");
            }
        }
    }

    private static void members(Group group, Function<String, List<String>> row, List<List<String>> rows) {
        group.members().keySet().forEach(member -> rows.add(row.apply(member)));
    }

    private List<String> mentoring(int place, Entry entry, LocalDate day, int year, Group group, String member) {
        return row(
                place,
                entry,
                day,
                year,
                group.code(),
                member,
                group.lead(),
                staff.youngest(plan.school(member), year).id(),
                staff.head(plan.school(group.lead())).id());
    }

    private List<String> row(
            int place,
            Entry entry,
            LocalDate day,
            int year,
            String group,
            String school,
            String other,
            String person,
            String otherPerson) {
        String id = String.format(Locale.ROOT, "TZ-%04d", place + 1);
        boolean yearly = !entry.day().isEmpty();
        long value = entry.least()
                + (long)
                        ((entry.most() - entry.least() + 1) * chance.uniform("ledger", entry.kind(), entry.item(), id));
        String grade = entry.grades().isEmpty()
                ? ""
                : entry.grades().get((int) (entry.grades().size() * chance.uniform("grade", entry.item(), id)));
        return List.of(
                id,
                plan.district(),
                group,
                school,
                other,
                person,
                otherPerson,
                entry.kind(),
                entry.item(),
                day.toString(),
                yearly && entry.status().equals("in_force")
                        ? SchoolYear.lastDay(year).toString()
                        : "",
                yearly ? Integer.toString(year) : "",
                entry.most() == 0 ? "" : Long.toString(value),
                entry.value2(),
                entry.unit(),
                grade,
                entry.status(),
                RegisterSheets.ORIGIN);
    }

    private List<List<String>> figures() {
        List<List<String>> rows = new ArrayList<>();
        for (Figure figure : plan.figures()) {
            rows.add(List.of(
                    figure.id(),
                    plan.district(),
                    figure.item(),
                    plan.foundedOn().toString(),
                    Integer.toString(figure.value()),
                    figure.unit(),
                    FIGURE_SOURCE,
                    figure.quote(),
                    RegisterSheets.ORIGIN));
        }
        return rows;
    }
}
