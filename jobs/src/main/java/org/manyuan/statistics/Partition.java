package org.manyuan.statistics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which part each of k units lies in. Parts are numbered from 0 in order of first appearance. */
public final class Partition {
    private final int[] part;
    private final int parts;

    private Partition(int[] part, int parts) {
        this.part = part;
        this.parts = parts;
    }

    /** All k units in one part. */
    public static Partition whole(int k) {
        return new Partition(new int[k], Math.min(k, 1));
    }

    /** Every unit a part of its own. */
    public static Partition each(int k) {
        int[] part = new int[k];
        Arrays.setAll(part, j -> j);
        return new Partition(part, k);
    }

    /** Units with equal labels lie together; the labels are never null (an ungrouped unit brings a label of its own). */
    public static Partition of(List<String> labels) {
        Map<String, Integer> number = new HashMap<>();
        int[] part = new int[labels.size()];
        for (int j = 0; j < part.length; j++) {
            Integer known = number.putIfAbsent(labels.get(j), number.size());
            part[j] = known == null ? number.size() - 1 : known;
        }
        return new Partition(part, number.size());
    }

    /** Units. */
    public int size() {
        return part.length;
    }

    /** Parts. */
    public int parts() {
        return parts;
    }

    /** The part of unit j. */
    public int partOf(int j) {
        return part[j];
    }

    /** Whether no part of this one crosses a border of the outer one. */
    public boolean isNestedIn(Partition outer) {
        int[] home = new int[parts];
        Arrays.fill(home, -1);
        for (int j = 0; j < part.length; j++) {
            int there = outer.partOf(j);
            if (home[part[j]] >= 0 && home[part[j]] != there) {
                return false;
            }
            home[part[j]] = there;
        }
        return true;
    }
}
