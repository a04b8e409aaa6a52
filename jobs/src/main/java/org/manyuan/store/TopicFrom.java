package org.manyuan.store;

/** Where a partition is taken from whose stored offset cannot be used: it was never taken, or its messages are gone. */
public enum TopicFrom {
    /** Never taken: from its oldest message. Messages gone: nobody has decided, so nothing is taken. */
    STORED,
    /** From the oldest message that is kept. */
    EARLIEST,
    /** From now on; what is in it already is left out. Added since the topic was last taken: from its oldest message. */
    LATEST
}
