package org.manyuan.store;

import org.apache.hadoop.fs.RawLocalFileSystem;

/** The local file system without a {@code .crc} file beside every file; Parquet and Iceberg have checksums of their own. */
public final class PlainFs extends RawLocalFileSystem {
    @Override
    public String getScheme() {
        return "file";
    }
}
