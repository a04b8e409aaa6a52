package org.manyuan.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * What a newer file of a dataset replaces, under the names that stored tables have.
 *
 * @param group columns whose values, within one submitter, name what a file replaces; where all of them are empty in a row, the key
 *     does
 * @param key columns that make a row unique among those that count; snapshots count their day and submitter among them
 * @param patch whether every file of the dataset replaces only the keys that it holds
 */
public record Replacement(List<String> group, List<String> key, boolean patch) {
    /** The district that handed a row in: nobody replaces what another has said, except under the same key. */
    public static final String SUBMITTER = "submitter";

    private static final String SNAPSHOT_DAY = "as_of";

    public Replacement {
        group = List.copyOf(group.isEmpty() ? key : group);
        key = List.copyOf(key);
    }

    /** What the contract says. */
    public static Replacement of(Contract contract) {
        List<String> key = new ArrayList<>(stored(contract, contract.key()));
        if (contract.replacesBy().contains(SNAPSHOT_DAY) && !key.contains(SNAPSHOT_DAY)) {
            key.add(SNAPSHOT_DAY);
            key.add(SUBMITTER);
        }
        return new Replacement(stored(contract, contract.replacesBy()), key, contract.patch());
    }

    /** The columns that, where all of the group's own are empty, make the group: those of the key that it has not. */
    public List<String> keyBesideGroup() {
        return key.stream()
                .filter(name -> !group.contains(name) && !name.equals(SUBMITTER))
                .toList();
    }

    /** The columns that are in the key and in the group: rows that differ in one of them can never be one row said twice. */
    public List<String> shared() {
        return key.stream()
                .filter(name -> group.contains(name) || name.equals(SUBMITTER))
                .toList();
    }

    private static List<String> stored(Contract contract, List<String> columns) {
        return columns.stream().map(name -> contract.column(name).storedName()).toList();
    }
}
