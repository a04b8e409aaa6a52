package org.manyuan.contract;

import java.util.List;

/** A header that lacks what a mapping names. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** One problem for each missing column. */
    MappingException(String mapping, List<Problem> problems) {
        super("mapping " + mapping + ": "
                + problems.stream().map(Problem::english).toList());
        this.problems = List.copyOf(problems);
    }

    /** What is missing. */
    public List<Problem> problems() {
        return problems;
    }
}
