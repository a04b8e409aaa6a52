package org.manyuan.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.manyuan.store.FigureYardstick;
import org.manyuan.synthesis.LargeProvince;

/** What the parts of a build take that are told apart, each measured alone on the facts that the build left. */
final class BuildCosts {
    private static final List<String> BOOTSTRAPS = List.of("SimultaneousBand", "WildBootstrap", "HashedWeight");

    private final BuiltFigures built;
    private final LargeProvince province;

    BuildCosts(BuiltFigures built, LargeProvince province) {
        this.built = built;
        this.province = province;
    }

    /** The figures that the script computes, facts and registers read from the warehouse, written as Parquet files. */
    StepTimes.Taken ofTheScript(Path folder) {
        return StepTimes.of(() -> built.write(Set.copyOf(FigureYardstick.METRICS), folder));
    }

    /** The parts; gathering the facts, which all metrics share, is in none of them. */
    List<BuildMeasurement.Cost> apart() {
        StepTimes.Taken gathering = figures();
        StepTimes.Taken linking = StepTimes.of(built::link);
        StepTimes.Taken growth = StepTimes.of(built::linkedFacts)
                .minus(linking)
                .plus(figures("EXM-07").minus(gathering));
        StepTimes.Taken valueAdded = linking.plus(figures("EXM-06", "GAP-12x").minus(gathering));
        StepTimes.Taken adoption = figures("GAP-18").minus(gathering);
        double bootstraps = StackShare.of("EffectOfJoining", BOOTSTRAPS, () -> built.compute(Set.of("GAP-18")));
        return List.of(
                cost("gathering", gathering, province.pupils()),
                cost("growth", growth, province.linkedPupils()),
                cost("value-added", valueAdded, province.linkedPupils()),
                cost("adoption", adoption, province.pupils()),
                new BuildMeasurement.Cost(
                        "bootstraps",
                        bootstraps * adoption.seconds(),
                        bootstraps * adoption.cpuSeconds(),
                        province.pupils()));
    }

    private StepTimes.Taken figures(String... metricIds) {
        return StepTimes.of(() -> built.compute(Set.of(metricIds)));
    }

    private static BuildMeasurement.Cost cost(String part, StepTimes.Taken taken, long students) {
        return new BuildMeasurement.Cost(part, taken.seconds(), taken.cpuSeconds(), students);
    }
}
