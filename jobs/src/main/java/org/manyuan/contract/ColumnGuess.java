package org.manyuan.contract;

import java.util.List;

/**
 * A column of a contract and the foreign header that probably means it.
 *
 * @param column its name in the contract
 * @param chineseName what a clerk calls it
 * @param header as written in the file
 * @param confidence 0..1: how alike the words are, lessened by the share of cells that the column's check would turn back
 * @param fitting share (0..1) of the filled cells looked at that the check takes
 * @param unknownCodes values that the column's code list lacks: the mapping needs a value map for them
 * @param dateFormat how its days are written, where the mapping has to say it; else empty
 */
public record ColumnGuess(
        String column,
        String chineseName,
        String header,
        double confidence,
        double fitting,
        List<String> unknownCodes,
        String dateFormat) {}
