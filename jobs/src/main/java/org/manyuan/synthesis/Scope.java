package org.manyuan.synthesis;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the text of a cell may name where its row stands: values by name, those of the loops within before those around them. */
final class Scope {
    private final Scope around;
    private final Map<String, String> own;
    private final Chance chance;
    private final RegionCalendar calendar;

    private Scope(Scope around, Map<String, String> own, Chance chance, RegionCalendar calendar) {
        this.around = around;
        this.own = own;
        this.chance = chance;
        this.calendar = calendar;
    }

    /** The outermost one. */
    static Scope of(Chance chance, RegionCalendar calendar, Map<String, String> values) {
        return new Scope(null, values, chance, calendar);
    }

    /** The value of a name; null where nothing here has that name. */
    String value(String name) {
        String value = own.get(name);
        return value == null && around != null ? around.value(name) : value;
    }

    /** Some more values; later changes of the map are seen. */
    Scope with(Map<String, String> values) {
        return new Scope(this, values, chance, calendar);
    }

    /** Where the row is the n-th of its run, and the i-th of as many as its thing has. */
    Scope at(int n, int rows, int i, int count) {
        return with(Map.of(
                "n", Integer.toString(n),
                "rows", Integer.toString(rows),
                "i", Integer.toString(i),
                "count", Integer.toString(count)));
    }

    /** The values of a thing under its name and a dot. */
    static Map<String, String> named(String name, Map<String, String> values) {
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach((key, value) -> named.put(name + "." + key, value));
        return named;
    }

    Chance chance() {
        return chance;
    }

    RegionCalendar calendar() {
        return calendar;
    }
}
