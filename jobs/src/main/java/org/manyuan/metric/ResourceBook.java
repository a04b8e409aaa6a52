package org.manyuan.metric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;

/** The resources of a territory, opened once for a metric: one row per unit, stage and school year. */
final class ResourceBook {
    private final Territory territory;
    private final Map<Stage, Map<Integer, Map<String, ResourceFact>>> byStage = new TreeMap<>();
    private final Map<Stage, Set<String>> everHandedIn = new TreeMap<>();

    ResourceBook(Territory territory, List<ResourceFact> facts) {
        this.territory = territory;
        for (ResourceFact fact : facts) {
            if (territory.unit(fact.schoolCode()).isPresent()) {
                byStage.computeIfAbsent(fact.stage(), any -> new TreeMap<>())
                        .computeIfAbsent(fact.schoolYear(), any -> new TreeMap<>())
                        .put(fact.schoolCode(), fact);
                everHandedIn
                        .computeIfAbsent(fact.stage(), any -> new HashSet<>())
                        .add(fact.schoolCode());
            }
        }
    }

    /** The stages that occur. */
    List<Stage> stages() {
        return List.copyOf(byStage.keySet());
    }

    /** The years with rows of a stage, oldest first. */
    List<Integer> years(Stage stage) {
        return List.copyOf(byStage.getOrDefault(stage, Map.of()).keySet());
    }

    /** The units with rows of a stage in a year, by code. */
    List<Unit> units(Stage stage, int year) {
        return facts(stage, year).keySet().stream()
                .flatMap(code -> territory.unit(code).stream())
                .toList();
    }

    /** The groups on September 1 and the districts that have a unit with rows of a stage in a year. */
    List<Scope> scopes(Stage stage, int year) {
        Scopes scopes = Scopes.on(territory, SchoolYear.firstDay(year));
        List<Scope> all = new ArrayList<>();
        territory.districtCodes().forEach(district -> all.add(scopes.district(district)));
        for (EducationGroup group : territory.groups()) {
            all.add(scopes.whole(group));
        }
        Set<String> here = facts(stage, year).keySet();
        return all.stream()
                .filter(scope -> scope.codes().stream().anyMatch(here::contains))
                .toList();
    }

    /** A resource of those of the units that have rows, usable or not, in order of code. */
    List<UnitResource> of(Resource resource, Stage stage, int year, List<String> codes) {
        return codes.stream()
                .map(facts(stage, year)::get)
                .filter(Objects::nonNull)
                .map(fact -> UnitResource.of(resource, fact, inputs(fact)))
                .toList();
    }

    /**
     * Those of the units that have rows without the resource, with their students, and those that should have rows and have none: open
     * on September 1, teaching the stage (where its stages are unknown: with rows in some year), no school whose parts stand for it.
     */
    LeftOut without(Resource resource, Stage stage, int year, List<String> codes) {
        LeftOut leftOut = LeftOut.NOTHING;
        for (UnitResource unit : of(resource, stage, year, codes)) {
            if (!unit.isKnown()) {
                leftOut = leftOut.plus(unit.students() == null ? 0 : unit.students());
            }
        }
        for (String code : codes) {
            if (!facts(stage, year).containsKey(code) && isExpected(stage, year, code)) {
                leftOut = leftOut.plus(0);
            }
        }
        return leftOut;
    }

    private boolean isExpected(Stage stage, int year, String code) {
        return territory.isExpected(
                code,
                stage,
                SchoolYear.firstDay(year),
                everHandedIn.getOrDefault(stage, Set.of()).contains(code));
    }

    private Map<String, ResourceFact> facts(Stage stage, int year) {
        return byStage.getOrDefault(stage, Map.of()).getOrDefault(year, Map.of());
    }

    /** The rows of a unit in a year, of these stages. */
    List<ResourceFact> rows(String schoolCode, int year, List<Stage> stages) {
        return stages.stream()
                .map(stage -> facts(stage, year).get(schoolCode))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Origin and digest of a row. */
    Inputs inputs(ResourceFact fact) {
        return Inputs.of(fact.origin().and(territory.originOf(fact.schoolCode())), fact);
    }
}
