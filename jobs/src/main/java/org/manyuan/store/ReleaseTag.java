package org.manyuan.store;

import org.apache.iceberg.Table;

/** Names a snapshot for a release, so that no clean-up ever takes its files. */
final class ReleaseTag {
    static final String PREFIX = "release-";

    private ReleaseTag() {}

    static void put(Table table, String release, long snapshot) {
        table.manageSnapshots().createTag(PREFIX + release, snapshot).commit();
    }
}
