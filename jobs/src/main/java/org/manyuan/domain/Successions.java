package org.manyuan.domain;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which unit became which, in order: by day, on one day the predecessor of a chain first, then by code. A row that names one code
 * twice changes nothing and is left out. A row that closes a circle with earlier ones is refused, because codes are never used again
 * (METRICS A8).
 */
public final class Successions {
    private static final Comparator<SchoolSuccession> BY_DAY = Comparator.comparing(SchoolSuccession::happenedOn)
            .thenComparing(SchoolSuccession::fromCode)
            .thenComparing(SchoolSuccession::toCode)
            .thenComparing(SchoolSuccession::kind);

    private final List<SchoolSuccession> inOrder = new ArrayList<>();
    private final List<SchoolSuccession> refused = new ArrayList<>();
    private final Map<String, List<SchoolSuccession>> of = new HashMap<>();

    private Successions() {}

    /** Reads them in any order. */
    public static Successions of(Collection<SchoolSuccession> rows) {
        Successions successions = new Successions();
        rows.stream()
                .filter(row -> !row.fromCode().equals(row.toCode()))
                .sorted(BY_DAY)
                .forEach(successions::take);
        Map<String, Integer> depths = successions.depths();
        successions.inOrder.sort(Comparator.comparing(SchoolSuccession::happenedOn)
                .thenComparing(row -> depths.get(row.toCode()))
                .thenComparing(BY_DAY));
        return successions;
    }

    /** Those that count, in order. */
    public List<SchoolSuccession> inOrder() {
        return List.copyOf(inOrder);
    }

    /** Those that close a circle, by day. */
    public List<SchoolSuccession> refused() {
        return List.copyOf(refused);
    }

    /**
     * The panel unit of a unit between two days: every code that is linked with it by what happened after the one and until the other
     * (METRICS §0), itself included, in order of code.
     */
    public Set<String> linked(String code, LocalDate after, LocalDate until) {
        if (!of.containsKey(code)) {
            return Set.of(code);
        }
        Set<String> linked = new TreeSet<>(Set.of(code));
        Deque<String> open = new ArrayDeque<>(linked);
        while (!open.isEmpty()) {
            for (SchoolSuccession row : of.getOrDefault(open.pop(), List.of())) {
                if (isBetween(row, after, until)) {
                    for (String other : List.of(row.fromCode(), row.toCode())) {
                        if (linked.add(other)) {
                            open.push(other);
                        }
                    }
                }
            }
        }
        return linked;
    }

    /** Whether a unit comes from another one between two days. */
    public boolean comes(String code, LocalDate after, LocalDate until) {
        return of.getOrDefault(code, List.of()).stream()
                .anyMatch(row -> row.toCode().equals(code) && isBetween(row, after, until));
    }

    /** Whether a unit goes on as another one between two days. */
    public boolean goes(String code, LocalDate after, LocalDate until) {
        return of.getOrDefault(code, List.of()).stream()
                .anyMatch(row -> row.fromCode().equals(code) && isBetween(row, after, until));
    }

    private static boolean isBetween(SchoolSuccession row, LocalDate after, LocalDate until) {
        return row.happenedOn().isAfter(after) && !row.happenedOn().isAfter(until);
    }

    private void take(SchoolSuccession row) {
        if (leadsTo(row.toCode(), row.fromCode())) {
            refused.add(row);
            return;
        }
        inOrder.add(row);
        of.computeIfAbsent(row.fromCode(), any -> new ArrayList<>()).add(row);
        of.computeIfAbsent(row.toCode(), any -> new ArrayList<>()).add(row);
    }

    private boolean leadsTo(String from, String to) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String at = open.pop();
            if (at.equals(to)) {
                return true;
            }
            of.getOrDefault(at, List.of()).stream()
                    .filter(row -> row.fromCode().equals(at))
                    .map(SchoolSuccession::toCode)
                    .filter(seen::add)
                    .forEach(open::push);
        }
        return false;
    }

    /** How many steps the longest chain to a code has, predecessors first; there is no circle, so all codes get their turn. */
    private Map<String, Integer> depths() {
        Map<String, Integer> waiting = new HashMap<>();
        of.keySet().forEach(code -> waiting.put(code, 0));
        inOrder.forEach(row -> waiting.merge(row.toCode(), 1, Integer::sum));
        Map<String, Integer> depths = new HashMap<>();
        Deque<String> free = new ArrayDeque<>();
        waiting.forEach((code, before) -> {
            if (before == 0) {
                free.add(code);
            }
        });
        while (!free.isEmpty()) {
            String at = free.remove();
            int next = depths.computeIfAbsent(at, any -> 0) + 1;
            for (SchoolSuccession row : of.get(at)) {
                if (row.fromCode().equals(at)) {
                    depths.merge(row.toCode(), next, Math::max);
                    if (waiting.merge(row.toCode(), -1, Integer::sum) == 0) {
                        free.add(row.toCode());
                    }
                }
            }
        }
        return depths;
    }
}
