package org.manyuan.core;

import java.util.HashMap;
import java.util.Map;

/** Which units belong together because one followed the other or is a part of it. */
final class SchoolLines {
    /** Towards the lowest code of the line, its root. */
    private final Map<String, String> towards = new HashMap<>();

    /** That two units belong together. */
    void join(String one, String other) {
        String a = root(one);
        String b = root(other);
        towards.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
    }

    /** The lowest code among those that a unit belongs together with; its own where there are none. */
    String of(String unit) {
        return towards.containsKey(unit) ? root(unit) : unit;
    }

    private String root(String code) {
        String at = code;
        while (!towards.computeIfAbsent(at, itself -> itself).equals(at)) {
            at = towards.get(at);
        }
        // the way is shortened, so that a long chain is walked once
        for (String on = code; !on.equals(at); ) {
            on = towards.put(on, at);
        }
        return at;
    }
}
