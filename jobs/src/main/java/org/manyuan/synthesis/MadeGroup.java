package org.manyuan.synthesis;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.manyuan.domain.SchoolYear;

/**
 * A group of a reconstruction.
 *
 * @param number its place in the file
 * @param row its row by column
 */
record MadeGroup(int number, Map<String, String> row, List<Membership> units) {
    /** A unit of it: the row by column. */
    record Membership(MadeSchool school, Map<String, String> row) {
        String role() {
            return row.get("role");
        }

        /** The school's values, and role, member_kind, joined_on and left_on. */
        Map<String, String> values(int number) {
            Map<String, String> values = new LinkedHashMap<>(school.values());
            values.put("pool_no", Integer.toString(school.number()));
            values.put("member_kind", "");
            values.put("left_on", "");
            values.putAll(row);
            values.put("no", Integer.toString(number));
            return values;
        }

        boolean lasts(String day) {
            String left = row.getOrDefault("left_on", "");
            return row.get("joined_on").compareTo(day) <= 0 && (left.isEmpty() || left.compareTo(day) > 0);
        }
    }

    String code() {
        return row.get("group_code");
    }

    /** The units of a kind of loop: unit, lead (also the base of a centre) or member. */
    List<Membership> units(String loop) {
        return units.stream()
                .filter(unit -> switch (loop) {
                    case "lead" -> unit.role().equals("lead") || unit.role().equals("base");
                    case "member" -> unit.role().equals("member");
                    default -> true;
                })
                .toList();
    }

    /** The school year of its founding; empty where the day is not said. */
    private String founded() {
        String day = row.getOrDefault("founded_on", "");
        return day.isEmpty() ? "" : Integer.toString(SchoolYear.of(LocalDate.parse(day)));
    }

    /** What cells may name of it: its columns, code, number and the school year of its founding, and its first lead and member. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> own = new LinkedHashMap<>(Map.of("form", "", "stages", "", "dissolved_on", ""));
        own.putAll(row);
        own.put("code", code());
        own.put("no", Integer.toString(number));
        own.put("year", founded());
        own.put("members", Integer.toString(units("member").size()));
        values.putAll(Scope.named("group", own));
        units("lead").stream().findFirst().ifPresent(lead -> values.putAll(Scope.named("lead", lead.values(1))));
        units("member").stream().findFirst().ifPresent(unit -> values.putAll(Scope.named("first", unit.values(1))));
        return values;
    }
}
