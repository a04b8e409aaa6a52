package org.manyuan.job;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.manyuan.contract.Scheme;

/**
 * Which schemes a build assesses by, among the conditions that it keeps: {@code scheme:ID} is the version and the digest of what it
 * says, {@code scheme:ID:VERSION} the digest of a version that is final. A final version never changes, so its digest goes on from
 * build to build, though a later one may be assessed by. Source: METRICS C2, {@code source.status}.
 */
final class SchemeVersions {
    private static final String PREFIX = "scheme:";

    private SchemeVersions() {}

    /**
     * The conditions of a build.
     *
     * @param before those of the last build; none at the first
     * @throws UsageException where a final version says something else than it did
     */
    static Map<String, String> conditions(List<Scheme> schemes, Map<String, String> before) {
        Map<String, String> now = new TreeMap<>();
        before.forEach((name, value) -> {
            if (isOfFinalVersion(name)) {
                now.put(name, value);
            }
        });
        for (Scheme scheme : schemes) {
            String digest = scheme.source().digest();
            now.put(PREFIX + scheme.id(), scheme.version() + " " + digest);
            String name = PREFIX + scheme.id() + ":" + scheme.version();
            String known = scheme.source().isFinal() ? now.putIfAbsent(name, digest) : now.get(name);
            if (known != null && !known.equals(digest)) {
                throw new UsageException(
                        "方案 %s 第 %d 版已定稿并用过，现在的内容与当时不同；请恢复原文件，改动写成第 %d 版。"
                                .formatted(scheme.id(), scheme.version(), scheme.version() + 1),
                        ("Version %d of scheme %s is final and was built with, and now it says something else;"
                                        + " put the file back and make the change version %d.")
                                .formatted(scheme.version(), scheme.id(), scheme.version() + 1));
            }
        }
        return now;
    }

    /** The schemes among the conditions of a build, by id: version and digest; none where it is older than their keeping. */
    static Map<String, String> of(Map<String, String> conditions) {
        Map<String, String> schemes = new TreeMap<>();
        conditions.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !isOfFinalVersion(name)) {
                schemes.put(name.substring(PREFIX.length()), value);
            }
        });
        return schemes;
    }

    /**
     * Those that had another version, or another text of the same: version before and after, null for none.
     *
     * @param before as {@link #of} gives them
     */
    static Map<String, DiffReleases.Change> changed(Map<String, String> before, Map<String, String> after) {
        Map<String, DiffReleases.Change> changed = new TreeMap<>();
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (String id : ids) {
            if (!Objects.equals(before.get(id), after.get(id))) {
                changed.put(id, new DiffReleases.Change(version(before.get(id)), version(after.get(id))));
            }
        }
        return changed;
    }

    private static boolean isOfFinalVersion(String name) {
        return name.startsWith(PREFIX) && name.indexOf(':', PREFIX.length()) > 0;
    }

    private static Integer version(String versionAndDigest) {
        return versionAndDigest == null
                ? null
                : Integer.valueOf(versionAndDigest.split(" ")[0]);
    }
}
