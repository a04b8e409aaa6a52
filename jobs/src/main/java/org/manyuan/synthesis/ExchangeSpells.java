package org.manyuan.synthesis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.manyuan.synthesis.CountyPlan.Group;
import org.manyuan.synthesis.CountyPlan.School;
import org.manyuan.synthesis.Staff.Teacher;

/**
 * Who is exchanged. Each group and year has a leader 挂职 and a backbone teacher 轮岗 from the lead to a member, one teacher 挂职 from
 * a member to the lead for exactly two terms, and as many more as the plan's rate asks for; beside them one 跟岗 and one 轮岗 of thirty
 * days, which count for no rate. Schools outside the groups, and all schools before the founding, send a few.
 */
final class ExchangeSpells {
    private final CountyPlan plan;
    private final Chance chance;
    private final Staff staff;

    ExchangeSpells(CountyPlan plan, Chance chance, Staff staff) {
        this.plan = plan;
        this.chance = chance;
        this.staff = staff;
    }

    /** One spell; {@code group} empty outside the groups; {@code counts} for the exchange rate of its year (METRICS TCH-01). */
    record Spell(
            String id,
            Teacher teacher,
            String group,
            int schoolYear,
            String to,
            LocalDate from,
            LocalDate until,
            String kind,
            String post,
            boolean counts) {}

    /** All spells, by school year, then by group, those outside the groups last. */
    List<Spell> all() {
        List<Spell> spells = new ArrayList<>();
        for (int year : plan.years()) {
            Set<String> grouped = new LinkedHashSet<>();
            if (year >= plan.firstGroupYear()) {
                for (Group group : plan.groups()) {
                    spells.addAll(within(group, year));
                    grouped.addAll(units(group));
                }
            }
            spells.addAll(outside(grouped, year));
        }
        return spells;
    }

    /** Eligible teachers of the group's units in one year. */
    List<Teacher> eligible(Group group, int year) {
        return teachers(units(group), year).stream().filter(Teacher::eligible).toList();
    }

    private List<Spell> within(Group group, int year) {
        List<Teacher> everyone =
                chance.shuffled(teachers(units(group), year), Teacher::id, "exchange", group.code(), year);
        List<Teacher> eligible = everyone.stream().filter(Teacher::eligible).toList();
        long wanted = Math.round(group.exchange() * eligible.size());
        long backboneWanted = (long) Math.ceil(group.backbone() * wanted);
        Teacher leader = first(everyone, t -> isLead(group, t) && t.post().equals("副校长"));
        Teacher backbone = first(
                eligible, t -> isLead(group, t) && t.backbone() && t.post().isEmpty());
        Teacher back = first(
                eligible, t -> !isLead(group, t) && !t.backbone() && t.post().isEmpty());
        Set<Teacher> chosen = new LinkedHashSet<>(List.of(leader, backbone, back));
        fill(chosen, eligible, true, wanted, backboneWanted);
        fill(chosen, eligible, false, wanted, wanted);
        List<Spell> spells = new ArrayList<>();
        for (Teacher teacher : chosen) {
            boolean secondment = teacher.equals(leader) || teacher.equals(back);
            spells.add(spell(
                    group.code(),
                    spells.size(),
                    teacher,
                    destination(group, teacher, year),
                    year,
                    secondment ? "挂职" : "轮岗",
                    teacher.equals(leader) ? "副校长" : "",
                    true));
        }
        List<Teacher> idle = everyone.stream()
                .filter(t -> !chosen.contains(t) && !isLead(group, t))
                .toList();
        List<LocalDate> terms = plan.terms().get(year);
        Teacher guest = idle.get(0);
        Teacher brief = idle.get(1);
        spells.add(new Spell(
                id(group.code(), year, spells.size()),
                guest,
                group.code(),
                year,
                group.lead(),
                terms.get(0),
                terms.get(1),
                "跟岗",
                "",
                false));
        spells.add(new Spell(
                id(group.code(), year, spells.size()),
                brief,
                group.code(),
                year,
                group.lead(),
                terms.get(0).plusDays(30),
                terms.get(0).plusDays(59),
                "轮岗",
                "",
                false));
        return spells;
    }

    private List<Spell> outside(Set<String> grouped, int year) {
        List<String> schools = plan.schools().stream()
                .map(School::code)
                .filter(code -> !grouped.contains(code))
                .toList();
        List<Teacher> eligible = chance.shuffled(
                teachers(schools, year).stream().filter(Teacher::eligible).toList(), Teacher::id, "outside", year);
        long wanted = Math.round(plan.staff().exchangeBefore() * eligible.size());
        List<Spell> spells = new ArrayList<>();
        for (Teacher teacher : eligible.subList(0, (int) wanted)) {
            List<School> hosts = plan.schools().stream()
                    .filter(school -> school.stages().contains(teacher.stage()))
                    .filter(school -> !school.code().equals(teacher.school()) && !grouped.contains(school.code()))
                    .toList();
            String host = chance.shuffled(hosts, School::code, "host", teacher.id(), year)
                    .get(0)
                    .code();
            spells.add(spell("", spells.size(), teacher, host, year, "支教", "", true));
        }
        return spells;
    }

    private static void fill(Set<Teacher> chosen, List<Teacher> eligible, boolean backbone, long wanted, long ofWhom) {
        for (Teacher teacher : eligible) {
            long have = backbone ? chosen.stream().filter(Teacher::backbone).count() : chosen.size();
            if (have >= ofWhom || chosen.size() >= wanted) {
                return;
            }
            if (teacher.backbone() == backbone && teacher.post().isEmpty()) {
                chosen.add(teacher);
            }
        }
    }

    private Spell spell(
            String group, int place, Teacher teacher, String to, int year, String kind, String post, boolean counts) {
        List<LocalDate> terms = plan.terms().get(year);
        return new Spell(
                id(group, year, place), teacher, group, year, to, terms.get(0), terms.get(3), kind, post, counts);
    }

    private String destination(Group group, Teacher teacher, int year) {
        if (!isLead(group, teacher)) {
            return group.lead();
        }
        return chance.shuffled(List.copyOf(group.members().keySet()), code -> code, "to", teacher.id(), year)
                .get(0);
    }

    private List<Teacher> teachers(Collection<String> schools, int year) {
        return schools.stream()
                .flatMap(code -> staff.of(plan.school(code), year).stream())
                .toList();
    }

    private static List<String> units(Group group) {
        List<String> units = new ArrayList<>();
        units.add(group.lead());
        units.addAll(group.members().keySet());
        return units;
    }

    private static boolean isLead(Group group, Teacher teacher) {
        return teacher.school().equals(group.lead());
    }

    private static Teacher first(List<Teacher> teachers, java.util.function.Predicate<Teacher> who) {
        return teachers.stream()
                .filter(who)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a group is too small for the exchanges planned: give it more pupils"));
    }

    private static String id(String group, int year, int place) {
        return String.format(Locale.ROOT, "%s-%d-%03d", group.isEmpty() ? "OUT" : group, year, place + 1);
    }
}
