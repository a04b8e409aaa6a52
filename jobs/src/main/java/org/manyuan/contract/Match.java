package org.manyuan.contract;

import java.util.List;

/**
 * What a header turned out to be.
 *
 * @param binding how its lines become rows; null where the file is refused
 * @param problems why it is refused; empty where it is not
 * @param ignored columns that the contract does not know
 * @param persons columns with names of persons, dropped unread
 */
public record Match(Binding binding, List<Problem> problems, List<String> ignored, List<String> persons) {}
