package org.manyuan.job;

import java.util.ArrayList;
import java.util.List;

/** All hostile inputs; the small ones are run one by one, the large ones in a process with little memory. */
final class HostileSamples {
    private HostileSamples() {}

    static List<HostileSample> small() {
        List<HostileSample> all = new ArrayList<>();
        all.addAll(HostileTexts.all());
        all.addAll(HostileDisguises.all());
        all.addAll(HostileCells.all());
        all.addAll(HostileWorkbooks.all());
        all.addAll(HostileXml.all());
        all.addAll(HostileOldWorkbooks.all());
        all.addAll(HostileArchives.all());
        all.addAll(HostileFolders.all());
        return all;
    }

    static List<HostileSample> large() {
        return HostileGiants.all();
    }
}
