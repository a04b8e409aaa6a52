package org.manyuan.synthesis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.MalformedYaml;
import org.manyuan.contract.Tree;

/**
 * A region rebuilt from what it has said in public: {@code schemas/regions/<region>.yaml} names its groups and counts, the rest is made
 * up. The same file and seed make the same rows; each says that it is synthetic. {@code schemas/regions/README.md} is the language.
 */
public final class Reconstruction {
    private static final Set<String> OWN = Set.of(
            "reconstruction", "code", "seed", "first_code", "years", "terms", "defaults", "schools", "groups", "exams");
    private static final Set<String> MADE = Set.of(
            "school", "education_group", "group_membership", "term_calendar", "exam", "exam_paper", "exam_score");
    private final Map<String, Tree> keys;
    private final String district;
    private final long seed;
    private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();

    private Reconstruction(Map<String, Tree> keys, OptionalLong seed) {
        this.keys = keys;
        this.district = keys.get("code").text();
        this.seed = seed.orElseGet(() -> keys.get("seed").whole());
    }

    /** Whether the region has a file that is a reconstruction. */
    public static boolean isOne(String region) {
        try (InputStream text = open(region)) {
            return text != null && Tree.read(region, text).map().containsKey("reconstruction");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The region's rows.
     *
     * @param seed empty: the file's own
     * @throws MalformedYaml where the file contradicts itself or says what the language does not know, with its line
     */
    public static Reconstruction of(String region, OptionalLong seed) {
        try (InputStream text = open(region)) {
            if (text == null) {
                throw new IllegalArgumentException("no region " + region + " in schemas/regions");
            }
            return read("regions/" + region + ".yaml", text, seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reconstruction read(String file, InputStream text, OptionalLong seed) {
        Tree root = Tree.read(file, text);
        Set<String> allowed = new TreeSet<>(OWN);
        Contracts.all().stream()
                .map(contract -> contract.dataset())
                .filter(name -> !MADE.contains(name))
                .forEach(allowed::add);
        Map<String, Tree> keys = root.map(allowed);
        for (String needed : List.of("code", "seed", "first_code", "years", "terms", "schools")) {
            if (!keys.containsKey(needed)) {
                throw root.wrong("key " + needed + " is missing");
            }
        }
        Reconstruction region = new Reconstruction(keys, seed);
        region.make();
        return region;
    }

    private static InputStream open(String region) {
        return Reconstruction.class.getResourceAsStream("/schemas/regions/" + region + ".yaml");
    }

    private void make() {
        RegionCalendar calendar = RegionCalendar.of(keys.get("years"), keys.get("terms"));
        Map<String, String> codes = new HashMap<>(Map.of("district", district));
        Scope scope = Scope.of(new Chance(seed), calendar, codes);
        Map<String, Map<String, CellPlan>> defaults = defaults();
        SchoolRegister schools = new SchoolRegister(
                district, keys.get("first_code").whole(), scope, defaults.getOrDefault("school", Map.of()));
        keys.get("schools").list().forEach(schools::add);
        codes.putAll(schools.codes());
        GroupRegister groups = new GroupRegister(schools, scope, defaults);
        list("groups").forEach(groups::add);
        codes.putAll(groups.codes());
        rows.put("school", schools.rows());
        rows.put("education_group", groups.rows());
        rows.put("group_membership", groups.memberships());
        BlockRows blocks = new BlockRows(new Loops(schools, groups), scope, district);
        keys.forEach((dataset, list) -> {
            if (!OWN.contains(dataset)) {
                Map<String, CellPlan> cells = defaults.getOrDefault(dataset, Map.of());
                list.list().forEach(block -> add(dataset, blocks.of(dataset, RowBlock.of(block, dataset, cells))));
            }
        });
        add("term_calendar", terms(calendar));
        for (Tree tree : list("exams")) {
            ExamBlock exam = ExamBlock.of(tree);
            add("exam", exam.exams());
            add("exam_paper", exam.papers());
            add("exam_score", exam.scores(schools, groups, scope));
        }
    }

    private Map<String, Map<String, CellPlan>> defaults() {
        Map<String, Map<String, CellPlan>> defaults = new HashMap<>();
        if (keys.containsKey("defaults")) {
            keys.get("defaults")
                    .map()
                    .forEach((dataset, cells) -> defaults.put(
                            dataset,
                            RowBlock.cells(cells.map(RowBlock.allowed(dataset, Set.of())), Set.of(), Map.of())));
        }
        return defaults;
    }

    /** A calendar for the region and each county in it. */
    private List<Map<String, String>> terms(RegionCalendar calendar) {
        Set<String> districts = new LinkedHashSet<>(List.of(district));
        rows.getOrDefault("district", List.of()).stream()
                .filter(row -> row.get("level").equals("county"))
                .forEach(row -> districts.add(row.get("district_code")));
        List<Map<String, String>> terms = new ArrayList<>();
        for (String code : districts) {
            for (Map<String, String> term : calendar.terms()) {
                terms.add(Map.of(
                        "district_code", code,
                        "school_year", term.get("year"),
                        "term", term.get("term.no"),
                        "from_on", term.get("term.from"),
                        "to_on", term.get("term.to")));
            }
        }
        return terms;
    }

    private List<Tree> list(String key) {
        return keys.containsKey(key) ? keys.get(key).list() : List.of();
    }

    private void add(String dataset, List<Map<String, String>> more) {
        rows.computeIfAbsent(dataset, name -> new ArrayList<>()).addAll(more);
    }

    /** The seed that the rows were made with. */
    public long seed() {
        return seed;
    }

    /** The rows of every dataset by column, as they stand in the files. */
    Map<String, List<Map<String, String>>> rows() {
        return rows;
    }

    /** One file a dataset, parents before their children: UTF-8 CSV under the names of DATASETS. */
    public List<CountyFile> files() {
        return Contracts.all().stream()
                .filter(contract ->
                        !rows.getOrDefault(contract.dataset(), List.of()).isEmpty())
                .map(contract -> file(contract.dataset()))
                .toList();
    }

    private CountyFile file(String dataset) {
        List<Map<String, String>> made = rows.get(dataset);
        Set<String> used = new TreeSet<>();
        made.forEach(row -> used.addAll(row.keySet()));
        List<String> header = new ArrayList<>();
        Contracts.of(dataset).columns().stream()
                .map(column -> column.name())
                .filter(used::contains)
                .forEach(header::add);
        header.add("origin");
        return new CountyFile(
                district,
                dataset + "." + FileFormat.CSV_UTF8.ending(),
                FileFormat.CSV_UTF8,
                header,
                Set.of(),
                () -> made.stream().map(row -> cells(header, row)).toList());
    }

    private static List<String> cells(List<String> header, Map<String, String> row) {
        return header.stream()
                .map(column -> column.equals("origin") ? RegisterSheets.ORIGIN : row.getOrDefault(column, ""))
                .toList();
    }
}
