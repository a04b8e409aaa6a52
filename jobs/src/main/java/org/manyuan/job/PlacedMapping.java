package org.manyuan.job;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.manyuan.contract.MalformedYaml;
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

    /**
     * One that cannot be read, or in which a question is still open: the files that it speaks of cannot be taken without it.
     *
     * @param names the names of files that it speaks of; every name where not even that can be read
     * @param why file and line, and what to change
     */
    record Broken(Optional<Path> folder, Predicate<String> names, MalformedYaml why) {
        boolean isFor(HandIn handIn) {
            return folder.map(handIn::liesIn).orElse(true)
                    && names.test(handIn.name().fileName());
        }
    }
}
