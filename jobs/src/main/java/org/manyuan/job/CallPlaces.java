package org.manyuan.job;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.manyuan.contract.Contract;
import org.manyuan.store.SourcePart;

/**
 * The places of a call's files in the order of submissions. What one call hands in replaces what was there before as one: its whole files
 * share the first of its places and count together, its patches the last one, above them.
 *
 * @param patches submissions of the call that replace only the keys they hold
 */
record CallPlaces(long whole, long patching, Set<String> patches) {
    /**
     * The places of these files.
     *
     * @param drafts none where every file of the call was handed in before: then nothing is placed
     */
    static CallPlaces of(List<ReceiptDraft> drafts) {
        if (drafts.isEmpty()) {
            return new CallPlaces(0, 0, Set.of());
        }
        List<Long> numbers =
                drafts.stream().map(ReceiptDraft::receivedNo).sorted().toList();
        return new CallPlaces(
                numbers.get(0),
                numbers.get(numbers.size() - 1),
                drafts.stream()
                        .filter(ReceiptDraft::isPatch)
                        .map(ReceiptDraft::submissionId)
                        .collect(Collectors.toSet()));
    }

    /**
     * The text at the place of its call. Where a line replaces but the line of its key (schools, districts, papers) nothing is to be held
     * together: every file keeps its own place, and of two that describe one school the later counts.
     */
    SourcePart placed(SourcePart part) {
        Contract contract = part.binding().contract();
        if (Set.copyOf(contract.replacesBy()).equals(Set.copyOf(contract.key()))) {
            return part;
        }
        return part.receivedAs(patches.contains(part.submissionId()) ? patching : whole);
    }
}
