package org.manyuan.contract;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** The same without marks of a copy: (1), - 副本, _最终版. */
    public String plainStem() {
        return CopyMark.without(stem());
    }

    /** What the first group of a contract's pattern finds in the plain name; empty where it is not found, or the pattern is null. */
    Optional<String> said(String pattern) {
        if (pattern == null) {
            return Optional.empty();
        }
        Matcher matcher = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(plainStem());
        return matcher.find() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
    }

    /** The first group of a pattern in the file name without its ending; empty where it is not found, or the pattern is null. */
    Optional<String> part(String pattern) {
        if (pattern == null) {
            return Optional.empty();
        }
        Matcher matcher = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(stem());
        return matcher.find() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
    }
}
