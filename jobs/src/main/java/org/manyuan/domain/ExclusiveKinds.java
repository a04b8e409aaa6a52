package org.manyuan.domain;

import java.util.Set;

/** Kinds of group in which a unit is in one group at a time (DATASETS, group_membership); only they enter decompositions. */
public final class ExclusiveKinds {
    /** By the code of the kind. */
    public static final Set<String> ALL = Set.of("education_group", "consortium", "community", "kindergarten_group");

    private ExclusiveKinds() {}
}
