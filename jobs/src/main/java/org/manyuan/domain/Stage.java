package org.manyuan.domain;

/** A stage of schooling (学段). Which grades belong to it follows the schooling system: see {@link SchoolingSystem}. */
public enum Stage {
    /** Kindergarten 学前, grades K1 to K3. */
    K,
    /** Primary 小学. */
    P,
    /** Junior 初中. */
    J,
    /** Senior 高中. */
    S
}
