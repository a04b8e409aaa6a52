package org.manyuan.job;

/** Hears what a long job is doing, for a person who watches. */
@FunctionalInterface
public interface Progress {
    /** A step has begun. */
    void step(Step step);

    /** A step in both languages. */
    record Step(String chinese, String english) {}

    /** Says it in both languages. */
    default void step(String chinese, String english) {
        step(new Step(chinese, english));
    }

    /** Nobody watches. */
    static Progress silent() {
        return step -> {};
    }
}
