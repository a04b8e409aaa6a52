package org.manyuan.metric;

/** An entry of the catalogue: what its card in {@code schemas/metrics/<id>.md} promises, a class of this room keeps. */
interface Metric {
    /** The id of METRICS, e.g. GAP-08b. */
    String id();

    /** The version of the card that the class follows. */
    int cardVersion();
}
