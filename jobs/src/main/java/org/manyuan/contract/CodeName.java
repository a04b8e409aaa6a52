package org.manyuan.contract;

/** How a code is said to people. */
public record CodeName(String zh, String en) {}
