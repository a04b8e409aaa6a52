package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.manyuan.contract.Tree;

/**
 * The schools of a region, named ones and generated ones. A block makes one school for each of its {@code names}, or {@code count} of
 * them after one pattern; {@code versions} are the dated rows of each, one where nothing is written. A school code has the digits of
 * the type (or of {@code category}), of the province and a number.
 */
final class SchoolRegister {
    private static final Set<String> OWN = Set.of("pool", "names", "count", "versions", "category");
    private static final String SINCE = "2000-09-01";
    private final String district;
    private final Scope scope;
    private final Map<String, CellPlan> defaults;
    private final List<MadeSchool> schools = new ArrayList<>();
    private final Map<String, String> codes = new LinkedHashMap<>();
    private int next;

    SchoolRegister(String district, int firstCode, Scope around, Map<String, CellPlan> defaults) {
        this.district = district;
        this.next = firstCode;
        this.defaults = defaults;
        this.scope = around.with(codes);
    }

    /** Adds the schools of a block. */
    void add(Tree tree) {
        Map<String, Tree> keys = tree.map(RowBlock.allowed("school", OWN));
        if (!keys.containsKey("pool")) {
            throw tree.wrong("schools need pool: the name under which groups take them");
        }
        List<Tree> names = keys.containsKey("names") ? keys.get("names").list() : List.of();
        int count = keys.containsKey("count") ? keys.get("count").whole() : names.size();
        if (count == 0 || (!names.isEmpty() && names.size() != count)) {
            throw tree.wrong("schools need names, or count and name");
        }
        String pool = keys.get("pool").text();
        int before = (int) ofPool(pool).size();
        for (int i = 1; i <= count; i++) {
            Scope at = scope.at(i, count, i, count);
            if (!names.isEmpty()) {
                at = at.with(Map.of("row.name", names.get(i - 1).text()));
            }
            add(new MadeSchool(code(keys, tree), pool, before + i, List.of()), keys, at, tree);
        }
    }

    private void add(MadeSchool school, Map<String, Tree> keys, Scope around, Tree place) {
        Scope at = around.with(Map.of("code", school.code(), "no", Integer.toString(school.number())));
        Map<String, String> row = new LinkedHashMap<>(Map.of("school_code", school.code()));
        Map<String, CellPlan> cells = RowBlock.cells(keys, OWN, defaults);
        if (at.value("row.name") != null) {
            row.put("name", at.value("row.name"));
        }
        row.put("district_code", district);
        row.put("valid_from", SINCE);
        fill(row, cells, at);
        if (codes.put("@" + row.get("name"), school.code()) != null) {
            throw place.wrong("two schools are called " + row.get("name"));
        }
        List<Map<String, String>> versions = new ArrayList<>();
        if (keys.containsKey("versions")) {
            for (Tree version : keys.get("versions").list()) {
                Map<String, String> dated = new LinkedHashMap<>(row);
                fill(dated, RowBlock.cells(version.map(RowBlock.allowed("school", Set.of())), Set.of(), Map.of()), at);
                versions.add(dated);
            }
        } else {
            versions.add(row);
        }
        schools.add(new MadeSchool(school.code(), school.pool(), school.number(), versions));
    }

    private static void fill(Map<String, String> row, Map<String, CellPlan> cells, Scope around) {
        Map<String, String> named = new LinkedHashMap<>(Scope.named("row", row));
        Scope scope = around.with(named);
        cells.forEach((column, cell) -> {
            row.put(column, cell.in(scope));
            named.put("row." + column, row.get(column));
        });
    }

    private String code(Map<String, Tree> keys, Tree place) {
        Tree from = keys.getOrDefault("category", keys.get("school_type"));
        if (from == null || from.text().length() < 2) {
            throw place.wrong("schools need school_type, or category where they have none");
        }
        return from.text().substring(0, 2) + district.substring(0, 2) + String.format(Locale.ROOT, "%06d", ++next);
    }

    /** All of them, in the order of the file. */
    List<MadeSchool> all() {
        return schools;
    }

    /** Those of a pool, in order. */
    List<MadeSchool> ofPool(String pool) {
        return schools.stream().filter(school -> school.pool().equals(pool)).toList();
    }

    /** The school of a name; the place is where it is asked for. */
    MadeSchool called(String name, Tree place) {
        return schools.stream()
                .filter(school -> name.equals(school.name()))
                .findFirst()
                .orElseThrow(() -> place.wrong("no school is called " + name));
    }

    /** The code of each school under its name with an @ before it. */
    Map<String, String> codes() {
        return codes;
    }

    /** The rows of the dataset. */
    List<Map<String, String>> rows() {
        return schools.stream().flatMap(school -> school.versions().stream()).toList();
    }
}
