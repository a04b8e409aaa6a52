package org.manyuan.job;

import java.nio.file.Path;
import java.util.Optional;
import org.manyuan.contract.Mapping;

/**
 * A mapping and the files that it may speak of: nobody's mapping rules the files of another.
 *
 * @param folder the files in it and below; empty: every file
 */
record PlacedMapping(Optional<Path> folder, Mapping mapping) {
    boolean isFor(HandIn handIn) {
        return folder.map(handIn::liesIn).orElse(true)
                && mapping.matches(handIn.name().fileName());
    }
}
