package org.manyuan.contract;

import java.io.Serializable;

/**
 * What the name of a file and of its folder say.
 *
 * @param fileName without folders, with its ending
 * @param district the folder's district code; null where the folder names none
 */
public record SourceName(String fileName, String district) implements Serializable {
    /** The file name without its ending. */
    public String stem() {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
