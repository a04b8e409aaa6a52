package org.manyuan.contract;

import java.io.Serializable;

/** The same words in Chinese and in English. */
public record Wording(String zh, String en) implements Serializable {}
