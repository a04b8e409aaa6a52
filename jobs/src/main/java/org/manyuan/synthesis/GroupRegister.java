package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manyuan.contract.Tree;
import org.manyuan.synthesis.MadeGroup.Membership;

/**
 * The groups of a region and who belongs to them. A block makes one group for each of its {@code names}, or {@code count} of them; each
 * entry of its {@code units} adds schools of one role to each group: those of {@code names}, or as many as {@code take} says from a
 * pool, in order and each once, from {@code from} on, and from the first again only where {@code again} is true.
 */
final class GroupRegister {
    private static final Set<String> OWN = Set.of("names", "count", "units");
    private static final Set<String> OF_UNITS = Set.of("names", "pool", "take", "from", "again");
    private static final Set<String> SIDES = Set.of("education_group", "consortium", "community", "kindergarten_group");
    private final SchoolRegister schools;
    private final Scope scope;
    private final Map<String, CellPlan> defaults;
    private final Map<String, CellPlan> defaultsOfUnits;
    private final List<MadeGroup> groups = new ArrayList<>();
    private final Map<String, String> codes = new LinkedHashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    GroupRegister(SchoolRegister schools, Scope around, Map<String, Map<String, CellPlan>> defaults) {
        this.schools = schools;
        this.scope = around;
        this.defaults = defaults.getOrDefault("education_group", Map.of());
        this.defaultsOfUnits = defaults.getOrDefault("group_membership", Map.of());
    }

    /** Adds the groups of a block. */
    void add(Tree tree) {
        Map<String, Tree> keys = tree.map(RowBlock.allowed("education_group", OWN));
        if (!keys.containsKey("group_code") || !keys.containsKey("units")) {
            throw tree.wrong("groups need group_code and units");
        }
        List<Tree> names = keys.containsKey("names") ? keys.get("names").list() : List.of();
        int count = keys.containsKey("count") ? keys.get("count").whole() : Math.max(1, names.size());
        Map<String, CellPlan> cells = RowBlock.cells(keys, OWN, defaults);
        keys.get("units").list().forEach(units -> {
            if (units.map().containsKey("from")) {
                taken.put(
                        units.map().get("pool").text(), units.map().get("from").whole() - 1);
            }
        });
        for (int i = 1; i <= count; i++) {
            Scope at = scope.at(i, count, i, count);
            Map<String, String> row = new LinkedHashMap<>();
            if (!names.isEmpty()) {
                row.put("name", names.get(i - 1).text());
            }
            Scope inRow = at.with(Scope.named("row", row));
            cells.forEach((column, cell) -> row.put(column, cell.in(inRow)));
            if (!row.containsKey("founded_on")) {
                throw tree.wrong("groups need founded_on: their units join on that day unless they say another");
            }
            MadeGroup group = new MadeGroup(groups.size() + 1, row, new ArrayList<>());
            for (Tree units : keys.get("units").list()) {
                group.units().addAll(units(units, group, at));
            }
            if (codes.put("#" + row.get("name"), group.code()) != null) {
                throw tree.wrong("two groups are called " + row.get("name"));
            }
            groups.add(group);
        }
    }

    private List<Membership> units(Tree tree, MadeGroup group, Scope at) {
        Map<String, Tree> keys = tree.map(RowBlock.allowed("group_membership", OF_UNITS));
        Map<String, CellPlan> cells = RowBlock.cells(keys, OF_UNITS, defaultsOfUnits);
        List<MadeSchool> chosen = keys.containsKey("names")
                ? keys.get("names").list().stream()
                        .map(name -> schools.called(name.text(), name))
                        .toList()
                : taken(tree, keys, at);
        List<Membership> units = new ArrayList<>();
        Scope inGroup = at.with(Scope.named("group", group.row()));
        for (MadeSchool school : chosen) {
            int number = group.units().size() + units.size() + 1;
            Map<String, String> row = new LinkedHashMap<>();
            row.put("group_code", group.code());
            row.put("school_code", school.code());
            row.put("joined_on", group.row().get("founded_on"));
            Scope ofUnit = inGroup.with(Scope.named("unit", school.values()))
                    .with(Map.of("n", Integer.toString(units.size() + 1), "unit.place", Integer.toString(number)));
            cells.forEach((column, cell) -> row.put(column, cell.in(ofUnit)));
            units.add(new Membership(school, row));
        }
        return units;
    }

    private List<MadeSchool> taken(Tree tree, Map<String, Tree> keys, Scope at) {
        if (!keys.containsKey("pool")) {
            throw tree.wrong("units need names or pool");
        }
        Tree pool = keys.get("pool");
        List<MadeSchool> all = schools.ofPool(pool.text());
        boolean again = keys.containsKey("again") && keys.get("again").text().equals("true");
        int take = keys.containsKey("take") ? CellPlan.whole(CellPlan.of(keys.get("take")), keys.get("take"), at) : 1;
        List<MadeSchool> chosen = new ArrayList<>();
        for (int i = 0; i < take; i++) {
            int next = taken.merge(pool.text(), 1, Integer::sum);
            if (all.isEmpty() || (next > all.size() && !again)) {
                throw pool.wrong("pool " + pool.text() + " has only " + all.size() + " schools");
            }
            chosen.add(all.get((next - 1) % all.size()));
        }
        return chosen;
    }

    /** All of them, in the order of the file. */
    List<MadeGroup> all() {
        return groups;
    }

    /** The code of each group under its name with a # before it. */
    Map<String, String> codes() {
        return codes;
    }

    /** Whether the school is lead or member of a group of its own on a day, and of which; outside if of none. */
    Map<String, String> side(MadeSchool school, String day) {
        for (MadeGroup group : groups) {
            if (SIDES.contains(group.row().get("kind"))) {
                for (Membership unit : group.units()) {
                    if (unit.school().code().equals(school.code()) && unit.lasts(day)) {
                        return Map.of("side", unit.role(), "side.group", group.code());
                    }
                }
            }
        }
        return Map.of("side", "outside", "side.group", "");
    }

    /** The rows of the dataset of groups. */
    List<Map<String, String>> rows() {
        return groups.stream().map(MadeGroup::row).toList();
    }

    /** The rows of the dataset of members. */
    List<Map<String, String>> memberships() {
        return groups.stream()
                .flatMap(group -> group.units().stream())
                .map(Membership::row)
                .toList();
    }
}
