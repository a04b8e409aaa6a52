package org.manyuan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.manyuan.store.ClerkFiles;
import org.manyuan.synthesis.CountyPlan;
import org.manyuan.synthesis.Planted;
import org.manyuan.synthesis.Reconstruction;
import org.manyuan.synthesis.SyntheticCounty;

/** {@code synth}: the files of a made-up county, as its clerks would write them, and the answers that are known of it. */
public final class SynthesizeCounty {
    private SynthesizeCounty() {}

    /**
     * What was written.
     *
     * @param files in the order in which they refer to each other
     * @param seed the county's
     * @param planted what a warehouse must find in them; also written beside them, but for a reconstruction, where nothing is planted
     */
    public record Written(List<Path> files, long seed, Planted planted) {
        /** Whether some rows are wrong on purpose. */
        public boolean hasFaults() {
            return !planted.faults().isEmpty();
        }
    }

    /**
     * Writes a region's files under a folder; the same region and seed give the same bytes.
     *
     * @param seed empty: the plan's own, for which the known answers are stated
     */
    public static Written in(Path folder, String region, OptionalLong seed) {
        if (Reconstruction.isOne(region)) {
            return reconstructed(folder, region, seed);
        }
        CountyPlan plan = CountyPlan.of(region);
        SyntheticCounty county = SyntheticCounty.of(plan, seed.orElse(plan.seed()));
        try {
            List<Path> files = ClerkFiles.write(folder, county.files());
            ClerkFiles.writePlanted(folder.resolve("planted.yaml"), county.planted());
            return new Written(files, county.planted().seed(), county.planted());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Written reconstructed(Path folder, String region, OptionalLong seed) {
        Reconstruction rebuilt = Reconstruction.of(region, seed);
        try {
            List<Path> files = ClerkFiles.write(folder, rebuilt.files());
            return new Written(files, rebuilt.seed(), Planted.nothing(region, rebuilt.seed()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
